#include "exporting/stroke_order.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/check.h"
#include "rendering/detail.h"
#include "rendering/touch.h"

namespace allaprima {
namespace {

/// Pixels of a picture may be so many times as coarse as the plan's.
constexpr float kCoarsestPicture = 4.0f;
/// What a stroke reads and lays on the coarse canvas of PickUpWalk lies so many of its pixels beside its true
/// place: the diagonal of one of them.
constexpr float kCoarseReach = 1.5f;
/// Between the curve and the lines that stand for it, mm.
constexpr float kSlack = 0.1f;

float distance_to_line(Vec2 p, Vec2 from, Vec2 to) {
    const Vec2 way = to - from;
    const float squared = dot(way, way);
    const float share = squared > 0.0f ? std::clamp(dot(p - from, way) / squared, 0.0f, 1.0f) : 0.0f;
    return length(p - (from + way * share));
}

bool cross_each_other(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    const float first = cross(b - a, c - a), second = cross(b - a, d - a);
    const float third = cross(d - c, a - c), fourth = cross(d - c, b - c);
    return (first > 0.0f) != (second > 0.0f) && (third > 0.0f) != (fourth > 0.0f);
}

float distance_of_lines(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    if (cross_each_other(a, b, c, d))
        return 0.0f;
    return std::min(std::min(distance_to_line(a, c, d), distance_to_line(b, c, d)),
                    std::min(distance_to_line(c, a, b), distance_to_line(d, a, b)));
}

/// Orders one run of strokes of a pass.
class RunOrder {
  public:
    RunOrder(const Plan& plan, const std::vector<size_t>& keys, const StrokeReach& reach, size_t first,
             size_t count)
        : plan_(plan), keys_(keys), first_(first), waits_for_(count, 0), free_them_(count), trial_(count, 0) {
        for (size_t later = 0; later < count; ++later)
            for (size_t earlier = 0; earlier < later; ++earlier)
                if (reach.may_touch(first + earlier, first + later)) {
                    free_them_[earlier].push_back(later);
                    ++waits_for_[later];
                }
        for (size_t i = 0; i < count; ++i) {
            ++left_[keys[first + i]];
            if (waits_for_[i] == 0)
                ready_[keys[first + i]].push_back(i);
        }
    }

    /// Goes on from what was painted last. @param key its key. @param at where it ended.
    void append_to(std::vector<size_t>& order, size_t& key, Vec2& at) {
        while (!ready_.empty()) {
            if (!ready_.contains(key))
                key = most_complete();
            const size_t next = take_nearest(key, at);
            --left_[key];
            order.push_back(first_ + next);
            at = plan_.strokes[first_ + next].path.points[2];
            for (const size_t freed : free_them_[next])
                if (--waits_for_[freed] == 0)
                    ready_[keys_[first_ + freed]].push_back(freed);
        }
    }

  private:
    /// Of which the greatest share of all that is left can be laid in a row, so that it seldom comes again.
    size_t most_complete() {
        size_t best = ready_.begin()->first;
        double greatest = -1.0;
        for (const auto& [key, strokes] : ready_) {
            const double share =
                static_cast<double>(in_a_row(key, strokes)) / static_cast<double>(left_.at(key));
            if (share > greatest) {
                greatest = share;
                best = key;
            }
        }
        return best;
    }

    /// How many strokes of a key can be laid one after the other, each freeing further ones.
    size_t in_a_row(size_t key, std::vector<size_t> laid) {
        std::vector<size_t> touched;
        for (size_t i = 0; i < laid.size(); ++i)
            for (const size_t freed : free_them_[laid[i]]) {
                if (keys_[first_ + freed] != key)
                    continue;
                touched.push_back(freed);
                if (++trial_[freed] == waits_for_[freed])
                    laid.push_back(freed);
            }
        for (const size_t stroke : touched)
            trial_[stroke] = 0;
        return laid.size();
    }

    size_t take_nearest(size_t key, Vec2 at) {
        std::vector<size_t>& among = ready_[key];
        const auto nearest = std::ranges::min_element(among, {}, [&](size_t i) {
            return std::pair(length(plan_.strokes[first_ + i].path.points[0] - at), i);
        });
        const size_t taken = *nearest;
        among.erase(nearest);
        if (among.empty())
            ready_.erase(key);
        return taken;
    }

