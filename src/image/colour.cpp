#include "image/colour.h"

#include <cmath>

namespace allaprima {

float srgb_from_linear(float linear) {
    const float v = std::fabs(linear);
    const float encoded = v <= 0.0031308f ? 12.92f * v : 1.055f * std::pow(v, 1.0f / 2.4f) - 0.055f;
    return std::copysign(encoded, linear);
}

float linear_from_srgb(float encoded) {
    const float v = std::fabs(encoded);
    const float linear = v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
    return std::copysign(linear, encoded);
}

Rgb srgb_from_linear(Rgb linear) {
    return {srgb_from_linear(linear.r), srgb_from_linear(linear.g), srgb_from_linear(linear.b)};
}

Rgb linear_from_srgb(Rgb encoded) {
    return {linear_from_srgb(encoded.r), linear_from_srgb(encoded.g), linear_from_srgb(encoded.b)};
}

}  // namespace allaprima
