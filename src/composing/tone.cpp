#include "composing/tone.h"

#include <array>
#include <cmath>

#include "image/filters.h"

namespace allaprima {
namespace {

constexpr float kStrength = 0.25f;
constexpr Oklab kMostToneShift{0.06f, 0.025f, 0.025f};
/// A fully veiled layer keeps so much of its own lightness and chroma.
constexpr float kTrace = 0.08f;
/// Blur of a fully veiled layer, as a share of its long side.
constexpr float kVeilBlur = 0.006f;

/// Tones are taken from every so manieth pixel on each axis.
int stride_of(Size size) {
    return std::max(1, size.long_side() / 512);
}

/// Calls change(Oklab) → Oklab for every pixel that shows.
template <typename Change>
void change_colours(Layer& layer, const ThreadPool& workers, const Change& change) {
    for_rows(workers, layer.size().height, [&](int y) {
        for (int x = 0; x < layer.size().width; ++x) {
            const float alpha = layer.alpha.at(x, y);
            if (alpha <= 0.0f)
                continue;
            Rgb& pixel = layer.colour.at(x, y);
            const Rgb changed = linear_of_oklab(change(oklab_of_linear(pixel * (1.0f / alpha)))) * alpha;
            pixel = {std::max(changed.r, 0.0f), std::max(changed.g, 0.0f), std::max(changed.b, 0.0f)};
        }
    });
}

float ratio(float to, float from) {
    const float whole = from > 1e-4f ? std::clamp(to / from, 0.5f, 2.0f) : 1.0f;
    return 1.0f + kStrength * (whole - 1.0f);
}

}  // namespace

Tone tone_of(const Image<Rgb>& colour, const Image<float>& weight) {
    const int stride = stride_of(colour.size());
    double total = 0.0;
    std::array<double, 3> sum{}, squares{};
    for (int y = 0; y < colour.height(); y += stride)
        for (int x = 0; x < colour.width(); x += stride) {
            const double w = weight.at(x, y);
            if (w <= 0.0)
                continue;
            const Oklab c = oklab_of_linear(colour.at(x, y));
            const std::array<double, 3> axes{c.lightness, c.a, c.b};
            total += w;
            for (size_t k = 0; k < 3; ++k) {
                sum[k] += w * axes[k];
                squares[k] += w * axes[k] * axes[k];
            }
        }
    if (total <= 0.0)
        return {{0.6f, 0.0f, 0.0f}, {0.1f, 0.02f, 0.02f}};
    std::array<float, 3> mean{}, spread{};
    for (size_t k = 0; k < 3; ++k) {
        const double m = sum[k] / total;
        mean[k] = static_cast<float>(m);
        spread[k] = static_cast<float>(std::sqrt(std::max(0.0, squares[k] / total - m * m)));
    }
    return {{mean[0], mean[1], mean[2]}, {spread[0], spread[1], spread[2]}};
}

Tone tone_of(const Layer& layer) {
    Image<Rgb> colour(layer.size());
    for (size_t i = 0; i < colour.pixels().size(); ++i) {
        const float alpha = layer.alpha.pixels()[i];
        if (alpha > 0.0f)
            colour.pixels()[i] = layer.colour.pixels()[i] * (1.0f / alpha);
    }
    return tone_of(colour, layer.alpha);
}

void harmonise(Layer& layer, const Tone& subject, const ThreadPool& workers) {
    const Tone own = tone_of(layer);
    const Oklab towards = (subject.mean - own.mean) * kStrength;
    const auto bounded = [](float shift, float most) { return std::clamp(shift, -most, most); };
    const Oklab shift{bounded(towards.lightness, kMostToneShift.lightness),
                      bounded(towards.a, kMostToneShift.a), bounded(towards.b, kMostToneShift.b)};
    const Oklab stretch{ratio(subject.spread.lightness, own.spread.lightness),
                        ratio(subject.spread.a, own.spread.a), ratio(subject.spread.b, own.spread.b)};
    change_colours(layer, workers, [&](Oklab c) {
        const Oklab off = c - own.mean;
        return own.mean + shift +
               Oklab{off.lightness * stretch.lightness, off.a * stretch.a, off.b * stretch.b};
    });
}

void tint(Layer& layer, const Oklab& air, float share, const ThreadPool& workers) {
    if (share <= 0.0f)
        return;
    change_colours(layer, workers, [&](Oklab c) {
        const float light = std::clamp(c.lightness, 0.0f, 1.0f);
        const float taken = share * 4.0f * light * (1.0f - light);
        return Oklab{c.lightness, c.a + taken * (air.a - c.a), c.b + taken * (air.b - c.b)};
    });
}

void veil(Layer& layer, float veil, const Oklab& air, const ThreadPool& workers) {
    if (veil <= 0.0f)
        return;
    const float lost = veil * (1.0f - kTrace);
    // Air lightens what is dark; what is lighter than itself it hardly dims.
    change_colours(layer, workers, [&](Oklab c) {
        const float towards = c.lightness < air.lightness ? lost : 0.35f * lost;
        return Oklab{c.lightness + towards * (air.lightness - c.lightness), c.a + lost * (air.a - c.a),
                     c.b + lost * (air.b - c.b)};
    });
    const float sigma = veil * kVeilBlur * static_cast<float>(layer.size().long_side());
    layer.colour = blurred(layer.colour, sigma);
    layer.alpha = blurred(layer.alpha, sigma);
}

}  // namespace allaprima
