#pragma once
#include "pigment/palette.h"

namespace allaprima {

/// Paint as it lies on the palette.
struct Paint {
    Rgb colour;         ///< As it was planned: sRGB-encoded, each channel 0 to 1.
    Shares shares{};    ///< What it is mixed of; all 0 where the palette is plain colour.
    float miss = 0.0f;  ///< CIEDE2000 between what it was to look like and what the tubes can mix.

    bool operator==(const Paint&) const = default;
};

}  // namespace allaprima
