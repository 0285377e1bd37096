#pragma once
#include "rendering/noise_table.h"

namespace allaprima {

/// The single hairs that a bristle's track is made of: a fine grain stretched along the way, seen only
/// where pixels are finer than bristles. One table for all strokes, each of which reads it elsewhere.
class Hairs {
  public:
    /// @param pixel_mm side of the pixels that will be painted: what they cannot show is left out.
    explicit Hairs(float pixel_mm);

    /// False where at() is 0 everywhere.
    bool visible() const { return coarse_share_ > 0.0f; }

    /// About −1 to 1, zero on average. Both in mm; any values.
    float at(float across, float along) const;

  private:
    NoiseTable noise_;
    float coarse_share_, fine_share_;
};

}  // namespace allaprima
