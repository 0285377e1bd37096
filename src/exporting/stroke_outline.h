#pragma once
#include <array>
#include <vector>

#include "brush/stroke.h"

namespace allaprima {

/// A closed line of quadratic Bézier curves, each beginning where the one before it ends. Millimetres.
using Outline = std::vector<std::array<Vec2, 3>>;

/// The border of a planned stroke, square at both ends, moved inwards by `inset` mm. Where the stroke is not
/// twice as wide or as long as that, a hair of it remains.
/// @param tolerance how far the curves may stray from the border, mm.
Outline outline_of(const Stroke& stroke, float inset, float tolerance);

}  // namespace allaprima
