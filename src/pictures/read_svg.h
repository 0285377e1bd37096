#pragma once
#include <string>

#include "base/result.h"
#include "model/photo.h"
#include "pictures/read_photo.h"

namespace allaprima {

/// Draws an SVG file, at this long side, as light with alpha; its own size in pixels means nothing.
///
/// The drawing library works in a helper program with bounded time and memory, because a short
/// text may ask it for any amount of either. A drawing that declares entities or shows other pictures is
/// refused.
///
/// @return errors do not name the file.
Result<Photo> read_svg(const std::string& path, const ReadLimits& limits, int long_side);

}  // namespace allaprima
