#include "composing/crop_photo.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "image/part_of.h"

namespace allaprima {
namespace {

/// Where a share of a side begins in whole pixels, and how many they are.
std::pair<int, int> pixels_of(float begin, float share, int side) {
    const int count = std::clamp(static_cast<int>(std::lround(share * static_cast<float>(side))), 1, side);
    const int first = static_cast<int>(std::lround(begin * static_cast<float>(side)));
    return {std::clamp(first, 0, side - count), count};
}

}  // namespace

Photo cropped(const Photo& photo, const ShareRect& part) {
    const auto [x, width] = pixels_of(part.x, part.width, photo.size().width);
    const auto [y, height] = pixels_of(part.y, part.height, photo.size().height);
    const PixelRect pixels{x, y, x + width, y + height};
    Photo left = photo;
    left.colour = part_of(photo.colour, pixels);
    if (!photo.alpha.empty())
        left.alpha = part_of(photo.alpha, pixels);
    left.part = part;
    return left;
}

}  // namespace allaprima
