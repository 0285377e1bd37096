#pragma once
#include <algorithm>

#include "base/geometry.h"
#include "image/image.h"

namespace allaprima {

/// A part of a picture, as a picture of its own. It lies within the picture, and is not empty.
template <typename T>
Image<T> part_of(const Image<T>& picture, const PixelRect& area) {
    Image<T> part({area.width(), area.height()});
    for (int y = 0; y < part.height(); ++y)
        std::ranges::copy(picture.row(area.y0 + y).subspan(static_cast<size_t>(area.x0), part.row(y).size()),
                          part.row(y).begin());
    return part;
}

}  // namespace allaprima
