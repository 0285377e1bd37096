#pragma once
#include <string>

#include "image/image.h"

namespace allaprima {

/// What one calls a colour: "dark blue", "strong red", "light grey", "brown". By lightness, chroma and hue in
/// CIE L*a*b*, sRGB-encoded, 0 to 1.
std::string colour_in_words(Rgb colour);

}  // namespace allaprima
