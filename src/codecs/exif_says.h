#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "codecs/colour_encoding.h"

namespace allaprima {

/// What an EXIF block says of how a picture is to be seen.
struct ExifSays {
    int orientation = 1;  ///< 1 to 8.
    /// sRGB or Adobe RGB, by ColorSpace and the interoperability index of DCF 2.0 (CIPA DC-009); or what
    /// WhitePoint, PrimaryChromaticities and Gamma tell of a colour space without a number.
    std::optional<ColourEncoding> encoding;
};

/// Reads a block of EXIF, with or without its leading mark "Exif". Whatever is damaged counts as not said.
ExifSays read_exif(std::span<const uint8_t> block);

}  // namespace allaprima
