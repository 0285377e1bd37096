#pragma once
#include <string>

#include "codecs/pixel_source.h"

namespace allaprima {

/// Reads the ICC profile that a GIF has before its first picture: the application extension ICCRGBG1012 of
/// the International Color Consortium. One that is cut short counts as not there.
void read_gif_says(const std::string& path, PixelLayout& layout);

}  // namespace allaprima
