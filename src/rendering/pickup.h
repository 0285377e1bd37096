#pragma once
#include <vector>

#include "model/plan.h"
#include "rendering/footprint.h"

namespace allaprima {

/// What a brush has picked up of the paint it went through: a small table of bristle groups by steps.
struct PickUp {
    int groups = 0;
    int steps = 0;
    std::vector<Rgb> stray;  ///< Colour that the group carries there, less the stroke's own; sRGB-encoded.

    /// @param across −1 at one side of the brush to 1 at the other.
    /// @param share  of the way along the stroke, 0 to 1.
    Rgb at(float across, float share) const;
};

/// Lays the whole plan once, coarsely and in painting order, and notes what every stroke picks up.
///
/// Wet paint mixes into the brush that crosses it and is dragged along (after Chu, Baxter, Wei & Govindaraju,
/// "Detail-preserving paint modeling for 3D brushes", NPAR 2010, from whom the idea of a pick-up map is).
/// The tables depend on the plan alone, so pictures of every size drag the same colours.
std::vector<PickUp> pick_up_paint(const Plan& plan);

}  // namespace allaprima
