#pragma once
#include "base/geometry.h"
#include "rendering/noise_table.h"

namespace allaprima {

/// The primed linen under the paint: a plain weave whose threads wander and swell, as spun thread does.
struct Tooth {
    float thread_mm = 0.62f;   ///< From thread to thread.
    float height_mm = 0.031f;  ///< From the hollows to the knots, through the priming.
    NoiseTable noise{0x7007};

    /// Height at a point of the canvas, mm, about zero; smoothed for pixels of this side.
    float height_at(Vec2 p, float pixel_mm) const;

    /// How much of the weave still shows through paint of this thickness, mm: 1 nothing hides it, 0 all.
    static float showing(float body) { return 1.0f / (1.0f + body * body * 220.0f); }
};

}  // namespace allaprima
