#pragma once
#include <cstdint>
#include <span>

namespace allaprima {

/// The orientation that an EXIF block asks for, 1 (upright) to 8, by the numbers of EXIF 2.32, tag 0x0112.
/// Anything broken or missing is 1.
/// @param block a TIFF directory, with or without the "Exif" mark that JPEG puts before it.
int exif_orientation(std::span<const uint8_t> block);

}  // namespace allaprima
