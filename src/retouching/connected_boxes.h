#pragma once
#include <vector>

#include "image/image.h"

namespace allaprima {

/// Boxes around the connected parts of a map in which it is more than `least`, so that no two of them
/// overlap: parts whose boxes do are one. From the top.
std::vector<PixelRect> connected_boxes(const Image<float>& map, float least);

}  // namespace allaprima
