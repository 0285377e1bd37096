#pragma once
#include <cstdint>

#include "base/geometry.h"

namespace allaprima {

/// The primed linen under the paint: a plain weave whose threads wander and swell, as spun thread does.
struct Tooth {
    float thread_mm = 0.9f;    ///< From thread to thread.
    float height_mm = 0.045f;  ///< From the hollows to the knots, through the priming.
    uint64_t seed = 0x7007;

    /// Height at a point of the canvas, mm, about zero; smoothed for pixels of this side.
    float height_at(Vec2 p, float pixel_mm) const;
};

}  // namespace allaprima
