#pragma once
#include <cstdint>

#include "base/rng.h"

namespace allaprima {

/// A uniform number in [0, 1) that belongs to this place of a lattice.
inline float lattice_value(uint64_t seed, int i, int j) {
    const uint64_t place = static_cast<uint64_t>(static_cast<uint32_t>(i)) << 32 | static_cast<uint32_t>(j);
    return unit_float(scramble(seed ^ (place * 0xd6e8feb86659fd93ULL)));
}

/// The whole number below x, without a call where the processor has no instruction for it; |x| < 2³¹.
inline int cell_of(float x) {
    const int towards_zero = static_cast<int>(x);
    return x < static_cast<float>(towards_zero) ? towards_zero - 1 : towards_zero;
}

/// From a at t = 0 to b at t = 1, level at both.
inline float joined_smoothly(float a, float b, float t) {
    return a + (b - a) * (t * t * (3.0f - 2.0f * t));
}

/// Value noise along one axis of row `row`: lattice values joined smoothly. 0 to 1.
inline float track_noise(uint64_t seed, int row, float x) {
    const int i = cell_of(x);
    const float t = x - static_cast<float>(i);
    return joined_smoothly(lattice_value(seed, row, i), lattice_value(seed, row, i + 1), t);
}

/// Value noise in the plane, one lattice point a unit. 0 to 1.
inline float plane_noise(uint64_t seed, float x, float y) {
    const int j = cell_of(y);
    const float t = y - static_cast<float>(j);
    return joined_smoothly(track_noise(seed, j, x), track_noise(seed, j + 1, x), t);
}

/// How much of a pattern of this spacing survives in pixels of this side: 1 when pixels are much finer,
/// 0 when the pattern would only alias. Any unit, the same for both.
inline float resolved_share(float spacing, float pixel) {
    const float z = (spacing / pixel - 0.7f) * (1.0f / 1.3f);
    const float t = z < 0.0f ? 0.0f : z > 1.0f ? 1.0f : z;
    return t * t * (3.0f - 2.0f * t);
}

}  // namespace allaprima
