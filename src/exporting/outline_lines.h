#pragma once
#include <vector>

#include "base/geometry.h"
#include "image/image.h"

namespace allaprima {

/// Where a map of shares crosses one half: closed lines, which go through the middles of its pixels' sides
/// and run with the higher side on their right ("marching squares", Lorensen & Cline 1987, in two
/// dimensions). Pixel centres are at whole numbers and a half; what lies outside the map is 0, so that all
/// lines close.
std::vector<std::vector<Vec2>> lines_at_half(const Image<float>& map);

}  // namespace allaprima
