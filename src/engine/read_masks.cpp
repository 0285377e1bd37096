#include "engine/read_masks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "composing/crop_photo.h"
#include "image/colour.h"
#include "image/filters.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

/// Shapes that differ by less are the same, rounded to other pixels.
constexpr double kShapeTolerance = 0.02;
/// How light, in linear light, and how much lighter than the others a channel must be to speak.
constexpr float kLeastMark = 0.2f, kPurity = 2.0f;

/// A picture of the photograph's shape, cropped as that is, at the reference's size.
Result<Photo> read_of_photos_shape(const std::string& path, const Photo& photo, Size size) {
    Result<Photo> read = read_photo(path, ReadLimits{}, size.long_side());
    if (!read)
        return read.error();
    auto shape = [](Size s) { return static_cast<double>(s.width) / s.height; };
    if (std::fabs(shape(read->original_size) / shape(photo.original_size) - 1.0) > kShapeTolerance)
        return Error{fmt::format("{} is {} × {} pixels, a different shape from the photograph ({} × {}); "
                                 "make it from the photograph itself",
                                 path, read->original_size.width, read->original_size.height,
                                 photo.original_size.width, photo.original_size.height),
                     true};
    return cropped(*read, photo.part);
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

Image<float> mask_of(const Photo& drawn) {
    Image<float> mask(drawn.size());
    for (size_t i = 0; i < drawn.colour.pixels().size(); ++i) {
        const float light = srgb_from_linear(luminance(drawn.colour.pixels()[i]));
        mask.pixels()[i] =
            std::clamp(light * (drawn.alpha.empty() ? 1.0f : drawn.alpha.pixels()[i]), 0.0f, 1.0f);
    }
    // White is opaque to the bit, whatever the sum of its channels' weights.
    for (float& share : mask.pixels())
        share = share > 0.999f ? 1.0f : share;
    return mask;
}

}  // namespace

Result<Marks> read_marks(const std::string& path, const Photo& photo, Size size) {
    const Result<Photo> drawn = read_of_photos_shape(path, photo, size);
    if (!drawn)
        return drawn.error();
    return marks_of(*drawn, size);
}

Result<Image<float>> read_mask(const std::string& path, const Photo& photo, Size size) {
    const Result<Photo> drawn = read_of_photos_shape(path, photo, size);
    if (!drawn)
        return drawn.error();
    return resized(mask_of(*drawn), size);
}

Result<Image<float>> read_mask(const std::string& path) {
    constexpr int kLongSide = 1024;
    const Result<Photo> drawn = read_photo(path, ReadLimits{}, kLongSide);
    if (!drawn)
        return drawn.error();
    return mask_of(*drawn);
}

}  // namespace allaprima
