#pragma once
#include <array>
#include <vector>

#include "base/geometry.h"
#include "image/image.h"

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
static_assert(sizeof(DraftStroke) == kParameters * sizeof(float),
              "a draft stroke is read as an array of floats");

/// The parameters of a draft stroke in the order of its members.
inline float* parameters(DraftStroke& stroke) {
    return &stroke.points[0].x;
}
inline const float* parameters(const DraftStroke& stroke) {
    return &stroke.points[0].x;
}

float opacity_of(const DraftStroke& stroke);

/// Length of the line from the first control point to the last, and the larger half-width.
float chord_of(const DraftStroke& stroke);
float widest_half(const DraftStroke& stroke);

/// A draft stroke's centre line as straight segments: at most eight, so many that none strays
/// more than a fraction of a pixel from a curve that bends as strokes do.
struct Polyline {
    static constexpr int kMaxSegments = 8;

    int segments = 1;
    std::array<Vec2, kMaxSegments + 1> points;
    std::array<Vec2, kMaxSegments> along;  ///< From each point to the next.
    std::array<Vec2, kMaxSegments>
        toward;  ///< The same over its squared length: (p − point) · toward is p's share.
    std::array<float, kMaxSegments> segment_length{};
    std::array<float, kMaxSegments + 1> arc_length{};  ///< Up to each point.
};
Polyline flattened(const DraftStroke& stroke);

}  // namespace allaprima
