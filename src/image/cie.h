#pragma once
#include "image/image.h"

namespace allaprima {

/// CIE 1931 tristimulus values; the white they are seen against has y = 1.
struct Xyz {
    float x = 0.0f, y = 0.0f, z = 0.0f;

    bool operator==(const Xyz&) const = default;
};

/// Daylight at noon, the white of sRGB; and the white of print, to which ICC profiles refer.
inline constexpr Xyz kWhiteD65{0.9504559f, 1.0f, 1.0890578f};
inline constexpr Xyz kWhiteD50{0.9642200f, 1.0f, 0.8252100f};

/// Linear light of the sRGB primaries (IEC 61966-2-1) and tristimulus values under D65; both ways for any
/// values.
Xyz xyz_from_linear_srgb(Rgb c);
Rgb linear_srgb_from_xyz(Xyz v);
/// The same for values under D50: the light that looks like them to an eye used to D65 (Bradford's
/// adaptation, as in the sRGB profile of the ICC). White is (1, 1, 1).
Rgb linear_srgb_from_xyz_d50(Xyz v);
Xyz xyz_d50_from_linear_srgb(Rgb c);

/// What looks under one white as a colour does under another (Bradford's adaptation). The whites have y = 1.
Xyz adapted(Xyz colour, Xyz from, Xyz to);

/// CIE 1976 L*a*b*: lightness 0 to 100, and two opponent axes, green to red and blue to yellow.
struct Lab {
    float lightness = 0.0f, a = 0.0f, b = 0.0f;

    bool operator==(const Lab&) const = default;
};

Lab lab_of(Xyz xyz, Xyz white);
Xyz xyz_of(Lab lab, Xyz white);
/// The same of an sRGB-encoded colour, against D65.
Lab lab_of_srgb(Rgb encoded);

/// CIEDE2000 with all weights 1 (Sharma, Wu & Dalal, Color Research & Application 30, 2005): about 1 is the
/// least difference that one sees side by side.
double delta_e_2000(Lab first, Lab second);

}  // namespace allaprima
