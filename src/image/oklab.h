#pragma once
#include "image/image.h"

namespace allaprima {

/// Oklab (Björn Ottosson, "A perceptual color space for image processing", 2020): lightness, 0 black to 1
/// white, and two opponent axes, green to red and blue to yellow, on which equal steps look about equally
/// large; hues stay when lightness or chroma is changed.
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

}  // namespace allaprima