    const Plan& plan_;
    const std::vector<size_t>& keys_;
    size_t first_;
    std::vector<size_t> waits_for_;                ///< So many strokes must be laid before it.
    std::vector<std::vector<size_t>> free_them_;   ///< Those that wait for it.
    std::vector<size_t> trial_;                    ///< So many of those would be laid; 0 between trials.
    std::map<size_t, std::vector<size_t>> ready_;  ///< By key.
    std::map<size_t, size_t> left_;                ///< Strokes that are not laid, by key.
};

}  // namespace

StrokeReach::Reach StrokeReach::reach_of(const Stroke& stroke, Coat coat, const Plan& plan, float coarse_mm) {
    const float pixel = kCoarsestPicture * plan.planned_pixel_mm;
    // How far it reaches is no matter of its bristles.
    constexpr float kLeastDetail = 0.0f;
    const Touch touch(stroke, coat, plan, pixel, kLeastDetail);
    const FlatTouch flat(stroke, 0, planned_edge(stroke, plan));
    Reach one{.line = {},
              .reach = std::max(touch.reach, flat.reach) + kCoarseReach * coarse_mm + kSlack,
              .low = {},
              .high = {},
              .beyond = false};
    for (const auto& segment : flat.footprint.segments())
        one.line.push_back(segment.start);
    one.line.push_back(flat.footprint.centre_at(flat.footprint.length()));
    const BoundingBox box = flat.footprint.bounding_box(one.reach);
    const Vec2 canvas{plan.width_mm, plan.height_mm};
    one.beyond = box.low.x < 0.0f || box.low.y < 0.0f || box.high.x > canvas.x || box.high.y > canvas.y;
    // Of what lies beyond the canvas a brush drags along what lies at the border.
    const auto at_border = [&](Vec2 p) {
        const float inside = 2.0f * kCoarseReach * coarse_mm;
        return std::pair(Vec2{std::min(p.x, canvas.x - inside), std::min(p.y, canvas.y - inside)},
                         Vec2{std::max(p.x, inside), std::max(p.y, inside)});
    };
    one.low = at_border(box.low).first;
    one.high = at_border(box.high).second;
    return one;
}

StrokeReach::StrokeReach(const Plan& plan) {
    const std::vector<Coat> coats = coats_of(plan);
    const float coarse_mm = coarse_pixel_mm(plan, detail_of(plan));
    reaches_.reserve(plan.strokes.size());
    for (size_t i = 0; i < plan.strokes.size(); ++i)
        reaches_.push_back(reach_of(plan.strokes[i], coats[i], plan, coarse_mm));
}

bool StrokeReach::may_touch(size_t first, size_t second) const {
    const Reach &a = reaches_[first], &b = reaches_[second];
    if (a.low.x > b.high.x || b.low.x > a.high.x || a.low.y > b.high.y || b.low.y > a.high.y)
        return false;
    if (a.beyond || b.beyond)
        return true;
    const float near = a.reach + b.reach;
    for (size_t i = 0; i + 1 < a.line.size(); ++i)
        for (size_t k = 0; k + 1 < b.line.size(); ++k)
            if (distance_of_lines(a.line[i], a.line[i + 1], b.line[k], b.line[k + 1]) <= near)
                return true;
    return false;
}

std::optional<std::vector<size_t>> order_by_key(const Plan& plan, const std::vector<size_t>& keys,
                                                Observer& observer) {
    ALLAPRIMA_CHECK(keys.size() == plan.strokes.size());
    const StrokeReach reach(plan);
    std::vector<size_t> order;
    order.reserve(keys.size());
    size_t key = keys.empty() ? 0 : keys.front();
    Vec2 at;
    std::vector<size_t> ends;
    for (const Pass& pass : plan.passes)
        ends.push_back((ends.empty() ? 0 : ends.back()) + static_cast<size_t>(pass.strokes));
    ends.push_back(plan.strokes.size());
    for (const size_t end : ends)
        while (order.size() < end) {
            if (observer.stop_requested())
                return std::nullopt;
            observer.progress("ordering",
                              static_cast<double>(order.size()) / static_cast<double>(keys.size()));
            const size_t count = std::min(end - order.size(), kLongestShuffle);
            RunOrder(plan, keys, reach, order.size(), count).append_to(order, key, at);
        }
    return order;
}

}  // namespace allaprima
