#include "engine/fill_canvas.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "composing/compose.h"
#include "composing/crop_photo.h"
#include "engine/inputs.h"
#include "engine/look_at.h"
#include "engine/read_masks.h"
#include "engine/see_photo.h"
#include "image/colour.h"
#include "image/filters.h"
#include "model/brief_rules.h"
#include "seeing/best_part.h"
#include "seeing/focus_map.h"

namespace allaprima {
namespace {

/// The figure by its mask, as it is cut out, or by the alpha; empty where none is seen.
Result<Image<float>> figure_in(const Photo& photo, const Image<Rgb>& seen, const Sights& sight,
                               const Subject& subject) {
    if (!subject.mask.empty())
        return read_mask(subject.mask, photo, seen.size());
    Marks marks;
    if (!subject.marks.empty()) {
        Result<Marks> read = read_marks(subject.marks, photo, seen.size());
        if (!read)
            return read.error();
        marks = std::move(read).value();
    }
    Result<Image<float>> figure = figure_of(seen, sight, marks);
    if (figure && figure->empty() && !photo.alpha.empty())
        return resized(photo.alpha, seen.size());
    return figure;
}

/// What matters in the whole photograph; what was asked of the focus, and corrected of what is seen, tells of
/// the picture that is left.
Result<Image<float>> interest_in(const Photo& photo, Brief brief) {
    brief.corrections.clear();
    const Image<Rgb> seen = screen_srgb(resized(photo.colour, size_to_look_at(photo.size())));
    // Whoever looks at what is left says that faces cannot be looked for.
    std::vector<std::string> said_later;
    Sights sight = see_photo(photo, brief, said_later);
    const Result<Image<float>> figure = figure_in(photo, seen, sight, brief.subject);
    if (!figure)
        return figure.error();
    see_hands(seen, *figure, brief, sight, said_later);
    return focus_map(seen, sight, *figure, {.subject_finish = 1.0f, .background_finish = 0.0f});
}

bool is_masked(const Spatter& spatter) {
    return spatter.region.kind == Region::Kind::Mask;
}

/// How much of the width and the height is left of a photograph that is cropped to a shape.
Vec2 kept_for(Size photo, double shape) {
    const double own = static_cast<double>(photo.width) / photo.height;
    return {static_cast<float>(std::min(1.0, shape / own)), static_cast<float>(std::min(1.0, own / shape))};
}

}  // namespace

Result<Photo> filling_its_canvas(Photo photo, const Brief& brief) {
    if (!brief.output.fill || asks_for_composing(brief))
        return photo;
    const std::optional<double> shape = shape_asked(brief.output);
    if (!shape)
        return Error{"there is no shape to fill: ask for one with 'width' and 'height', or with 'size'",
                     true};
    // A painting that is taken up again has its masks, and no longer knows what was cropped.
    if (std::ranges::any_of(brief.spatters, is_masked))
        return Error{
            "a spatter with a mask cannot be thrown at a photograph that 'fill' crops: give it a box", true};
    const Vec2 kept = kept_for(photo.size(), *shape);
    if (kept == Vec2{1.0f, 1.0f})
        return photo;
    const Result<Image<float>> interest = interest_in(photo, brief);
    if (!interest)
        return interest.error();
    return cropped(photo, best_part(*interest, kept));
}

}  // namespace allaprima
