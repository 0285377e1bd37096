#pragma once
#include "codecs/pixel_source.h"
#include "model/photo.h"

namespace allaprima {

/// Decodes all rows of a picture, brings its highlights to the screen (bring_to_screen), and turns it
/// upright. Its name and digest are left empty.
/// @param target size before turning; at most that of the rows.
Result<Photo> decode_photo(PixelSource& source, Size target);

}  // namespace allaprima
