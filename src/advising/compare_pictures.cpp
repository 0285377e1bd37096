#include "advising/compare_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "image/colour.h"
#include "image/metrics.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

/// What a screen shows of it on white paper: sRGB-encoded, 0 to 1. A large picture is changed in place, so
/// that it stands in memory once.
Image<Rgb> as_seen(Photo photo) {
    Image<Rgb> seen = std::move(photo.colour);
    for (size_t i = 0; i < seen.pixels().size(); ++i) {
        const Rgb colour = srgb_from_linear(seen.pixels()[i]);
        const float alpha = photo.alpha.empty() ? 1.0f : photo.alpha.pixels()[i];
        const auto shown = [alpha](float c) { return 1.0f + alpha * (std::clamp(c, 0.0f, 1.0f) - 1.0f); };
        seen.pixels()[i] = {shown(colour.r), shown(colour.g), shown(colour.b)};
    }
    return seen;
}

}  // namespace

Result<Likeness> compare_pictures(const std::string& original, const std::string& other) {
    Result<Photo> first = read_photo(original);
    if (!first)
        return first.error();
    const Image<Rgb> a = as_seen(std::move(first).value());
    Result<Photo> second = read_photo(other);
    if (!second)
        return second.error();
    const Image<Rgb> b = as_seen(std::move(second).value());
    if (a.size() != b.size())
        return Error{
            fmt::format("{} is {} x {} and {} is {} x {}; only pictures of the same size can be compared",
                        original, a.width(), a.height(), other, b.width(), b.height())};
    return Likeness{.psnr = psnr(a, b), .ssim = ssim(a, b), .flip = flip_error(a, b), .size = a.size()};
}

}  // namespace allaprima
