#pragma once
#include <array>
#include <string>
#include <vector>

#include "pigment/pigment.h"

namespace allaprima {

/// So many tubes lie on a palette at most: a pixel of the canvas keeps how much there is of each.
constexpr int kMostTubes = 16;

/// The tubes that a painting is painted with. None: paint is plain colour then, and mixes as light does.
struct Palette {
    std::string name;
    std::vector<Pigment> tubes;

    bool operator==(const Palette&) const = default;
    bool plain() const { return tubes.empty(); }
};

/// How much of each tube is in a mixture, by volume; sum 1.
using Shares = std::array<float, kMostTubes>;

/// What tubes in these shares absorb and scatter together.
struct Medium {
    Spectrum absorption{}, scattering{};
};
Medium medium_of(const Palette& palette, const Shares& shares);

/// The border between dried oil paint and air, and what a film under it reflects when it hides all beneath,
/// without the surface's gleam.
constexpr float kOuterReflection = 0.03f, kInnerReflection = 0.65f;
Spectrum masstone(const Medium& medium);
/// The same of a film of this thickness, mm, over something that reflects `beneath` inside the film.
Spectrum film(const Medium& medium, float thickness, const Spectrum& beneath);

/// How a painting is looked at: the eye takes its whitest white for white and its darkest mixture for black,
/// as in a photograph of it that was well exposed (media-relative colour with black point compensation).
struct Exposure {
    float white = 1.0f;  ///< Luminance that is shown as 1.
    float black = 0.0f;  ///< Luminance that is shown as 0.

    bool operator==(const Exposure&) const = default;
    /// Linear light of the sRGB primaries, as shown; leaves [0, 1] for colours that no screen shows.
    Rgb shown(Xyz seen) const;
};

}  // namespace allaprima
