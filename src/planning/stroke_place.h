#pragma once
#include <vector>

#include "image/image.h"
#include "planning/draft_stroke.h"

namespace allaprima {

/// A place on the centre line of a draft stroke, in pixels.
struct StrokePlace {
    Vec2 at;
    Vec2 across;       ///< Unit vector to the stroke's right.
    float half_width;  ///< There.
};

/// The place at share u, 0 to 1, of the centre line's parameter.
StrokePlace place_on(const DraftStroke& stroke, float u);

/// The pixel that a point lies in, or the one at the border that is nearest to it.
Rgb pixel_at(const Image<Rgb>& picture, Vec2 point);

/// Places all over a stroke, well inside its sides, in pixels.
std::vector<Vec2> places_on(const DraftStroke& stroke);

/// The squared error of the pixels at these places, in all.
float error_at(const std::vector<Vec2>& places, const Image<Rgb>& picture, const Image<Rgb>& wanted);

}  // namespace allaprima
