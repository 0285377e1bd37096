#pragma once
#include "image/image.h"

namespace allaprima {

/// Makes light lighter and warmer, in place; linear sRGB. With 0 and 0 it stays as it is, to the bit.
///
/// Brightness multiplies it by g = 2^stops. Warmth has a white of daylight (CIE 15's locus) seen in place of
/// that at 6504 K, by Bradford's adaptation: 90 mired away at -1 and 1, which is 15,700 K and 4,100 K. Grey
/// keeps its luminance.
///
/// What would become brighter than white is bent below it, so that nothing is cut off: where the largest
/// channel m of a pixel is above a half, all three are multiplied by y / m,
///
///     y = k + (m - k) / (1 + (m - k) (1 / (1 - k) - 1 / (p - k))),   k = 0.5, p the m that white would get
///
/// so that white's largest channel is 1, and hues stay. Nothing is bent where p is at most 1.
///
/// @param stops -2 to 2. @param warmth -1 to 1.
void adjust_light(Image<Rgb>& light, float stops, float warmth);

}  // namespace allaprima
