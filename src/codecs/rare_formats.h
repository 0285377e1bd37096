#pragma once
#include <string>

#include "codecs/picture_encoder.h"
#include "codecs/pixel_source.h"

namespace allaprima {

/// Opens a HEIC, AVIF, BMP, GIF or EXR by a helper program, which works on it with bounded memory and
/// time. Error messages tell what is wrong without naming the file.
OpenedSource open_rare(const std::string& path, PictureFormat format, const SourceLimits& limits);

/// The same for an SVG, drawn so large that its long side is `long_side`.
OpenedSource open_drawing(const std::string& path, int long_side, const SourceLimits& limits);

/// What the helper programs call the format, which is its usual ending; empty for those that need no other
/// program.
const char* helper_word(PictureFormat format);

/// Whether EXR can be written: a usage error where the program for it is missing.
Status check_exr_encoder();

}  // namespace allaprima
