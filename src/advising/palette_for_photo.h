#pragma once
#include <string>

#include "base/result.h"
#include "pigment/palette.h"

namespace allaprima {

/// The tubes that a painting of this photograph would be given.
///
/// @param palette as in a brief: "auto:6". @param photo its file.
Result<Palette> palette_for_photo(const std::string& palette, const std::string& photo);

}  // namespace allaprima
