#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

#include "brush/stroke.h"

namespace allaprima {

/// Where a point of the canvas lies as the brush sees it.
struct BrushPoint {
    float along =
        0.0f;  ///< Way along the centre line, mm; negative before the start, beyond length() after the end.
    float across = 0.0f;  ///< Distance from the centre line, mm; positive on the right hand of the travel.
    float share = 0.0f;   ///< Of the path's parameter, 0 to 1.
};

/// Some neighbouring segments of a footprint: first … last.
struct SegmentRange {
    int first = 0;
    int last = -1;

    bool empty() const { return last < first; }
};

/// The ground that a stroke covers: its centre line as short straight segments, and its half-width.
///
/// The nearest point of the centre line decides what belongs where. The first and the last segment go on
/// outwards for ever, so that a stroke begins and ends square.
class Footprint {
  public:
    /// @param flatness how far the segments may stray from the curve, mm.
    Footprint(const Stroke& stroke, float flatness);

    struct Segment {
        Vec2 start;
        Vec2 heading;  ///< Of length 1.
        float length;
        float along;  ///< Way before its start, mm.
        float share;  ///< Path parameter at its start.
        float share_per_mm;
    };
    const std::vector<Segment>& segments() const { return segments_; }

    float length() const { return length_; }
    /// Half the width at this share of the path's parameter, mm; always positive.
    float half_width(float share) const { return half_start_ + (half_end_ - half_start_) * share; }
    float widest_half() const { return half_start_ > half_end_ ? half_start_ : half_end_; }
    SegmentRange all() const { return {0, static_cast<int>(segments_.size()) - 1}; }

    /// The bounding box of the centre line, grown by `reach` mm on every side.
    BoundingBox bounding_box(float reach) const;

    /// The segments of `among` that may be nearest to some point of a disc; empty when the whole disc is
    /// farther than `reach` from all of them. Lengths in mm.
    SegmentRange near_disc(Vec2 centre, float radius, float reach, SegmentRange among) const;

    /// What the brush sees at p. `among` must come from all() or near_disc() of a disc around p.
    BrushPoint locate(Vec2 p, SegmentRange among) const;

    /// The middle of the brush after so much way, and the direction it travels there.
    Vec2 centre_at(float along) const;
    Vec2 heading_at(float along) const;

  private:
    const Segment& segment_at(float along) const;
    static float distance_squared(const Segment& segment, Vec2 p);

    std::vector<Segment> segments_;
    float length_ = 0.0f;
    float half_start_, half_end_;
};

inline float Footprint::distance_squared(const Segment& segment, Vec2 p) {
    const Vec2 d = p - segment.start;
    const float along = dot(d, segment.heading);
    const float over = along - std::clamp(along, 0.0f, segment.length);
    const float across = cross(segment.heading, d);
    return across * across + over * over;
}

inline BrushPoint Footprint::locate(Vec2 p, SegmentRange among) const {
    int best = among.first;
    float best_squared = distance_squared(segments_[static_cast<size_t>(best)], p);
    for (int k = among.first + 1; k <= among.last; ++k) {
        const float squared = distance_squared(segments_[static_cast<size_t>(k)], p);
        if (squared < best_squared) {
            best_squared = squared;
            best = k;
        }
    }
    const Segment& s = segments_[static_cast<size_t>(best)];
    const Vec2 d = p - s.start;
    const float way = dot(d, s.heading);
    const float on = std::clamp(way, 0.0f, s.length);
    const float side = cross(s.heading, d);
    const bool before = best == 0 && way < 0.0f;
    const bool after = best + 1 == static_cast<int>(segments_.size()) && way > s.length;
    const float share = s.share + on * s.share_per_mm;
    if (before || after)
        return {s.along + way, side, share};
    return {s.along + on, std::copysign(std::sqrt(best_squared), side), share};
}

/// Smoothstep: 0 up to z = 0, 1 from z = 1.
inline float smooth_step(float z) {
    z = z < 0.0f ? 0.0f : z > 1.0f ? 1.0f : z;
    return z * z * (3.0f - 2.0f * z);
}

}  // namespace allaprima
