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

/// What is seen of a picture that lies on white paper.
inline Image<Rgb> on_white(const Picture& picture) {
    Image<Rgb> seen = picture.colour;
    if (!picture.alpha.empty())
        for (int y = 0; y < seen.height(); ++y)
            for (int x = 0; x < seen.width(); ++x)
                seen.at(x, y) = lerp(Rgb{1.0f, 1.0f, 1.0f}, seen.at(x, y), picture.alpha.at(x, y));
    return seen;
}

}  // namespace allaprima
