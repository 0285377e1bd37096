#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"

namespace allaprima {

/// Pixels of a drawing: blue, green, red, alpha in memory on a little-endian machine (Cairo's ARGB32), colour
/// sRGB-encoded and multiplied by alpha, rows without padding.
struct DrawnSvg {
    Size size;
    std::vector<uint32_t> pixels;
};

/// Draws a checked document so large that its long side is `long_side`; the shape is the document's own.
/// Works in this process, and as long as the document takes: read_svg() guards against that.
Result<DrawnSvg> draw_svg(std::string_view document, int long_side);

}  // namespace allaprima
