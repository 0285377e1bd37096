#pragma once
#include <string>

#include "base/result.h"
#include "model/photo.h"
#include "seeing/cut_out.h"

namespace allaprima {

/// Reads a picture of the photograph's shape that says what is certainly figure (green) and what is certainly
/// not (red); brought to `size`.
Result<Marks> read_marks(const std::string& path, const Photo& photo, Size size);

/// Reads a picture of the photograph's shape that says by its lightness where something is, 0 to 1; what is
/// transparent counts as dark. Cropped as the photograph is, and brought to `size`.
Result<Image<float>> read_mask(const std::string& path, const Photo& photo, Size size);

/// Reads such a mask whatever its shape, as fine as a part of a picture has to be known.
Result<Image<float>> read_mask(const std::string& path);

}  // namespace allaprima
