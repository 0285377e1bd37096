#include "image/colour.h"

#include <algorithm>
#include <array>
#include <charconv>
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

Image<Rgb> screen_srgb(Image<Rgb> linear) {
    for (Rgb& c : linear.pixels()) {
        const Rgb e = srgb_from_linear(c);
        c = {std::clamp(e.r, 0.0f, 1.0f), std::clamp(e.g, 0.0f, 1.0f), std::clamp(e.b, 0.0f, 1.0f)};
    }
    return linear;
}

std::string hex_of_srgb(Rgb encoded) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "#";
    for (const float channel : {encoded.r, encoded.g, encoded.b}) {
        const auto byte = static_cast<size_t>(std::lround(255.0f * std::clamp(channel, 0.0f, 1.0f)));
        text += {kDigits[byte / 16], kDigits[byte % 16]};
    }
    return text;
}

std::optional<Rgb> srgb_from_hex(std::string_view text) {
    if (text.size() != 7 || text[0] != '#')
        return std::nullopt;
    std::array<float, 3> channels{};
    for (size_t i = 0; i < 3; ++i) {
        const char* from = text.data() + 1 + 2 * i;
        int value = 0;
        const auto [end, fault] = std::from_chars(from, from + 2, value, 16);
        if (fault != std::errc{} || end != from + 2 || *from == '-')
            return std::nullopt;
        channels[i] = static_cast<float>(value) / 255.0f;
    }
    return Rgb{channels[0], channels[1], channels[2]};
}

}  // namespace allaprima
