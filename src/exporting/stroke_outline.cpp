// The sides of a stroke run beside its centre line at half its width. No Bézier curve does that exactly: a
// side is cut into pieces of the path's parameter, each a quadratic curve through its ends and its middle,
// until all lie near enough.
#include "exporting/stroke_outline.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

constexpr int kMostPieces = 16;
constexpr float kHair = 0.02f;  ///< What remains at least, in insets.

Vec2 unit(Vec2 v, Vec2 otherwise) {
    const float n = length(v);
    return n > 1e-6f ? v * (1.0f / n) : otherwise;
}

/// One side of the stroke.
class Side {
  public:
    /// @param sign −1 left of the travel, 1 right of it.
    Side(const Stroke& stroke, float inset, float sign) : stroke_(stroke), inset_(inset), sign_(sign) {
        const Vec2 chord = stroke.path.points[2] - stroke.path.points[0];
        chord_ = unit(chord, {1.0f, 0.0f});
        const float whole = PlannedWay(stroke.path).length();
        // The ends are moved inwards along the straight lines that the stroke begins and ends with.
        end_ = std::min(inset, 0.5f * whole - kHair * inset);
    }

    Vec2 at(float u) const {
        const float half = 0.5f * (stroke_.width_start + (stroke_.width_end - stroke_.width_start) * u);
        const Vec2 heading = heading_at(u);
        const Vec2 across{-heading.y, heading.x};
        const Vec2 along = heading * (end_ * (1.0f - 2.0f * u) * std::fabs(1.0f - 2.0f * u));
        return stroke_.path.at(u) + along + across * (sign_ * std::max(half - inset_, kHair * inset_));
    }

  private:
    Vec2 heading_at(float u) const {
        const auto& p = stroke_.path.points;
        return unit((p[1] - p[0]) * (1.0f - u) + (p[2] - p[1]) * u, chord_);
    }

    const Stroke& stroke_;
    float inset_, sign_;
    Vec2 chord_;
    float end_;
};

std::array<Vec2, 3> piece(const Side& side, float from, float to) {
    const Vec2 a = side.at(from), m = side.at(0.5f * (from + to)), b = side.at(to);
    return {a, m * 2.0f - (a + b) * 0.5f, b};
}

bool is_near(const Side& side, float from, float to, float tolerance) {
    const Path curve{piece(side, from, to)};
    for (const float share : {0.25f, 0.75f})
        if (length(curve.at(share) - side.at(from + (to - from) * share)) > tolerance)
            return false;
    return true;
}

int pieces_needed(const Side& side, float tolerance) {
    for (int pieces = 1; pieces < kMostPieces; pieces *= 2) {
        bool near = true;
        for (int i = 0; i < pieces && near; ++i)
            near = is_near(side, static_cast<float>(i) / static_cast<float>(pieces),
                           static_cast<float>(i + 1) / static_cast<float>(pieces), tolerance);
        if (near)
            return pieces;
    }
    return kMostPieces;
}

std::array<Vec2, 3> straight(Vec2 a, Vec2 b) {
    return {a, (a + b) * 0.5f, b};
}

}  // namespace

Outline outline_of(const Stroke& stroke, float inset, float tolerance) {
    const Side left(stroke, inset, -1.0f), right(stroke, inset, 1.0f);
    const int pieces = std::max(pieces_needed(left, tolerance), pieces_needed(right, tolerance));
    const auto share = [&](int i) { return static_cast<float>(i) / static_cast<float>(pieces); };
    Outline outline;
    for (int i = 0; i < pieces; ++i)
        outline.push_back(piece(left, share(i), share(i + 1)));
    outline.push_back(straight(left.at(1.0f), right.at(1.0f)));
    for (int i = pieces; i > 0; --i)
        outline.push_back(piece(right, share(i), share(i - 1)));
    return outline;
}

}  // namespace allaprima
