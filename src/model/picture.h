#pragma once
#include "image/image.h"

namespace allaprima {

/// What the eye sees of a canvas: sRGB-encoded colour, 0 to 1, not multiplied by alpha.
struct Picture {
    Image<Rgb> colour;
    Image<float> alpha;  ///< Empty when every pixel is opaque.

    bool operator==(const Picture&) const = default;
    Size size() const { return colour.size(); }
};

}  // namespace allaprima
