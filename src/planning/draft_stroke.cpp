#include "planning/draft_stroke.h"

#include <algorithm>
#include <cmath>

#include "brush/stroke.h"

namespace allaprima {
namespace {

/// Keeps the segments of a stroke that has shrunk to a point apart by so much that they have a direction.
constexpr float kShortestSegment = 1e-3f;

}  // namespace

float opacity_of(const DraftStroke& stroke) {
    return 1.0f / (1.0f + std::exp(-stroke.opacity_logit));
}

float chord_of(const DraftStroke& stroke) {
    return length(stroke.points[2] - stroke.points[0]);
}

float widest_half(const DraftStroke& stroke) {
    return std::max(stroke.half_width[0], stroke.half_width[1]);
}

Polyline flattened(const DraftStroke& stroke) {
    const auto& p = stroke.points;
    Polyline line;
    // A parabola's arc strays from its chord by a quarter of the second difference, over the segments
    // squared.
    const float bend = length(p[0] - p[1] * 2.0f + p[2]);
    line.segments = std::clamp(static_cast<int>(std::ceil(std::sqrt(0.25f * bend / kPlannedFlatness))), 1,
                               Polyline::kMaxSegments);
    for (int k = 0; k <= line.segments; ++k) {
        const float u = static_cast<float>(k) / static_cast<float>(line.segments), v = 1.0f - u;
        line.points[static_cast<size_t>(k)] = p[0] * (v * v) + p[1] * (2.0f * u * v) + p[2] * (u * u);
    }
    for (size_t k = 0; k < static_cast<size_t>(line.segments); ++k) {
        line.segment_length[k] = std::max(kShortestSegment, length(line.points[k + 1] - line.points[k]));
        line.along[k] = line.points[k + 1] - line.points[k];
        line.toward[k] = line.along[k] * (1.0f / (line.segment_length[k] * line.segment_length[k]));
        line.arc_length[k + 1] = line.arc_length[k] + line.segment_length[k];
    }
    return line;
}

}  // namespace allaprima
