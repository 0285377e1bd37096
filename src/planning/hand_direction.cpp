#include "planning/hand_direction.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/rng.h"
#include "image/filters.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Standard deviation of the noise by which strokes stray, in sides of a stroke's room: as broad as a stroke,
/// so that each strays to its own side.
constexpr float kStray = 0.6f;

double mean_energy(const Structure& structure) {
    double sum = 0.0;
    for (size_t i = 0; i < structure.xx.pixels().size(); ++i)
        sum += structure.xx.pixels()[i] + structure.yy.pixels()[i];
    return sum / static_cast<double>(structure.xx.pixels().size());
}

/// Adds the structure of an edge with this unit normal.
void add_edge(Structure& structure, size_t i, Vec2 normal, float energy) {
    structure.xx.pixels()[i] += energy * normal.x * normal.x;
    structure.xy.pixels()[i] += energy * normal.x * normal.y;
    structure.yy.pixels()[i] += energy * normal.y * normal.y;
}

void hatch(Structure& structure, float slant_degrees, float energy) {
    const float angle = slant_degrees * std::numbers::pi_v<float> / 180.0f;
    const Vec2 normal{std::sin(angle), std::cos(angle)};  // y points down
    for (size_t i = 0; i < structure.xx.pixels().size(); ++i)
        add_edge(structure, i, normal, energy);
}

/// Noise around 0 without anything finer than `sigma` pixels.
Image<float> smooth_noise(Size size, float sigma, uint64_t seed) {
    Image<float> noise(size);
    for (size_t i = 0; i < noise.pixels().size(); ++i)
        noise.pixels()[i] = unit_float(scramble(seed ^ scramble(i))) - 0.5f;
    return blurred(noise, sigma);
}

void swirl(Structure& structure, float sigma, float energy, uint64_t seed) {
    const Size size = structure.xx.size();
    const Image<float> noise = smooth_noise(size, sigma, seed);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const auto height = [&](int dx, int dy) {
                return noise.at(std::clamp(x + dx, 0, size.width - 1),
                                std::clamp(y + dy, 0, size.height - 1));
            };
            const Vec2 slope{height(1, 0) - height(-1, 0), height(0, 1) - height(0, -1)};
            const size_t i =
                static_cast<size_t>(y) * static_cast<size_t>(size.width) + static_cast<size_t>(x);
            if (const float steep = length(slope); steep > 0.0f)
                add_edge(structure, i, slope * (1.0f / steep), energy);
        }
}

/// Turns the directions by smooth noise of this standard deviation.
void stray(Structure& structure, float sigma, float degrees, uint64_t seed) {
    const Image<float> noise = smooth_noise(structure.xx.size(), sigma, seed);
    double energy = 1e-12;
    for (const float value : noise.pixels())
        energy += static_cast<double>(value) * value;
    const float turn = degrees * std::numbers::pi_v<float> / 180.0f /
                       static_cast<float>(std::sqrt(energy / static_cast<double>(noise.pixels().size())));
    for (size_t i = 0; i < noise.pixels().size(); ++i) {
        // A tensor turns by R S Rᵀ.
        const float c = std::cos(turn * noise.pixels()[i]), s = std::sin(turn * noise.pixels()[i]);
        float &xx = structure.xx.pixels()[i], &xy = structure.xy.pixels()[i], &yy = structure.yy.pixels()[i];
        const float x = xx, both = xy, y = yy;
        xx = c * c * x - 2.0f * c * s * both + s * s * y;
        xy = c * s * (x - y) + (c * c - s * s) * both;
        yy = s * s * x + 2.0f * c * s * both + c * c * y;
    }
}

}  // namespace

Structure led_by(const Structure& forms, const Hand& hand, float room, uint64_t seed) {
    const auto energy = static_cast<float>(mean_energy(forms));
    Structure led = hand.sweep > 0.0f ? smoothed(forms, hand.sweep * room) : forms;
    if (hand.hatching > 0.0f)
        hatch(led, hand.slant, hand.hatching * energy);
    if (hand.swirl > 0.0f)
        swirl(led, hand.eddy * room, hand.swirl * energy, seed);
    if (hand.waver > 0.0f)
        stray(led, kStray * room, hand.waver, scramble(seed + 1));
    return led;
}

}  // namespace allaprima
