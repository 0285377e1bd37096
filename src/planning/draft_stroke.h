#pragma once
#include <array>
#include <bit>
#include <vector>

#include "base/geometry.h"
#include "image/image.h"
#include "model/plan_state.h"

namespace allaprima {

/// A stroke while it is being refined. Lengths are in pixels of the level it is refined on.
struct DraftStroke {
    std::array<Vec2, 3> points;         ///< Control points of the centre line.
    std::array<float, 2> half_width{};  ///< At the start and at the end; even in between.
    float fade = 0.0f;           ///< By how much its border is wider than the planned edge; not negative.
    float opacity_logit = 0.0f;  ///< Opacity is the logistic function of it.
    Rgb colour;                  ///< sRGB-encoded.

    bool operator==(const DraftStroke&) const = default;
};

constexpr int kParameters = 13;
/// The parameters of a draft stroke, in the order of its members.
using Parameters = std::array<float, kParameters>;

constexpr Parameters parameters(const DraftStroke& stroke) {
    return std::bit_cast<Parameters>(stroke);
}
constexpr DraftStroke stroke_of(const Parameters& values) {
    return std::bit_cast<DraftStroke>(values);
}

/// The strokes of a plan in the making, in pixels of level 0. It holds kParameters numbers for each.
std::vector<DraftStroke> strokes_of(const PlanState& state);

float opacity_of(const DraftStroke& stroke);

/// Length of the line from the first control point to the last, and the larger half-width.
float chord_of(const DraftStroke& stroke);
float widest_half(const DraftStroke& stroke);

/// A draft stroke's centre line: start + slope u + bend u²/2, u from 0 to 1; straight on along its tangents
/// beyond.
struct Curve {
    Vec2 start, slope, bend;
    /// |∂/∂u| at the two ends, pixels. The way travelled is reckoned as if it changed evenly in between.
    float first_speed, last_speed;
    float length;           ///< The way from end to end, reckoned so.
    float least_stiffness;  ///< Below which the search for a foot is not led by the curve any more.
};
Curve curve_of(const DraftStroke& stroke);

/// The same as a few straight segments, near enough to tell which part of a curve is nearest.
struct Polyline {
    static constexpr int kMaxSegments = 8;

    int segments = 1;
    std::array<Vec2, kMaxSegments + 1> points;
    std::array<Vec2, kMaxSegments> along;   ///< From each point to the next.
    std::array<Vec2, kMaxSegments> toward;  ///< Over its squared length: (p − point) · toward is p's share.
    float stray;                            ///< The farthest they are from the curve.
};
Polyline flattened(const Curve& curve);

}  // namespace allaprima
