#include "composing/smooth_noise.h"

#include <cmath>

#include "base/rng.h"
#include "composing/layer.h"

namespace allaprima {

float smooth_noise(Vec2 at, unsigned stream) {
    const float left = std::floor(at.x), top = std::floor(at.y);
    const auto corner = [&](int i, int j) {
        const auto x = static_cast<uint64_t>(static_cast<int64_t>(left) + i);
        const auto y = static_cast<uint64_t>(static_cast<int64_t>(top) + j);
        return 2.0f * unit_float(scramble(x ^ scramble(y ^ scramble(stream)))) - 1.0f;
    };
    const float across = smooth_step(0.0f, 1.0f, at.x - left), down = smooth_step(0.0f, 1.0f, at.y - top);
    const float upper = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * across;
    const float lower = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * across;
    return upper + (lower - upper) * down;
}

}  // namespace allaprima
