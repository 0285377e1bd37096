#include "image/oklab.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "image/colour.h"

namespace allaprima {
namespace {

constexpr float kEvenLight = 0.55f, kTwilight = 0.2f;  // of share_of_light: its middle, and half its width

}  // namespace

Oklab oklab_of_linear(Rgb linear) {
    const float l = std::cbrt(0.4122214708f * linear.r + 0.5363325363f * linear.g + 0.0514459929f * linear.b);
    const float m = std::cbrt(0.2119034982f * linear.r + 0.6806995451f * linear.g + 0.1073969566f * linear.b);
    const float s = std::cbrt(0.0883024619f * linear.r + 0.2817188376f * linear.g + 0.6299787005f * linear.b);
    return {0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
            1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
            0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s};
}

Rgb linear_of_oklab(Oklab colour) {
    const float l = colour.lightness + 0.3963377774f * colour.a + 0.2158037573f * colour.b;
    const float m = colour.lightness - 0.1055613458f * colour.a - 0.0638541728f * colour.b;
    const float s = colour.lightness - 0.0894841775f * colour.a - 1.2914855480f * colour.b;
    const float l3 = l * l * l, m3 = m * m * m, s3 = s * s * s;
    return {4.0767416621f * l3 - 3.3077115913f * m3 + 0.2309699292f * s3,
            -1.2684380046f * l3 + 2.6097574011f * m3 - 0.3413193965f * s3,
            -0.0041960863f * l3 - 0.7034186147f * m3 + 1.7076147010f * s3};
}

float distance(Oklab first, Oklab second) {
    const Oklab d = first - second;
    return std::sqrt(d.lightness * d.lightness + d.a * d.a + d.b * d.b);
}

Oklab oklab_of_srgb(Rgb encoded) {
    return oklab_of_linear(linear_from_srgb(encoded));
}

Image<Oklab> oklab_of_srgb(const Image<Rgb>& encoded) {
    Image<Oklab> picture(encoded.size());
    for (size_t i = 0; i < picture.pixels().size(); ++i)
        picture.pixels()[i] = oklab_of_srgb(encoded.pixels()[i]);
    return picture;
}

Rgb srgb_of_oklab(Oklab colour) {
    return srgb_from_linear(linear_of_oklab(colour));
}

bool in_gamut(Oklab colour) {
    constexpr float kRounding = 1e-4f;
    const Rgb c = srgb_of_oklab(colour);
    return std::min({c.r, c.g, c.b}) >= -kRounding && std::max({c.r, c.g, c.b}) <= 1.0f + kRounding;
}

Rgb srgb_of_oklab_in_gamut(Oklab colour) {
    constexpr int kHalvings = 12;
    colour.lightness = std::clamp(colour.lightness, 0.0f, 1.0f);
    float shown = 1.0f;
    if (!in_gamut(colour)) {
        float low = 0.0f, high = 1.0f;
        for (int i = 0; i < kHalvings; ++i) {
            const float share = 0.5f * (low + high);
            (in_gamut({colour.lightness, colour.a * share, colour.b * share}) ? low : high) = share;
        }
        shown = low;
    }
    const Rgb c = srgb_of_oklab({colour.lightness, colour.a * shown, colour.b * shown});
    return {std::clamp(c.r, 0.0f, 1.0f), std::clamp(c.g, 0.0f, 1.0f), std::clamp(c.b, 0.0f, 1.0f)};
}

float chroma_of(Oklab colour) {
    return std::hypot(colour.a, colour.b);
}

float warmth_of(Oklab colour) {
    return colour.a * kWarm.x + colour.b * kWarm.y;
}

float share_of_light(float lightness) {
    const float t = std::clamp((lightness - kEvenLight + kTwilight) / (2.0f * kTwilight), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

ValueRange value_range(const Image<Oklab>& picture) {
    std::vector<float> values;
    values.reserve(picture.pixels().size());
    for (const Oklab& c : picture.pixels())
        values.push_back(c.lightness);
    if (values.empty())
        return {};
    const auto at_share = [&](double share) {
        const auto place = values.begin() + static_cast<long>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    return {at_share(0.05), at_share(0.5), at_share(0.95)};
}

ColourMeans colour_means(const Image<Oklab>& picture) {
    double chroma = 0.0, lights = 0.0, shadows = 0.0, light_warmth = 0.0, shadow_warmth = 0.0;
    for (const Oklab& c : picture.pixels()) {
        const double light = share_of_light(c.lightness), warmth = warmth_of(c);
        chroma += chroma_of(c);
        lights += light;
        shadows += 1.0 - light;
        light_warmth += light * warmth;
        shadow_warmth += (1.0 - light) * warmth;
    }
    const auto mean = [](double sum, double of) { return static_cast<float>(of > 0.0 ? sum / of : 0.0); };
    return {mean(chroma, static_cast<double>(picture.pixels().size())), mean(light_warmth, lights),
            mean(shadow_warmth, shadows)};
}

}  // namespace allaprima
