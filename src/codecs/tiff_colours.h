#pragma once
#include <cstddef>
#include <span>

#include "codecs/pixel_source.h"
#include "codecs/tiff_handles.h"

namespace allaprima {

/// Takes over what the present directory of a TIFF says of its colours: an ICC profile, or WhitePoint,
/// PrimaryChromaticities and TransferFunction (TIFF 6.0, section 20), of which the last becomes a profile.
void read_tiff_colours(TIFF* tiff, PixelLayout& layout);

/// How L*, a* and b* are stored, against D50.
struct TiffLab {
    bool with_offset = false;  ///< 128 stands for a* and b* of 0, as in ICC profiles (photometric ICCLAB).
    SampleType sample = SampleType::U8;
};

/// Light, in sRGB's primaries, of a row of pixels that begin with L*, a* and b*; and what else they have.
/// @param channels of a pixel: three, or four with alpha. @param light as many numbers as `samples` has.
void light_of_lab(const TiffLab& lab, int channels, const std::byte* samples, std::span<float> light);

}  // namespace allaprima
