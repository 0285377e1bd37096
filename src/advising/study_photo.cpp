#include "advising/study_photo.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "briefs/gather_materials.h"
#include "composing/compose.h"
#include "composing/crop_photo.h"
#include "engine/compose_photo.h"
#include "engine/inputs.h"
#include "image/colour.h"
#include "image/filters.h"
#include "looking/eyes_component.h"
#include "model/brief_rules.h"
#include "pictures/write_picture.h"
#include "seeing/cut_out.h"

namespace allaprima {
namespace {

constexpr const char* kOnlyByComponent = "hands, profiles and small faces: scripts/set-up-eyes";

}  // namespace

Result<Studied> study_photo(const std::string& photo, const Brief& brief, const ThreadPool& workers,
                            Observer& observer) {
    const Result<Hand> hand = choose_hand(brief);
    if (!hand)
        return hand.error();
    const Brief settled_brief = settled(brief, *hand);
    observer.progress("reading", 0.0);
    const Result<Inputs> inputs = read_inputs(photo, settled_brief);
    if (!inputs)
        return inputs.error();
    const Result<Brief> asked = with_boxes_in_shares(settled_brief, inputs->photo);
    if (!asked)
        return asked.error();
    Result<Composed> composed = compose_inputs(*inputs, *asked, workers, observer);
    if (!composed)
        return composed.error();
    observer.progress("studying", 0.0);
    Result<Study> study = look_at(composed->reference, nullptr, composed->brief, composed->hints,
                                  std::move(composed->sight), composed->warnings);
    if (!study)
        return study.error();
    return Studied{.photo_size = inputs->photo.original_size,
                   .adjusted = asked->photograph,
                   .part = inputs->photo.part,
                   .composed = asks_for_composing(*asked),
                   .reference = std::move(composed->reference),
                   .study = std::move(study).value(),
                   .colour_space = inputs->photo.colour_space,
                   .not_looked_for = find_eyes_component() ? "" : kOnlyByComponent,
                   .warnings = std::move(composed->warnings)};
}

namespace {

/// The long side of a picture of this shape with at most kMostCutOutPixels.
int long_side_of_cut_out(Size photo) {
    const double most = std::sqrt(static_cast<double>(kMostCutOutPixels) / static_cast<double>(photo.area()));
    return std::max(1, static_cast<int>(photo.long_side() * std::min(1.0, most)));
}

/// What was studied, as large as it is there; sRGB-encoded, with its alpha.
Result<Picture> largest_picture(const std::string& photo, const Studied& studied) {
    if (studied.composed)
        return Picture{studied.reference.colour, {}};
    const int long_side = long_side_of_cut_out(studied.photo_size);
    const Result<Photo> read = read_adjusted(photo, studied.adjusted, long_side);
    if (!read)
        return read.error();
    const Photo seen = cropped(*read, studied.part);
    const Size size = no_longer_than(long_side, seen.size());
    return Picture{screen_srgb(resized(seen.colour, size)),
                   seen.alpha.empty() ? Image<float>() : resized(seen.alpha, size)};
}

Picture mask_of(const Image<float>& figure) {
    Picture picture{Image<Rgb>(figure.size()), {}};
    std::ranges::transform(figure.pixels(), picture.colour.pixels().begin(), [](float share) {
        return Rgb{share, share, share};
    });
    return picture;
}

}  // namespace

Status write_figure(const std::string& photo, const Studied& studied, const FigureWish& wish,
                    const ThreadPool& workers) {
    const bool masked = !wish.mask.path.empty();
    if (studied.study.figure.empty())
        return Error{fmt::format("no figure was found, so {} is not written; mark one with --marks",
                                 masked ? wish.mask.path : wish.cut_out.path)};
    Result<Picture> picture = largest_picture(photo, studied);
    if (!picture)
        return picture.error();
    Image<float> figure = enlarged_cut(picture->colour, studied.study.figure, workers);
    if (masked)
        if (const Status written =
                write_picture(wish.mask.path, mask_of(figure), {.replace = wish.mask.replace});
            !written)
            return written;
    if (wish.cut_out.path.empty())
        return Done{};
    for (size_t i = 0; i < picture->alpha.pixels().size(); ++i)
        figure.pixels()[i] *= picture->alpha.pixels()[i];
    picture->alpha = std::move(figure);
    return write_picture(wish.cut_out.path, *picture, {.replace = wish.cut_out.replace});
}

}  // namespace allaprima
