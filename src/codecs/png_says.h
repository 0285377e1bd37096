#pragma once
#include <cstdio>

#include "base/result.h"
#include "codecs/pixel_source.h"

namespace allaprima {

/// Reads what a PNG says of its colours and its orientation, by the order of the third edition of ISO/IEC
/// 15948: cICP, iCCP, sRGB, then gAMA and cHRM. libpng knows the first of these only since 1.6.46, and
/// refuses profiles of RGB in grey pictures. Chunks that are damaged count as not there.
///
/// @param file at its beginning, where it is left.
/// @return an error for a whole file of a kind that no PNG decoder reads.
Status read_png_says(FILE* file, PixelLayout& layout);

}  // namespace allaprima
