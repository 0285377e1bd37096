#pragma once
#include "image/image.h"

namespace allaprima {

/// The picture to be painted, at planning resolution.
struct Reference {
    Image<Rgb>
        colour;  ///< sRGB-encoded, 0 to 1, in steps of 1/65535 so that a painting file keeps it exactly.
    Rgb ground;  ///< Of the canvas it will be painted on, sRGB-encoded.
    float pixel_mm = 1.0f;  ///< Side of a pixel on that canvas.
    bool transparent_ground =
        false;  ///< The ground is only there to plan over and is left out of the picture.

    bool operator==(const Reference&) const = default;
    Size size() const { return colour.size(); }
    /// Width and height of the canvas, mm.
    Vec2 canvas_mm() const {
        return {static_cast<float>(size().width) * pixel_mm, static_cast<float>(size().height) * pixel_mm};
    }
};

}  // namespace allaprima
