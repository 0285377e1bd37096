#pragma once
#include <array>
#include <vector>

#include "brush/stroke.h"
#include "pigment/palette.h"

namespace allaprima {

/// What the paint on a brush holds, and how it changes where its tubes are not evenly mixed: vectors of `4 +
/// channels` numbers, the colour as planned (the fourth is 0) and the shares of the tubes.
///
/// A bristle's paint is `mean` plus so much of the directions, of which only the positive parts count.
struct MixedPaint {
    int channels = 0;         ///< Shares, a multiple of four.
    float scattering = 0.0f;  ///< As the eye weighs the bands, per mm.
    std::vector<float> mean;
    std::vector<float> lighter, darker;  ///< For one unit of sRGB-encoded grey.
    std::vector<float> warmer, cooler;   ///< For one unit of red and as much less blue.
};

/// @param palette the plan's; plain colour changes by itself, pigments by the tubes that are in the mixture.
MixedPaint mixed_paint(const Paint& paint, const Palette& palette);

/// What paint of these shares scatters, as the eye weighs the bands, per mm.
float scattering_of(const Palette& palette, const Shares& shares);

/// Number of shares of a palette, filled up to a multiple of four.
inline int channels_of(const Palette& palette) {
    return (static_cast<int>(palette.tubes.size()) + 3) / 4 * 4;
}

}  // namespace allaprima
