#pragma once
#include <cstdint>
#include <vector>

#include "codecs/picture_encoder.h"

namespace allaprima {

/// What a JPEG says of itself in its marker APP1: an EXIF block with program, resolution, description and
/// colour space.
std::vector<uint8_t> exif_of(const PictureForm& form);

/// The same for older programs, in its marker APP13: an IPTC record, wrapped as Photoshop does, with program
/// and description.
std::vector<uint8_t> iptc_of(const PictureForm& form);

}  // namespace allaprima
