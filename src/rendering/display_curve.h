#pragma once
#include "image/image.h"

namespace allaprima {

/// The sRGB transfer functions from tables joined by straight lines: quick enough for every pixel of a large
/// picture, and within half a step of 12 bits of the formula. Values are cut to 0 … 1.
Rgb quickly_linear(Rgb encoded);
Rgb quickly_encoded(Rgb linear);

}  // namespace allaprima
