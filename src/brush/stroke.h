#pragma once
#include <array>
#include <cstdint>

#include "base/geometry.h"
#include "pigment/paint.h"

namespace allaprima {

/// The centre line of a stroke: a quadratic Bézier curve, in the order the hand travels it.
/// The paint begins square at the first point and ends square at the last.
struct Path {
    std::array<Vec2, 3> points;

    bool operator==(const Path&) const = default;
    /// The point at share u (0 to 1) of the curve's parameter.
    Vec2 at(float u) const {
        const float v = 1.0f - u;
        return points[0] * (v * v) + points[1] * (2.0f * u * v) + points[2] * (u * u);
    }
};

/// No path is longer than the way through its three points.
inline float most_way(const Path& path) {
    return length(path.points[1] - path.points[0]) + length(path.points[2] - path.points[1]);
}

/// Width, in pixels of the plan, over which a planned stroke's coverage falls from all to nothing.
constexpr float kPlannedEdge = 2.0f;

/// The way that a planned stroke has travelled at share u of its path's parameter: were its speed to change
/// evenly from the one at the start to the one at the end. Nearly its arc length, for strokes that a hand
/// makes, and exactly what the planner reckons with. In the path's unit.
class PlannedWay {
  public:
    explicit PlannedWay(const Path& path)
        : first_speed_(2.0f * allaprima::length(path.points[1] - path.points[0])),
          last_speed_(2.0f * allaprima::length(path.points[2] - path.points[1])) {}

    float at(float u) const { return u * (first_speed_ + 0.5f * u * (last_speed_ - first_speed_)); }
    float length() const { return 0.5f * (first_speed_ + last_speed_); }

  private:
    float first_speed_, last_speed_;
};

/// Thickness of the heaviest glaze, mm of paint as it comes from the tube: the rest of the film is medium.
constexpr float kThickestGlaze = 0.04f;

/// One touch of a loaded brush: where it travels, how wide it is, what it carries.
///
/// Plain data, with no pointer to a canvas, a brush or a random generator, so that a Stroke can be
/// compared, saved in a Plan and replayed alone. Lengths are in canvas millimetres.
struct Stroke {
    Path path;
    float width_start = 6.0f;  ///< Full width where the stroke begins; positive. It changes evenly
    float width_end = 6.0f;    ///< with the path's parameter to this full width at the end; positive.
    float fade = 0.0f;         ///< By how much its borders are wider, in the plan, than the planned edge.
    float opacity = 1.0f;      ///< 0 leaves nothing, 1 hides what lies beneath.
    Paint paint;               ///< What the brush was dipped in.
    float load = 0.7f;  ///< How much of it: 0 a dry brush, 1 a dripping one. Sets the thickness; that of a
                        ///< glaze is this share of kThickestGlaze.
    float softness = 0.0f;  ///< 0 leaves a crisp side, 1 loses its sides in the paint around it.
    int brush = 0;          ///< Which of the plan's brushes.
    float closer = 0.0f;    ///< How much more closely than the rest it was planned: its planned edge is 1 and
                            ///< so many times narrower.
    uint64_t seed = 0;      ///< Fixes the bristle noise of this touch.

    bool operator==(const Stroke&) const = default;
};

}  // namespace allaprima
