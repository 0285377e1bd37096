#pragma once
#include <string>

#include "codecs/pixel_source.h"

namespace allaprima {

/// Open a file of the named kind; HEIF is HEIC or AVIF. Error messages tell what is wrong without naming the
/// file.
OpenedSource open_heif(const std::string& path);
OpenedSource open_by_oiio(const std::string& path, PictureFormat format);

/// Draws the SVG in the file so large that its long side is `long_side`; its pixels are RGB, multiplied by
/// alpha. See check_svg() for what is refused.
OpenedSource open_svg(const std::string& path, int long_side);

}  // namespace allaprima
