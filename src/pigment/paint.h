#pragma once
#include "image/image.h"

namespace allaprima {

/// Paint as it lies on the palette: for now a plain colour, sRGB-encoded, each channel 0 to 1.
struct Paint {
    Rgb colour;

    bool operator==(const Paint&) const = default;
};

/// What two paints give when they are worked into each other; `share` of the second, 0 to 1.
inline Paint mix(const Paint& first, const Paint& second, float share) {
    return {lerp(first.colour, second.colour, share)};
}

}  // namespace allaprima
