#pragma once
#include <span>
#include <vector>

#include "pigment/palette.h"
#include "rendering/canvas_tile.h"

namespace allaprima {

/// What colour pigments have where they lie on the canvas: a film of their mixture, as thick as it lies
/// there, over the ground, and a glaze over that where there is one.
class FilmColours {
  public:
    /// @param palette has tubes. @param ground of the primed canvas, sRGB-encoded.
    FilmColours(const Palette& palette, Rgb ground, const Exposure& exposure, Illuminant illuminant);

    /// The light that some pixels of a row reflect evenly to all sides: linear, of the sRGB primaries,
    /// against white; leaves [0, 1] for colours outside that gamut. Where the ground is left out of a
    /// picture, paint is shown as if it hid all beneath.
    ///
    /// @param first index of the first of them. @param grain for each, by how many millimetres the weave
    /// stands up through the paint, about zero; thin paint is rubbed away there. @param light one for each.
    void light_of(const CanvasTile& tile, size_t first, std::span<const float> grain, bool ground_shows,
                  std::span<Rgb> light) const;

    /// How many pixels are worked on at once at the most.
    static constexpr size_t kAtOnce = 8;

    /// The bands of the spectra, and what the eye makes of each; read by the kernel.
    struct Tables {
        size_t tubes = 0;
        std::vector<Spectrum> absorption, scattering;  ///< Of each tube.
        Spectrum ground{};                             ///< Reflectance inside the film.
        Spectrum ground_absorption{};  ///< Of priming where paint covers a part of a pixel, per mm.
        Spectrum red{}, green{}, blue{};
        float black = 0.0f, scale = 1.0f;
    };

  private:
    Tables tables_;
};

}  // namespace allaprima
