#pragma once
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "image/image.h"

namespace allaprima {

/// IEC 61966-2-1 transfer functions, one channel; values outside [0, 1] continue by symmetry about 0.
float srgb_from_linear(float linear);
float linear_from_srgb(float encoded);

Rgb srgb_from_linear(Rgb linear);
Rgb linear_from_srgb(Rgb encoded);

/// What a screen shows of a picture of linear light: sRGB-encoded, channels cut to [0, 1].
Image<Rgb> screen_srgb(Image<Rgb> linear);

/// A value cut to [0, 1], at the nearest of the steps that 16 bits have.
inline float in_16_bit_steps(float encoded) {
    return std::round(std::clamp(encoded, 0.0f, 1.0f) * 65535.0f) / 65535.0f;
}

/// An sRGB-encoded colour as it is written for screens, "#rrggbb"; channels are cut to [0, 1].
std::string hex_of_srgb(Rgb encoded);
/// What such a text means; nothing when it is none. Upper or lower case.
std::optional<Rgb> srgb_from_hex(std::string_view text);

/// Relative luminance of linear-light sRGB primaries (Rec. ITU-R BT.709).
inline float luminance(Rgb linear) {
    return 0.2126f * linear.r + 0.7152f * linear.g + 0.0722f * linear.b;
}

/// Lightness-like grey of sRGB-encoded values, the weights of BT.709 on encoded channels. 0 to 1.
inline float luma(Rgb encoded) {
    return luminance(encoded);
}

}  // namespace allaprima
