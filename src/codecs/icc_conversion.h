#pragma once
#include <optional>

#include "codecs/light_converter.h"

namespace allaprima {

/// The conversion that a picture's ICC profile asks for. Empty when the profile is broken, or is for another
/// kind of colour than the samples.
std::optional<LightConverter::Conversion> icc_conversion(const PixelLayout& layout);

}  // namespace allaprima
