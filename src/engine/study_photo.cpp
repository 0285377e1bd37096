#include "engine/study_photo.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "composing/make_reference.h"
#include "engine/begin_painting.h"
#include "engine/look_at.h"
#include "image/colour.h"
#include "image/filters.h"
#include "io/read_photo.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

/// Shapes that differ by less are the same, rounded to other pixels.
constexpr double kShapeTolerance = 0.02;
/// How light, in linear light, and how much lighter than the others a channel must be to speak.
constexpr float kLeastMark = 0.2f, kPurity = 2.0f;

/// A picture of the photograph's shape, at the reference's size.
Result<Photo> read_companion(const std::string& path, const Photo& photo, Size size) {
    Result<Photo> read = read_photo(path, ReadLimits{}, size.long_side());
    if (!read)
        return read.error();
    auto shape = [](Size s) { return static_cast<double>(s.width) / s.height; };
    if (std::fabs(shape(read->original_size) / shape(photo.original_size) - 1.0) > kShapeTolerance)
        return Error{
            fmt::format("{} is {} × {} pixels, another shape than the photograph ({} × {}); make it of the "
                        "photograph itself",
                        path, read->original_size.width, read->original_size.height,
                        photo.original_size.width, photo.original_size.height),
            true};
    return read;
}

Marks marks_of(const Photo& drawn, Size size) {
    Marks marks{Image<float>(drawn.size()), Image<float>(drawn.size())};
    for (size_t i = 0; i < drawn.colour.pixels().size(); ++i) {
        const Rgb c = drawn.colour.pixels()[i];
        if (!drawn.alpha.empty() && drawn.alpha.pixels()[i] < 0.5f)
            continue;
        if (c.g > kLeastMark && c.g > kPurity * std::max(c.r, c.b))
            marks.figure.pixels()[i] = 1.0f;
        else if (c.r > kLeastMark && c.r > kPurity * std::max(c.g, c.b))
            marks.background.pixels()[i] = 1.0f;
    }
    return {resized(marks.figure, size), resized(marks.background, size)};
}

Image<float> mask_of(const Photo& drawn, Size size) {
    Image<float> mask(drawn.size());
    for (size_t i = 0; i < drawn.colour.pixels().size(); ++i) {
        const float light = srgb_from_linear(luminance(drawn.colour.pixels()[i]));
        mask.pixels()[i] =
            std::clamp(light * (drawn.alpha.empty() ? 1.0f : drawn.alpha.pixels()[i]), 0.0f, 1.0f);
    }
    return resized(mask, size);
}

}  // namespace

Result<Studied> study_photo(const StudyFiles& files) {
    const Brief brief = settled({});
    const Result<Photo> photo = read_photo(files.photo, ReadLimits{}, reading_long_side(brief));
    if (!photo)
        return photo.error();
    Reference reference = make_reference(*photo, brief);
    Hints hints;
    if (!files.marks.empty()) {
        const Result<Photo> drawn = read_companion(files.marks, *photo, reference.size());
        if (!drawn)
            return drawn.error();
        hints.marks = marks_of(*drawn, reference.size());
    }
    if (!files.mask.empty()) {
        const Result<Photo> drawn = read_companion(files.mask, *photo, reference.size());
        if (!drawn)
            return drawn.error();
        hints.subject = mask_of(*drawn, reference.size());
    }
    Study study = look_at(reference, brief, hints);
    return Studied{std::move(reference), std::move(study)};
}

}  // namespace allaprima
