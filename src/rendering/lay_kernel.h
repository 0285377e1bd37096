#pragma once
#include "rendering/canvas_tile.h"
#include "rendering/touch.h"

namespace allaprima {

/// Paints one touch onto the part of it that lies in the tile.
///
/// Compiled for several instruction sets, the best of which is taken. None of them fuses a multiplication
/// with an addition and each pixel is reckoned by itself, so all give the same bits.
void lay_touch(const Touch& touch, CanvasTile& tile);

}  // namespace allaprima
