#pragma once
#include "model/plan.h"
#include "rendering/noise_table.h"

namespace allaprima {

/// The primed support under the paint, and its grain.
///
/// Linen and cotton are plain weaves, whose threads wander and swell as spun thread does, linen's more than
/// cotton's. A panel keeps the traces of the brush that primed it; paper has an irregular grain.
class Tooth {
  public:
    explicit Tooth(Support support = Support::Linen);

    /// Height at a point of the canvas, mm, about zero; smoothed for pixels of this side.
    float height_at(Vec2 p, float pixel_mm) const;

    /// From the hollows to the peaks, through the priming, mm.
    float height() const { return height_mm_; }

    /// How much of the grain still shows through paint of this thickness, mm: 1 nothing hides it, 0 all.
    static float showing(float body) {
        const float over = 1.0f + body * body * 60.0f;
        return 1.0f / (over * over);
    }

    /// By how much the grains of the pigment tilt the surface of any paint: height over way, about zero;
    /// smoothed for pixels of this side.
    Vec2 grit_at(Vec2 p, float pixel_mm) const;

  private:
    float weave_at(Vec2 threads) const;
    float brushed_at(Vec2 grains) const;
    float grain_at(Vec2 grains) const;

    Support support_;
    float spacing_mm_, height_mm_;
    float wandering_, swelling_;  ///< Of threads.
    NoiseTable noise_{0x7007};
};

}  // namespace allaprima
