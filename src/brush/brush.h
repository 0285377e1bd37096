#pragma once

namespace allaprima {

/// A flat brush: a straight row of bristles. Lengths in canvas millimetres.
struct Brush {
    float bristle_width = 0.40f;   ///< Of one clump of hog bristle; the same for every brush width.
    float streak_length = 24.0f;   ///< Over which a bristle's track stays alike.
    float colour_spread = 0.055f;  ///< How far a bristle's colour strays from the paint's, as a share of it.
    float mixing = 0.28f;  ///< How much of the wet paint it crosses it takes along: 0 none, 1 all it can.
    float ragged = 0.30f;  ///< How unevenly bristles begin and end, as a share of the half-width.
    float dryness = 0.5f;  ///< How soon the load runs out: 0 never, 1 before the end of most strokes.

    bool operator==(const Brush&) const = default;
};

}  // namespace allaprima
