#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "rendering/noise.h"

namespace allaprima {

/// Value noise in the plane that is read from a table instead of being worked out: quick enough for every
/// pixel. It repeats after `period` units.
class NoiseTable {
  public:
    static constexpr int kPeriod = 128;  ///< A power of two.

    explicit NoiseTable(uint64_t seed) : values_(static_cast<size_t>(kPeriod) * kPeriod) {
        for (int j = 0; j < kPeriod; ++j)
            for (int i = 0; i < kPeriod; ++i)
                values_[index(i, j)] = lattice_value(seed, i, j);
    }

    /// 0 to 1; one lattice point a unit, joined smoothly.
    float at(float x, float y) const {
        const int i = cell_of(x), j = cell_of(y);
        const float tx = eased(x - static_cast<float>(i)), ty = eased(y - static_cast<float>(j));
        const float before = join(values_[index(i, j)], values_[index(i + 1, j)], tx);
        const float after = join(values_[index(i, j + 1)], values_[index(i + 1, j + 1)], tx);
        return join(before, after, ty);
    }

  private:
    static float eased(float t) { return t * t * (3.0f - 2.0f * t); }
    static float join(float a, float b, float t) { return a + (b - a) * t; }
    static size_t index(int i, int j) {
        return static_cast<size_t>(j & (kPeriod - 1)) * kPeriod + static_cast<size_t>(i & (kPeriod - 1));
    }

    std::vector<float> values_;
};

}  // namespace allaprima
