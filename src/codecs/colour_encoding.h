#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "image/image.h"

namespace allaprima {

/// CIE x and y of red, green, blue and white.
using Chromaticities = std::array<double, 8>;

inline constexpr Chromaticities kBt709{0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290};
inline constexpr Chromaticities kAdobeRgb{0.64, 0.33, 0.21, 0.71, 0.15, 0.06, 0.3127, 0.3290};

/// How encoded values become light; the functions are those of ITU-T H.273.
enum class Transfer {
    Srgb,
    Linear,
    Power,  ///< ColourEncoding::exponent.
    Bt709,
    Smpte240,
    Log100,
    Log316,
    Smpte428,
    Pq,   ///< ITU-R BT.2100, perceptual quantiser.
    Hlg,  ///< ITU-R BT.2100, hybrid log-gamma.
};
inline constexpr Transfer kLastTransfer = Transfer::Hlg;

/// Where a file says what its colours mean.
enum class ColourSign {
    Nowhere,
    Profile,  ///< An ICC profile.
    PngCicp,
    PngSrgb,
    PngGamma,  ///< gAMA, cHRM or both.
    Exif,      ///< InteropIndex, ColorSpace or primaries.
    Nclx,      ///< The colr box of a HEIF.
    TiffTags,
    TiffLab,
    ExrPrimaries,
    BmpHeader,
};
inline constexpr ColourSign kLastColourSign = ColourSign::BmpHeader;

/// What samples mean where no ICC profile says it. The standard is sRGB.
struct ColourEncoding {
    Chromaticities chromaticities = kBt709;
    Transfer transfer = Transfer::Srgb;
    double exponent = 1.0;      ///< Of Transfer::Power.
    bool narrow_range = false;  ///< Of 256 steps 16 is black and 235 white.

    bool operator==(const ColourEncoding&) const = default;
};

/// Whether a picture so encoded shows highlights above its white.
bool has_highlights(const ColourEncoding& encoding);

/// The encoding that code points of ITU-T H.273 mean, as in cICP, nclx and bit streams. Code points that are
/// reserved or leave it open mean what sRGB has. Nothing where both do.
std::optional<ColourEncoding> encoding_of_code_points(int primaries, int transfer, bool full_range);

/// Light of an encoded value, 1 for white; of PQ and HLG for 203 cd/m² (ITU-R BT.2408), of HLG before the
/// system gamma, which HlgSystemGamma takes in. Values below 0 mirror those above.
double light_of(const ColourEncoding& encoding, double encoded);

/// From light of three primaries to light of sRGB's, row by row, with Bradford's adaptation of white. Nothing
/// where no colours can have such primaries.
std::optional<std::array<double, 9>> matrix_to_srgb(const Chromaticities& chromaticities);

/// The luminance of each of three primaries, which sum to 1.
std::array<double, 3> luminance_weights(const Chromaticities& chromaticities);

/// "Display P3", "BT.2020 primaries, PQ", and the like.
std::string name_of(const ColourEncoding& encoding);
/// "by its cICP chunk", and the like.
std::string_view words_of(ColourSign sign);

}  // namespace allaprima
