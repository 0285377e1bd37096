#pragma once
#include <span>
#include <vector>

#include "image/image.h"
#include "model/sight.h"

namespace allaprima {

/// The smallest polygon without a dent around the points, in their order around it; the points themselves
/// where there are less than three (Andrew's monotone chain).
std::vector<Vec2> hull_of(std::vector<Vec2> points);

/// The box around the points; empty of none.
ShareRect box_around(std::span<const Vec2> points);

Vec2 middle_of(const ShareRect& box);

/// A polygon so many times as large about its middle.
std::vector<Vec2> grown(std::vector<Vec2> outline, float factor);

/// How far each pixel lies within a polygon whose corners are in shares of the picture: 0 or 1.
Image<float> filled(std::span<const Vec2> outline, Size size);

/// How far each pixel belongs to a thing that is seen, 0 to 1 with a soft border: within its outline, or
/// where it has none, within the ellipse of its box.
Image<float> shape_of(const Sighting& sighting, Size size);

}  // namespace allaprima
