// A quadratic Bézier curve cut into K equal shares of its parameter strays by |P0 − 2 P1 + P2| / (4 K²) from
// its chords (a bound from the second derivative, which is constant), so K follows from the flatness wanted.
#include "rendering/footprint.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

constexpr int kMostSegments = 48;
constexpr float kShortestSegment = 1e-4f;  // mm
constexpr float kLeastHalfWidth = 1e-3f;   // mm

int segments_for(const Path& path, float flatness) {
    const Vec2 bend = path.points[0] - path.points[1] * 2.0f + path.points[2];
    const float count = std::ceil(std::sqrt(length(bend) / (4.0f * flatness)));
    return static_cast<int>(std::clamp(count, 1.0f, static_cast<float>(kMostSegments)));
}

}  // namespace

Footprint::Footprint(const Stroke& stroke, float flatness)
    : half_start_(std::max(0.5f * stroke.width_start, kLeastHalfWidth)),
      half_end_(std::max(0.5f * stroke.width_end, kLeastHalfWidth)) {
    const int count = segments_for(stroke.path, flatness);
    const float share = 1.0f / static_cast<float>(count);
    Vec2 from = stroke.path.points[0];
    for (int k = 0; k < count; ++k) {
        const Vec2 to = stroke.path.at(k + 1 == count ? 1.0f : static_cast<float>(k + 1) * share);
        const float way = allaprima::length(to - from);
        if (way < kShortestSegment)
            continue;
        segments_.push_back(
            {from, (to - from) * (1.0f / way), way, length_, static_cast<float>(k) * share, share / way});
        length_ += way;
        from = to;
    }
    // A touch that does not travel still has a place, and a direction to be square to.
    if (segments_.empty())
        segments_.push_back({from, {1.0f, 0.0f}, 0.0f, 0.0f, 0.0f, 0.0f});
}

BoundingBox Footprint::bounding_box(float reach) const {
    BoundingBox box{segments_.front().start, segments_.front().start};
    auto include = [&box](Vec2 p) {
        box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
        box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
    };
    for (const Segment& s : segments_)
        include(s.start + s.heading * s.length);
    return {box.low - Vec2{reach, reach}, box.high + Vec2{reach, reach}};
}

SegmentRange Footprint::near_disc(Vec2 centre, float radius, float reach, SegmentRange among) const {
    constexpr float kSlack = 1e-3f;  // mm; more than rounding can move a distance
    float nearest = 1e30f;
    for (int k = among.first; k <= among.last; ++k)
        nearest = std::min(nearest, distance_squared(segments_[static_cast<size_t>(k)], centre));
    nearest = std::sqrt(nearest);
    if (nearest > reach + radius + kSlack)
        return {};
    const float far = nearest + 2.0f * radius + kSlack;
    auto matters = [&](int k) {
        return distance_squared(segments_[static_cast<size_t>(k)], centre) <= far * far;
    };
    while (!matters(among.first))
        ++among.first;
    while (!matters(among.last))
        --among.last;
    return among;
}

const Footprint::Segment& Footprint::segment_at(float along) const {
    size_t k = 0;
    while (k + 1 < segments_.size() && segments_[k + 1].along <= along)
        ++k;
    return segments_[k];
}

Vec2 Footprint::centre_at(float along) const {
    const Segment& s = segment_at(along);
    return s.start + s.heading * (along - s.along);
}

Vec2 Footprint::heading_at(float along) const {
    return segment_at(along).heading;
}

}  // namespace allaprima
