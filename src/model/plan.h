#pragma once
#include <string>
#include <vector>

#include "brush/brush.h"
#include "brush/stroke.h"
#include "image/image.h"

namespace allaprima {

/// A run of strokes laid for one purpose: "block-in", "form", "detail", "accents".
struct Pass {
    std::string name;
    int strokes = 0;

    bool operator==(const Pass&) const = default;
};

/// A whole painting as a list of strokes; every output is a rendering of it.
struct Plan {
    float width_mm = 0.0f;     ///< Of the canvas; positive.
    float height_mm = 0.0f;    ///< Of the canvas; positive.
    Rgb ground;                ///< Colour of the primed canvas, sRGB-encoded.
    bool transparent = false;  ///< The ground is left out of the picture: unpainted parts are transparent.
    float planned_pixel_mm =
        1.0f;  ///< Side of a pixel at planning resolution: the finest thing that was planned.
    Brush brush;
    std::vector<Pass> passes;     ///< In painting order; their counts add up to strokes.size().
    std::vector<Stroke> strokes;  ///< In painting order.

    bool operator==(const Plan&) const = default;
};

}  // namespace allaprima
