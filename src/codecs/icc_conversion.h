#pragma once
#include <optional>
#include <string>

#include "codecs/light_converter.h"

namespace allaprima {

/// What an ICC profile makes of samples.
struct ProfileConversion {
    LightConverter::Conversion to_light;
    std::string name;  ///< As the profile calls itself, on one line; may be empty.
};

/// The conversion that a picture's ICC profile asks for; a profile of RGB also serves greys. Empty when the
/// profile is broken, or is for another kind of colour than the samples.
std::optional<ProfileConversion> icc_conversion(const PixelLayout& layout);

/// The encoding that a profile's cicp tag (ICC.1:2022, 9.2.17) tells, where it is one with highlights, which
/// the profile's own curves leave out.
std::optional<ColourEncoding> highlights_of_profile(const PixelLayout& layout);

}  // namespace allaprima
