#include "pigment/palette.h"

#include "pigment/kubelka_munk.h"

namespace allaprima {

Medium medium_of(const Palette& palette, const Shares& shares) {
    Medium sum;
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube) {
        if (shares[tube] == 0.0f)
            continue;
        const Pigment& pigment = palette.tubes[tube];
        for (size_t band = 0; band < kBands; ++band) {
            sum.absorption[band] += shares[tube] * pigment.absorption[band];
            sum.scattering[band] += shares[tube] * pigment.scattering[band];
        }
    }
    return sum;
}

Spectrum masstone(const Medium& medium) {
    constexpr Surface<float> kSurface{kOuterReflection, kInnerReflection};
    Spectrum seen{};
    for (size_t band = 0; band < kBands; ++band)
        seen[band] =
            kSurface.without_gleam(masstone_reflectance(medium.absorption[band], medium.scattering[band]));
    return seen;
}

Spectrum film(const Medium& medium, float thickness, const Spectrum& beneath) {
    constexpr Surface<float> kSurface{kOuterReflection, kInnerReflection};
    Spectrum seen{};
    for (size_t band = 0; band < kBands; ++band)
        seen[band] = kSurface.without_gleam(
            film_reflectance(medium.absorption[band], medium.scattering[band], thickness, beneath[band]));
    return seen;
}

Rgb Exposure::shown(Xyz seen) const {
    const Rgb light = linear_srgb_from_xyz(seen);
    const float scale = 1.0f / (white - black);
    return {(light.r - black) * scale, (light.g - black) * scale, (light.b - black) * scale};
}

}  // namespace allaprima
