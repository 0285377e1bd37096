#include "rendering/mixed_paint.h"

#include <algorithm>
#include <cmath>

#include "image/colour.h"

namespace allaprima {
namespace {

/// A bristle holds at most so much more of one tube for a unit of lightness or warmth: tubes that hardly
/// change the colour would have to be moved too far.
constexpr float kMostMoved = 4.0f;
constexpr float kLeastShare = 0.01f;  // of a tube that counts as part of the mixture

struct Look {
    float grey = 0.0f, warmth = 0.0f;
};

Look look_of(const Palette& palette, const Shares& shares) {
    const Rgb c = srgb_from_linear(
        linear_srgb_from_xyz(seen_under(masstone(medium_of(palette, shares)), Illuminant::D65)));
    return {luma(c), 0.5f * (c.r - c.b)};
}

/// From the mixture towards one tube, and what a small step that way changes.
struct Way {
    Shares towards{};
    Look slope;
};

Way way_to(const Palette& palette, const Shares& shares, const Look& now, size_t tube) {
    constexpr float kStep = 0.05f;
    Way way;
    Shares there = shares;
    for (size_t i = 0; i < shares.size(); ++i) {
        way.towards[i] = (i == tube ? 1.0f : 0.0f) - shares[i];
        there[i] += kStep * way.towards[i];
    }
    const Look then = look_of(palette, there);
    way.slope = {(then.grey - now.grey) / kStep, (then.warmth - now.warmth) / kStep};
    return way;
}

/// Of the ways to the tubes in the mixture the one that changes a quality most in this direction, scaled to
/// one unit of it.
std::vector<float> steepest(const std::vector<Way>& ways, float Look::*quality, float sign, size_t size) {
    std::vector<float> direction(size, 0.0f);
    const Way* best = nullptr;
    for (const Way& way : ways)
        if (sign * way.slope.*quality > (best ? sign * best->slope.*quality : 0.0f))
            best = &way;
    if (!best)
        return direction;
    const float scale = std::min(kMostMoved, 1.0f / (sign * best->slope.*quality));
    for (size_t i = 0; i < best->towards.size() && 4 + i < size; ++i)
        direction[4 + i] = scale * best->towards[i];
    return direction;
}

}  // namespace

float scattering_of(const Palette& palette, const Shares& shares) {
    const Spectrum& seen = observer_weights(Illuminant::D65)[1];
    const Medium medium = medium_of(palette, shares);
    float sum = 0.0f;
    for (size_t band = 0; band < kBands; ++band)
        sum += seen[band] * medium.scattering[band];
    return sum;
}

MixedPaint mixed_paint(const Paint& paint, const Palette& palette) {
    MixedPaint mixed;
    mixed.scattering = scattering_of(palette, paint.shares);
    mixed.channels = channels_of(palette);
    const size_t size = 4 + static_cast<size_t>(mixed.channels);
    mixed.mean.assign(size, 0.0f);
    mixed.mean[0] = paint.colour.r;
    mixed.mean[1] = paint.colour.g;
    mixed.mean[2] = paint.colour.b;
    std::copy_n(paint.shares.begin(), palette.tubes.size(), mixed.mean.begin() + 4);

    std::vector<Way> ways;
    if (!palette.plain()) {
        const Look now = look_of(palette, paint.shares);
        for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
            if (paint.shares[tube] >= kLeastShare)
                ways.push_back(way_to(palette, paint.shares, now, tube));
    }
    mixed.lighter = steepest(ways, &Look::grey, 1.0f, size);
    mixed.darker = steepest(ways, &Look::grey, -1.0f, size);
    mixed.warmer = steepest(ways, &Look::warmth, 1.0f, size);
    mixed.cooler = steepest(ways, &Look::warmth, -1.0f, size);
    for (size_t i = 0; i < 3; ++i) {
        mixed.lighter[i] = 1.0f;
        mixed.darker[i] = -1.0f;
    }
    mixed.warmer[0] = mixed.cooler[2] = 1.0f;
    mixed.warmer[2] = mixed.cooler[0] = -1.0f;
    return mixed;
}

}  // namespace allaprima
