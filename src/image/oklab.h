#pragma once
#include "image/image.h"

namespace allaprima {

/// Oklab (Ottosson, "A perceptual color space for image processing", 2020): lightness 0 to 1, and two
/// opponent axes, green to red and blue to yellow. The chroma of the purest colours of a screen is 0.1 to
/// 0.3.
struct Oklab {
    float lightness = 0.0f, a = 0.0f, b = 0.0f;

    bool operator==(const Oklab&) const = default;
    Oklab operator+(Oklab o) const { return {lightness + o.lightness, a + o.a, b + o.b}; }
    Oklab operator-(Oklab o) const { return {lightness - o.lightness, a - o.a, b - o.b}; }
    Oklab operator*(float k) const { return {lightness * k, a * k, b * k}; }
};

/// Of linear light with sRGB primaries, and back; both for any values.
Oklab oklab_of_linear(Rgb linear);
Rgb linear_of_oklab(Oklab colour);

/// How far two colours are apart, where black and white are 1 apart.
float distance(Oklab first, Oklab second);

Oklab oklab_of_srgb(Rgb encoded);
Image<Oklab> oklab_of_srgb(const Image<Rgb>& encoded);

/// sRGB-encoded; leaves 0 to 1 for colours that no screen shows.
Rgb srgb_of_oklab(Oklab colour);
/// The same with as much less chroma as it takes to be shown; lightness and hue stay. 0 to 1.
Rgb srgb_of_oklab_in_gamut(Oklab colour);
/// Whether a screen shows the colour.
bool in_gamut(Oklab colour);

float chroma_of(Oklab colour);

/// The direction of the a, b plane that painters call warm: orange, the hue of a flame.
inline constexpr Vec2 kWarm{0.5f, 0.8660254f};
/// How warm a colour is: its chroma along kWarm; cold colours have less than 0.
float warmth_of(Oklab colour);

/// How much of a light a pixel of this lightness is, and not of a shadow: 0 to 1, a half at 0.55.
float share_of_light(float lightness);

/// The lightness below which 5, 50 and 95 per cent of a picture are.
struct ValueRange {
    float darkest = 0.0f, middle = 0.0f, lightest = 0.0f;
};
ValueRange value_range(const Image<Oklab>& picture);

/// What a picture's colours are in the mean: its chroma, and the warmth of its lights and of its shadows.
struct ColourMeans {
    float chroma = 0.0f, light_warmth = 0.0f, shadow_warmth = 0.0f;
};
ColourMeans colour_means(const Image<Oklab>& picture);

}  // namespace allaprima
