#include "planning/draft_stroke.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace allaprima {
namespace {

/// A stroke that has shrunk to a point keeps so much speed that it has a direction.
constexpr float kLeastSpeed = 1e-2f;
/// How far segments may stray from the curve, pixels.
constexpr float kFlatness = 2.0f;

}  // namespace

std::vector<DraftStroke> strokes_of(const PlanState& state) {
    ALLAPRIMA_CHECK(state.parameters.size() == state.born.size() * kParameters);
    std::vector<DraftStroke> strokes;
    strokes.reserve(state.born.size());
    Parameters values;
    for (auto next = state.parameters.begin(); next != state.parameters.end(); next += kParameters) {
        std::copy_n(next, kParameters, values.begin());
        strokes.push_back(stroke_of(values));
    }
    return strokes;
}

float opacity_of(const DraftStroke& stroke) {
    return 1.0f / (1.0f + std::exp(-stroke.opacity_logit));
}

float chord_of(const DraftStroke& stroke) {
    return length(stroke.points[2] - stroke.points[0]);
}

float widest_half(const DraftStroke& stroke) {
    return std::max(stroke.half_width[0], stroke.half_width[1]);
}

Curve curve_of(const DraftStroke& stroke) {
    const auto& p = stroke.points;
    const Vec2 chord = p[2] - p[0];
    const Vec2 slowest =
        length(chord) < kLeastSpeed ? Vec2{kLeastSpeed, 0.0f} : chord * (kLeastSpeed / length(chord));
    auto moving = [&](Vec2 v) { return length(v) < kLeastSpeed ? slowest : v; };
    Curve curve;
    curve.start = p[0];
    curve.slope = moving((p[1] - p[0]) * 2.0f);
    const Vec2 last = moving((p[2] - p[1]) * 2.0f);
    curve.bend = last - curve.slope;
    curve.first_speed = length(curve.slope);
    curve.last_speed = length(last);
    curve.length = 0.5f * (curve.first_speed + curve.last_speed);
    curve.least_stiffness = 1e-3f * curve.length * curve.length;
    return curve;
}

Polyline flattened(const Curve& curve) {
    Polyline line;
    // A parabola's arc strays from its chord by an eighth of the second derivative, over the segments
    // squared.
    const float bend = 0.125f * length(curve.bend);
    line.segments =
        std::clamp(static_cast<int>(std::ceil(std::sqrt(bend / kFlatness))), 1, Polyline::kMaxSegments);
    line.stray = bend / static_cast<float>(line.segments * line.segments);
    for (int k = 0; k <= line.segments; ++k) {
        const float u = static_cast<float>(k) / static_cast<float>(line.segments);
        line.points[static_cast<size_t>(k)] = curve.start + (curve.slope + curve.bend * (0.5f * u)) * u;
    }
    for (size_t k = 0; k < static_cast<size_t>(line.segments); ++k) {
        line.along[k] = line.points[k + 1] - line.points[k];
        line.toward[k] = line.along[k] * (1.0f / std::max(1e-6f, dot(line.along[k], line.along[k])));
    }
    return line;
}

}  // namespace allaprima
