#include "engine/compose_photo.h"

#include <fmt/format.h>

#include <utility>

#include "composing/make_reference.h"
#include "composing/temper_colours.h"
#include "engine/see_photo.h"
#include "image/colour.h"
#include "image/filters.h"
#include "pictures/write_picture.h"
#include "seeing/cut_out.h"

namespace allaprima {
namespace {

/// The photograph as small as it may be to see figures and faces in it.
Image<Rgb> looked_at(const Photo& photo) {
    return screen_srgb(resized(photo.colour, size_to_look_at(photo.size())));
}

/// The figure's share of each pixel of the photograph: by its mask, or cut out with the help of the marks.
Result<Image<float>> figure_of(const Inputs& inputs, const Image<Rgb>& seen, const Sights& sight) {
    if (!inputs.hints.subject.empty())
        return inputs.hints.subject;
    const Result<Image<float>> figure = cut_out(seen, sight, inputs.hints.marks);
    if (!figure)
        return figure.error();
    return resized(*figure, inputs.photo.size());
}

/// What a person should know of how the photograph was read.
std::vector<std::string> warnings_of_reading(const Photo& photo) {
    if (!photo.is_first_frame)
        return {};
    return {fmt::format("{} is animated: its first frame was taken", photo.name)};
}

}  // namespace

Result<Composition> composition_of(const Inputs& inputs, const Brief& brief, const ThreadPool& workers,
                                   Observer& observer) {
    if (!asks_for_composing(brief))
        return Composition{inputs.photo, {}, {}, std::nullopt, warnings_of_reading(inputs.photo)};
    std::vector<std::string> warnings = warnings_of_reading(inputs.photo);
    observer.progress("looking", 0.0);
    const Image<Rgb> seen = looked_at(inputs.photo);
    Sights sight = see_photo(inputs.photo, brief, warnings);
    observer.progress("looking", 0.5);
    const Result<Image<float>> figure = figure_of(inputs, seen, sight);
    if (!figure)
        return figure.error();
    see_hands(seen, resized(*figure, seen.size()), brief, sight, warnings);
    Composition composition =
        compose_picture(inputs.photo, *figure, sight, inputs.motifs, brief, workers, observer);
    composition.warnings.insert(composition.warnings.begin(), warnings.begin(), warnings.end());
    return composition;
}

Result<Composed> compose_inputs(const Inputs& inputs, const Brief& brief, const ThreadPool& workers,
                                Observer& observer) {
    Composed composed{.reference = {}, .brief = brief, .hints = inputs.hints};
    composed.warnings = warnings_of_reading(inputs.photo);
    if (!asks_for_composing(brief)) {
        composed.reference = make_reference(inputs.photo, brief);
        if (sight_matters(brief, inputs.hints))
            composed.sight = see_photo(inputs.photo, brief, composed.warnings);
        return composed;
    }
    Result<Composition> composition = composition_of(inputs, brief, workers, observer);
    if (!composition)
        return composition.error();
    if (composition->ground && !brief.ground)
        composed.brief.ground = composition->ground;
    composed.sight = std::move(composition->sight);
    composed.hints.subject = std::move(composition->figure);
    composed.hints.marks = {};
    composed.motifs = std::move(composition->motifs);
    composed.warnings = std::move(composition->warnings);
    composed.reference = make_reference(composition->photo, composed.brief);
    composed.picture = std::move(composition->photo);
    return composed;
}

void temper(Composed& composed, const Hand& hand) {
    Image<Rgb> seen = composed.reference.colour;
    temper_colours(composed.reference, hand, composed.brief.ground.has_value());
    if (seen != composed.reference.colour)
        composed.untempered = std::move(seen);
}

Result<Composition> compose_to_file(const CompositionOrder& order, const ThreadPool& workers,
                                    Observer& observer) {
    if (const Status possible = check_destination(order.picture, {.depth = order.brief.depth}); !possible)
        return possible.error();
    observer.progress("reading", 0.0);
    const Result<Inputs> inputs = read_inputs(order.photo, order.brief);
    if (!inputs)
        return inputs.error();
    Result<Composition> composition = composition_of(*inputs, order.brief, workers, observer);
    if (!composition)
        return composition.error();
    observer.progress("writing", 0.0);
    const WriteOptions options{.replace = order.picture.replace, .depth = order.brief.depth};
    const Picture picture{screen_srgb(composition->photo.colour), {}};
    if (const Status written = write_picture(order.picture.path, picture, options); !written)
        return written.error();
    return composition;
}

}  // namespace allaprima
