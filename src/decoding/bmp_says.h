#pragma once
#include <string>

#include "codecs/pixel_source.h"

namespace allaprima {

/// Reads what the header of a BMP of version 4 or 5 says of its colours: an embedded profile, or the corners
/// and gammas of a calibrated space. A linked profile is not looked for. What is damaged counts as not there.
///
/// Corners are CIE x, y, z, or where these do not sum to 1, X, Y, Z, whose sum is the white. Of three gammas
/// the middle one counts.
void read_bmp_says(const std::string& path, PixelLayout& layout);

}  // namespace allaprima
