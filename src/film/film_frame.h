#pragma once
#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace allaprima {

/// One picture of a film: 8 bits for red, green and blue of each pixel, sRGB-encoded, row after row.
struct FilmFrame {
    Size size;
    std::vector<uint8_t> samples;

    explicit FilmFrame(Size pixels)
        : size(pixels), samples(3 * static_cast<size_t>(pixels.width) * static_cast<size_t>(pixels.height)) {}
    uint8_t* row(int y) { return samples.data() + offset(y); }
    const uint8_t* row(int y) const { return samples.data() + offset(y); }

  private:
    size_t offset(int y) const { return 3 * static_cast<size_t>(y) * static_cast<size_t>(size.width); }
};

}  // namespace allaprima
