#pragma once
#include <array>

#include "image/cie.h"

namespace allaprima {

/// Colours of paint are worked out in bands of 10 nm, from 380 to 750 nm.
constexpr int kBands = 38;
constexpr float kFirstWavelength = 380.0f, kBandWidth = 10.0f;  // nm

/// One number for each band: a reflectance (0 to 1), or what a paint absorbs or scatters.
using Spectrum = std::array<float, kBands>;

enum class Illuminant {
    D65,  ///< Daylight at noon; pictures for a screen.
    D50,  ///< Daylight at the horizon; pictures for print.
};

/// What the CIE 1931 2° observer gives each band of a reflectance under an illuminant, for x, y and z: the
/// sum over the bands is the tristimulus value, and a perfect white gives the illuminant's.
const std::array<Spectrum, 3>& observer_weights(Illuminant illuminant);

Xyz seen_under(const Spectrum& reflectance, Illuminant illuminant);

}  // namespace allaprima
