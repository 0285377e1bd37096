// Kubelka and Munk's film, several pixels at a time, band by band; see pigment/kubelka_munk.h for the
// formula. As in the kernel that lays paint no multiplication is fused with an addition, and the exponential
// is our own, so that every instruction set gives the same bits.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "rendering/film_colours.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "image/colour.h"
#include "rendering/film_colours.h"
#include "rendering/vectors.inl"

HWY_BEFORE_NAMESPACE();
namespace allaprima {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// e^(−x) for x ≥ 0: 2 to the whole part by its bits, to the rest by a polynomial (Taylor's, about ½; 2 ·
/// 10⁻⁷).
HWY_INLINE V exp_of_minus(V x) {
    const hn::RebindToSigned<D> di;
    const V t = mul(hn::Min(x, set(80.0f)), set(-1.44269504f));
    const V whole = hn::Floor(t);
    const V y = mul(sub(sub(t, whole), set(0.5f)), set(0.69314718f));
    V series = set(1.0f / 720.0f);
    for (float factor : {1.0f / 120.0f, 1.0f / 24.0f, 1.0f / 6.0f, 0.5f, 1.0f, 1.0f})
        series = add(mul(series, y), set(factor));
    const auto exponent = hn::ShiftLeft<23>(hn::Add(hn::ConvertTo(di, whole), hn::Set(di, 127)));
    return mul(mul(series, set(1.41421356f)), hn::BitCast(d, exponent));
}

/// Reflectance of a film inside, over something that reflects `beneath` inside.
HWY_INLINE V film(V absorption, V scattering, V thickness, V beneath) {
    const V one = set(1.0f);
    const V q = hn::Div(absorption, scattering);
    const V b = hn::Max(hn::Sqrt(mul(q, add(q, set(2.0f)))), set(1e-3f));
    const V faded = exp_of_minus(mul(mul(add(b, b), scattering), thickness));
    const V bc = hn::Div(mul(b, add(one, faded)), hn::Max(sub(one, faded), set(1e-7f)));
    const V swallowed = sub(one, beneath);
    return hn::Div(add(swallowed, mul(beneath, sub(bc, q))), add(add(swallowed, q), bc));
}

/// The tubes in some pixels: their numbers, and how much of each there is in every pixel, sum 1.
struct Mixture {
    std::array<size_t, kMostTubes> tubes;
    size_t count = 0;
    alignas(64) std::array<std::array<float, 8>, kMostTubes> shares;
    alignas(64) std::array<float, 8> whole;   ///< The sum before it was made 1,
    alignas(64) std::array<float, 8> ground;  ///< but for the share of the ground.
};

/// @param with_ground whether what is not paint is priming: what the tubes lack to 1.
HWY_INLINE Mixture mixture_of(const FilmColours::Tables& tables, const float* shares, size_t channels,
                              size_t count, bool with_ground) {
    Mixture mix;
    mix.whole.fill(0.0f);
    for (size_t tube = 0; tube < tables.tubes; ++tube) {
        float most = 0.0f;
        auto& row = mix.shares[mix.count];
        row.fill(0.0f);
        for (size_t pixel = 0; pixel < count; ++pixel) {
            row[pixel] = shares[pixel * channels + tube];
            mix.whole[pixel] += row[pixel];
            most = std::max(most, row[pixel]);
        }
        if (most > 0.0f)
            mix.tubes[mix.count++] = tube;
    }
    const float least = with_ground ? 1.0f : 1e-6f;
    mix.ground.fill(0.0f);
    for (size_t pixel = 0; pixel < count; ++pixel) {
        if (with_ground)
            mix.ground[pixel] = std::max(0.0f, 1.0f - mix.whole[pixel]);
        for (size_t k = 0; k < mix.count; ++k)
            mix.shares[k][pixel] /= std::max(mix.whole[pixel], least);
    }
    return mix;
}

struct Coefficients {
    V absorption, scattering;
};

HWY_INLINE Coefficients coefficients(const FilmColours::Tables& tables, const Mixture& mix, size_t band) {
    const V ground = hn::Load(d, mix.ground.data());
    V absorption = mul(ground, set(tables.ground_absorption[band]));
    V scattering = add(set(1e-4f), mul(ground, set(CanvasTile::kGroundScattering)));
    for (size_t k = 0; k < mix.count; ++k) {
        const V share = hn::Load(d, mix.shares[k].data());
        absorption = add(absorption, mul(share, set(tables.absorption[mix.tubes[k]][band])));
        scattering = add(scattering, mul(share, set(tables.scattering[mix.tubes[k]][band])));
    }
    return {absorption, scattering};
}

/// What is seen of light that comes from inside the film, the gleam of the surface left out.
HWY_INLINE V through_surface(V inside) {
    constexpr float kPassing = (1.0f - kOuterReflection) * (1.0f - kInnerReflection);
    return hn::Div(mul(set(kPassing), inside), sub(set(1.0f), mul(set(kInnerReflection), inside)));
}

/// Some pixels, at most a vector of them. The thicknesses are in mm, one for each.
void shade(const FilmColours::Tables& tables, const CanvasTile& tile, size_t first, size_t count,
           const float* thickness, bool with_ground, Rgb* light) {
    const auto channels = static_cast<size_t>(tile.channels);
    const Mixture paint =
        mixture_of(tables, tile.shares.data() + first * channels, channels, count, with_ground);
    const bool glazed =
        !tile.glaze.empty() && !hn::AllFalse(d, hn::Gt(hn::LoadU(d, tile.glaze.data() + first), set(1e-6f)));
    Mixture glaze;
    V glaze_mm = hn::Zero(d);
    auto there = hn::FirstN(d, 0);
    if (glazed) {
        glaze = mixture_of(tables, tile.glaze_shares.data() + first * channels, channels, count, false);
        glaze_mm = hn::LoadU(d, tile.glaze.data() + first);
        there = hn::Gt(glaze_mm, set(1e-6f));
    }
    const V mm = hn::LoadU(d, thickness);
    V red = hn::Zero(d), green = hn::Zero(d), blue = hn::Zero(d);
    for (size_t band = 0; band < kBands; ++band) {
        const Coefficients body = coefficients(tables, paint, band);
        V inside = film(body.absorption, body.scattering, mm, set(tables.ground[band]));
        if (glazed) {
            const Coefficients thin = coefficients(tables, glaze, band);
            inside = hn::IfThenElse(there, film(thin.absorption, thin.scattering, glaze_mm, inside), inside);
        }
        const V seen = through_surface(inside);
        red = add(red, mul(seen, set(tables.red[band])));
        green = add(green, mul(seen, set(tables.green[band])));
        blue = add(blue, mul(seen, set(tables.blue[band])));
    }
    alignas(64) std::array<float, 8> r{}, g{}, b{};
    auto shown = [&](V v) { return mul(sub(v, set(tables.black)), set(tables.scale)); };
    hn::Store(shown(red), d, r.data());
    hn::Store(shown(green), d, g.data());
    hn::Store(shown(blue), d, b.data());
    for (size_t i = 0; i < count; ++i)
        light[i] = {r[i], g[i], b[i]};
}

size_t pixels_at_once() {
    return hn::Lanes(d);
}

}  // namespace HWY_NAMESPACE
}  // namespace allaprima
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace allaprima {

HWY_EXPORT(shade);
HWY_EXPORT(pixels_at_once);

namespace {

/// A film this thick hides everything, mm.
constexpr float kHiding = 5.0f;
/// The thinnest that paint lies where it covers at all, mm.
constexpr float kThinnest = 0.06f;

/// 0 below `low`, 1 above `high`, a soft step between.
float step(float low, float high, float x) {
    const float t = std::clamp((x - low) / (high - low), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

/// A smooth reflectance of the colour that this light has, as it is shown: three broad bands of it, in the
/// shares that give the colour exactly, cut to what a surface can reflect.
Spectrum reflectance_of(Rgb linear, const Exposure& exposure) {
    std::array<Spectrum, 3> bands{};
    for (size_t band = 0; band < kBands; ++band) {
        const float nm = kFirstWavelength + kBandWidth * static_cast<float>(band);
        const float above_blue = step(470.0f, 510.0f, nm), above_green = step(570.0f, 610.0f, nm);
        bands[0][band] = above_green;
        bands[1][band] = above_blue - above_green;
        bands[2][band] = 1.0f - above_blue;
    }
    // Light is linear in the shares; three equations by Cramer's rule.
    std::array<Rgb, 3> light;
    for (size_t k = 0; k < 3; ++k)
        light[k] = linear_srgb_from_xyz(seen_under(bands[k], Illuminant::D65));
    const float scale = exposure.white - exposure.black;
    const Rgb wanted = linear * scale + Rgb{exposure.black, exposure.black, exposure.black};
    auto determinant = [](Rgb a, Rgb b, Rgb c) {
        return a.r * (b.g * c.b - c.g * b.b) - b.r * (a.g * c.b - c.g * a.b) + c.r * (a.g * b.b - b.g * a.b);
    };
    const float whole = determinant(light[0], light[1], light[2]);
    const std::array<float, 3> shares = {determinant(wanted, light[1], light[2]) / whole,
                                         determinant(light[0], wanted, light[2]) / whole,
                                         determinant(light[0], light[1], wanted) / whole};
    Spectrum sum{};
    for (size_t band = 0; band < kBands; ++band)
        sum[band] = std::clamp(
            shares[0] * bands[0][band] + shares[1] * bands[1][band] + shares[2] * bands[2][band], 0.0f, 1.0f);
    return sum;
}

}  // namespace

FilmColours::FilmColours(const Palette& palette, Rgb ground, const Exposure& exposure,
                         Illuminant illuminant) {
    tables_.tubes = palette.tubes.size();
    for (const Pigment& tube : palette.tubes) {
        tables_.absorption.push_back(tube.absorption);
        tables_.scattering.push_back(tube.scattering);
    }
    constexpr float kPassing = (1.0f - kOuterReflection) * (1.0f - kInnerReflection);
    const Spectrum bare = reflectance_of(linear_from_srgb(ground), exposure);
    const auto& eye = observer_weights(illuminant);
    for (size_t band = 0; band < kBands; ++band) {
        const float x = bare[band] / kPassing;
        const float inside = std::clamp(x / (1.0f + kInnerReflection * x), 1e-3f, 1.0f);
        tables_.ground[band] = inside;
        tables_.ground_absorption[band] =
            CanvasTile::kGroundScattering * (1.0f - inside) * (1.0f - inside) / (2.0f * inside);
        const Xyz seen{eye[0][band], eye[1][band], eye[2][band]};
        const Rgb light =
            illuminant == Illuminant::D65 ? linear_srgb_from_xyz(seen) : linear_srgb_from_xyz_d50(seen);
        tables_.red[band] = light.r;
        tables_.green[band] = light.g;
        tables_.blue[band] = light.b;
    }
    tables_.black = exposure.black;
    tables_.scale = 1.0f / (exposure.white - exposure.black);
}

void FilmColours::light_of(const CanvasTile& tile, size_t first, std::span<const float> grain,
                           bool ground_shows, std::span<Rgb> light) const {
    const size_t at_once = HWY_DYNAMIC_DISPATCH(pixels_at_once)();
    const auto channels = static_cast<size_t>(tile.channels);
    for (size_t from = 0; from < light.size(); from += at_once) {
        const size_t count = std::min(at_once, light.size() - from);
        alignas(64) std::array<float, kAtOnce> mm{};
        for (size_t k = 0; k < count; ++k) {
            const size_t pixel = first + from + k;
            float covered = 0.0f;
            for (size_t c = 0; c < channels; ++c)
                covered += tile.shares[pixel * channels + c];
            const float body = tile.body[pixel];
            mm[k] =
                ground_shows ? std::max(body - grain[from + k], 0.5f * body) + kThinnest * covered : kHiding;
        }
        HWY_DYNAMIC_DISPATCH(shade)
        (tables_, tile, first + from, count, mm.data(), ground_shows, light.data() + from);
    }
}

}  // namespace allaprima
#endif
