#pragma once
#include <vector>

#include "brush/brush.h"
#include "image/image.h"
#include "rendering/footprint.h"
#include "rendering/pickup.h"

namespace allaprima {

/// What one bristle leaves at one place of its track.
struct Track {
    float load =
        0.5f;  ///< Paint on it: 0 the driest bristle of the brush, 1 the fullest; uniform in between.
    float body = 1.0f;  ///< Thickness of its paint, as a share of the stroke's; about 1, smooth.
    Rgb tint;           ///< What it adds to the stroke's colour, sRGB-encoded; zero on average.

    Track operator+(const Track& o) const { return {load + o.load, body + o.body, tint + o.tint}; }
    Track operator*(float k) const { return {load * k, body * k, tint * k}; }
};

/// How much of its brush's own life a stroke shows: 1 all; less where a broad brush lays even ground and
/// loses its sides in it.
float liveliness(const Stroke& stroke);

/// The tracks of all the bristles of a stroke, in a table of bristles by steps along the way.
///
/// Each bristle carries its own load and tint, which change slowly along the way; neighbours stick
/// together in clumps. Where pixels are coarser than bristles their differences average out.
class BristleTracks {
  public:
    /// @param pixel_mm side of the pixels that will be painted.
    BristleTracks(const Footprint& footprint, const Brush& brush, const Stroke& stroke, const PickUp& pickup,
                  float pixel_mm);

    /// @param across distance from the centre line, mm; beyond the widest half the last bristle counts.
    /// @param half   half the stroke's width there, mm: where a brush narrows, its bristles close up a little
    ///               and the outer ones leave the canvas.
    /// @param along  way along the centre line, mm.
    Track at(float across, float half, float along) const;

    /// How far the tracks differ at this pixel size: 1 fully, 0 not at all.
    float contrast() const { return contrast_; }

  private:
    /// Fields of noise over a stroke's bristles and steps, each of mean 0 and deviation 1.
    struct Noise {
        std::vector<float> load, swathe, warmth;
    };
    Noise noise_of(const Brush& brush, uint64_t seed, float fine, float clumped) const;
    const Track& cell(int bristle, int step) const {
        return cells_[static_cast<size_t>(step) * static_cast<size_t>(bristles_) +
                      static_cast<size_t>(bristle)];
    }

    int bristles_, steps_;
    float bristles_per_across_, steps_per_mm_, widest_half_;
    float contrast_;
    std::vector<Track> cells_;
};

}  // namespace allaprima
