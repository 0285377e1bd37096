#pragma once
#include <string>

#include "io/picture_encoder.h"
#include "io/pixel_source.h"

namespace allaprima {

/// Opens a HEIC, BMP, GIF or EXR by the program allaprima-decode, which works on it with bounded memory and
/// time. Error messages tell what is wrong without naming the file.
OpenedSource open_rare(const std::string& path, PictureFormat format, const SourceLimits& limits);

/// The same for an SVG, drawn so large that its long side is `long_side`.
OpenedSource open_drawing(const std::string& path, int long_side, const SourceLimits& limits);

/// What allaprima-decode calls the format, which is its usual ending; empty for those that need no other
/// program.
const char* helper_word(PictureFormat format);

/// Whether EXR can be written: a usage error where allaprima-decode is missing.
Status check_exr_encoder();

}  // namespace allaprima
