// Coverage, compositing and gradients of one tile, for the instruction set that the machine has.
//
// Forward: stroke by stroke, eight pixels at a time, keeping each stroke's alpha and the canvas beneath it.
// Backward: with g the gradient of the loss by the canvas above a stroke, ∂/∂colour = Σ α g and
// ∂/∂α = g · (colour − before), then g ← (1 − α) g. Only pixels where the coverage changes tell anything
// about the shape, so the shape's gradient looks at the stroke's border alone. Sums are kept for each
// segment of the polyline and turned into control points once at the end.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "planning/tile_kernel.cpp"
#include <hwy/foreach_target.h>
// After foreach_target: everything below is compiled once for each instruction set.
#include <hwy/highway.h>

#include <algorithm>
#include <cmath>

#include "planning/tile_kernel.h"

HWY_BEFORE_NAMESPACE();
namespace allaprima {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using D = hn::CappedTag<float, 8>;
using V = hn::Vec<D>;
using M = hn::Mask<D>;

struct Step {
    V value, slope;
};

/// Smoothstep of z clamped to 0 … 1, and its slope by z.
HWY_INLINE Step smoothstep(D d, V z) {
    const V c = hn::Clamp(z, hn::Zero(d), hn::Set(d, 1.0f));
    const V square = hn::Mul(c, c);
    return {hn::Mul(square, hn::NegMulAdd(hn::Set(d, 2.0f), c, hn::Set(d, 3.0f))),
            hn::Mul(hn::Set(d, 6.0f), hn::Sub(c, square))};
}

/// As much of where pixels lie on the stroke as their coverage needs.
struct Reach {
    V distance;   ///< From the (extended) centre line.
    V travelled;  ///< Arc length at the foot.
    V share;      ///< Of the whole path's parameter, 0 to 1.
};

/// The same, and what its derivatives need.
struct Place {
    Reach reach;
    V segment;             ///< Index of the closest segment.
    V on_segment;          ///< Share of the segment; beyond 0 and 1 at the stroke's two ends only.
    V across_x, across_y;  ///< From the foot on the (extended) centre line to the pixel.
};

/// One segment in the form the kernel wants: a pixel p lies at share (p − from) · toward of it.
struct Segment {
    V from_x, from_y, along_x, along_y, toward_x, toward_y;
};

HWY_INLINE Segment segment_of(D d, const Polyline& line, int k) {
    const auto i = static_cast<size_t>(k);
    return {hn::Set(d, line.points[i].x), hn::Set(d, line.points[i].y), hn::Set(d, line.along[i].x),
            hn::Set(d, line.along[i].y),  hn::Set(d, line.toward[i].x), hn::Set(d, line.toward[i].y)};
}

/// Distance from the line through the segment, and how far beyond its end (or before its start, by sign).
HWY_INLINE V distance_from_line(D d, const Segment& s, V px, V py) {
    const V x = hn::Sub(px, s.from_x), y = hn::Sub(py, s.from_y);
    const V u = hn::MulAdd(x, s.toward_x, hn::Mul(y, s.toward_y));
    const V ax = hn::NegMulAdd(u, s.along_x, x), ay = hn::NegMulAdd(u, s.along_y, y);
    return hn::Sqrt(hn::MulAdd(ax, ax, hn::MulAdd(ay, ay, hn::Set(d, 1e-12f))));
}

HWY_INLINE Reach reach_at(D d, const Polyline& line, V px, V py) {
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f);
    V nearest = hn::Set(d, 1e30f), travelled = zero, share = zero, before = zero, after = zero;
    const int last = line.segments - 1;
    for (int k = 0; k <= last; ++k) {
        const Segment s = segment_of(d, line, k);
        const V x = hn::Sub(px, s.from_x), y = hn::Sub(py, s.from_y);
        const V u = hn::MulAdd(x, s.toward_x, hn::Mul(y, s.toward_y));
        const V inside = hn::Clamp(u, zero, one);
        const V cx = hn::NegMulAdd(inside, s.along_x, x), cy = hn::NegMulAdd(inside, s.along_y, y);
        const V d2 = hn::MulAdd(cx, cx, hn::Mul(cy, cy));
        const M closer = hn::Lt(d2, nearest);
        nearest = hn::Min(d2, nearest);
        const float len = line.segment_length[static_cast<size_t>(k)];
        V at = hn::MulAdd(inside, hn::Set(d, len), hn::Set(d, line.arc_length[static_cast<size_t>(k)]));
        if (k == 0) {
            before = hn::Min(u, zero);
            at = hn::MulAdd(before, hn::Set(d, len), at);
        }
        if (k == last) {
            after = hn::IfThenElseZero(closer, hn::Max(hn::Sub(u, one), zero));
            at = hn::MulAdd(after, hn::Set(d, len), at);
        }
        travelled = hn::IfThenElse(closer, at, travelled);
        share = hn::IfThenElse(closer, hn::Add(inside, hn::Set(d, static_cast<float>(k))), share);
    }
    V distance = hn::Sqrt(hn::Add(nearest, hn::Set(d, 1e-12f)));
    // Beyond the ends the distance is from the extended line, so that paint ends square.
    const M early = hn::Lt(travelled, zero);
    if (!hn::AllFalse(d, early))
        distance = hn::IfThenElse(early, distance_from_line(d, segment_of(d, line, 0), px, py), distance);
    const M late = hn::Gt(after, zero);
    if (!hn::AllFalse(d, late))
        distance = hn::IfThenElse(late, distance_from_line(d, segment_of(d, line, last), px, py), distance);
    return {distance, travelled, hn::Mul(share, hn::Set(d, 1.0f / static_cast<float>(line.segments)))};
}

HWY_INLINE Place place_of(D d, const Polyline& line, V px, V py) {
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f);
    Place best{{zero, zero, zero}, zero, zero, zero, zero};
    V nearest = hn::Set(d, 1e30f);
    for (int k = 0; k < line.segments; ++k) {
        const Segment s = segment_of(d, line, k);
        const V x = hn::Sub(px, s.from_x), y = hn::Sub(py, s.from_y);
        const V u = hn::MulAdd(x, s.toward_x, hn::Mul(y, s.toward_y));
        const V inside = hn::Clamp(u, zero, one);
        const V cx = hn::NegMulAdd(inside, s.along_x, x), cy = hn::NegMulAdd(inside, s.along_y, y);
        const V d2 = hn::MulAdd(cx, cx, hn::Mul(cy, cy));
        const M closer = hn::Lt(d2, nearest);
        nearest = hn::Min(d2, nearest);

        V extended = inside;
        if (k == 0)
            extended = hn::Min(u, extended);
        if (k == line.segments - 1)
            extended = hn::Max(u, extended);
        best.segment = hn::IfThenElse(closer, hn::Set(d, static_cast<float>(k)), best.segment);
        best.on_segment = hn::IfThenElse(closer, extended, best.on_segment);
        best.across_x = hn::IfThenElse(closer, hn::NegMulAdd(extended, s.along_x, x), best.across_x);
        best.across_y = hn::IfThenElse(closer, hn::NegMulAdd(extended, s.along_y, y), best.across_y);
        best.reach.travelled =
            hn::IfThenElse(closer,
                           hn::MulAdd(extended, hn::Set(d, line.segment_length[static_cast<size_t>(k)]),
                                      hn::Set(d, line.arc_length[static_cast<size_t>(k)])),
                           best.reach.travelled);
        best.reach.share =
            hn::IfThenElse(closer, hn::Add(inside, hn::Set(d, static_cast<float>(k))), best.reach.share);
    }
    best.reach.share = hn::Mul(best.reach.share, hn::Set(d, 1.0f / static_cast<float>(line.segments)));
    best.reach.distance = hn::Sqrt(hn::MulAdd(best.across_x, best.across_x,
                                              hn::MulAdd(best.across_y, best.across_y, hn::Set(d, 1e-12f))));
    return best;
}

/// How far within each of its borders a pixel lies, in edges; ½ on the border.
struct Depth {
    V side, start, end;
};

/// The three factors of the coverage.
struct Coverage {
    Depth depth;
    Step side, start, end;
};

HWY_INLINE Coverage coverage_at(D d, const PreparedStroke& stroke, const Reach& place) {
    const V per_edge = hn::Set(d, 1.0f / stroke.edge), half = hn::Set(d, 0.5f);
    const V width = hn::MulAdd(place.share, hn::Set(d, stroke.half_width[1] - stroke.half_width[0]),
                               hn::Set(d, stroke.half_width[0]));
    const V whole = hn::Set(d, stroke.line.arc_length[static_cast<size_t>(stroke.line.segments)]);
    const Depth depth = {hn::MulAdd(hn::Sub(width, place.distance), per_edge, half),
                         hn::MulAdd(place.travelled, per_edge, half),
                         hn::MulAdd(hn::Sub(whole, place.travelled), per_edge, half)};
    return {depth, smoothstep(d, depth.side), smoothstep(d, depth.start), smoothstep(d, depth.end)};
}

HWY_INLINE V pixel_x(D d, int x) {
    return hn::Add(hn::Iota(d, static_cast<float>(x)), hn::Set(d, 0.5f));
}

/// For each row of the tile the groups of columns that a stroke can touch, relative to the tile.
///
/// In one row these are the pixels within reach of that part of the centre line whose height is within
/// reach of the row; rows are worked on side by side.
void find_spans(const PreparedStroke& stroke, int ox, int oy, TileSpans& spans) {
    const D d;
    const int lanes = static_cast<int>(hn::Lanes(d));
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f), r = hn::Set(d, stroke.reach);
    alignas(64) std::array<float, kTile> low, high;
    for (int row = 0; row < kTile; row += lanes) {
        const V y = pixel_x(d, oy + row);
        V x0 = hn::Set(d, 1e9f), x1 = hn::Set(d, -1e9f);
        for (size_t k = 0; k < static_cast<size_t>(stroke.line.segments); ++k) {
            const Vec2 a = stroke.line.points[k], b = stroke.line.points[k + 1];
            const float rise = std::fabs(b.y - a.y) < 1e-4f ? 1e-4f : b.y - a.y;
            const V per_rise = hn::Set(d, 1.0f / rise);
            const V up = hn::Sub(hn::Sub(y, r), hn::Set(d, a.y)),
                    down = hn::Sub(hn::Add(y, r), hn::Set(d, a.y));
            const V from = hn::MulAdd(hn::Clamp(hn::Mul(up, per_rise), zero, one), hn::Set(d, b.x - a.x),
                                      hn::Set(d, a.x));
            const V to = hn::MulAdd(hn::Clamp(hn::Mul(down, per_rise), zero, one), hn::Set(d, b.x - a.x),
                                    hn::Set(d, a.x));
            const M near = hn::And(hn::Le(up, hn::Set(d, std::max(0.0f, rise))),
                                   hn::Ge(down, hn::Set(d, std::min(0.0f, rise))));
            x0 = hn::IfThenElse(near, hn::Min(x0, hn::Min(from, to)), x0);
            x1 = hn::IfThenElse(near, hn::Max(x1, hn::Max(from, to)), x1);
        }
        const V edge = hn::Set(d, static_cast<float>(ox)), side = hn::Set(d, static_cast<float>(kTile));
        hn::Store(hn::Clamp(hn::Sub(hn::Sub(x0, r), edge), zero, side), d, low.data() + row);
        hn::Store(hn::Clamp(hn::Sub(hn::Add(x1, r), edge), zero, side), d, high.data() + row);
    }
    for (size_t row = 0; row < kTile; ++row) {
        const int x0 = static_cast<int>(low[row]), x1 = static_cast<int>(std::ceil(high[row]));
        spans.first[row] = static_cast<uint8_t>(x0 / lanes * lanes);
        spans.end[row] = static_cast<uint8_t>(std::min(kTile, (x1 + lanes - 1) / lanes * lanes));
    }
}

void lay(const PreparedStroke& stroke, int ox, int oy, const TileSpans& spans, float* HWY_RESTRICT alpha,
         TileColour& before, TileColour& canvas) {
    const D d;
    const int lanes = static_cast<int>(hn::Lanes(d));
    for (int y = 0; y < kTile; ++y) {
        const V py = hn::Set(d, static_cast<float>(oy + y) + 0.5f);
        for (int x = spans.first[static_cast<size_t>(y)]; x < spans.end[static_cast<size_t>(y)]; x += lanes) {
            const int i = y * kTile + x;
            const Coverage c = coverage_at(d, stroke, reach_at(d, stroke.line, pixel_x(d, ox + x), py));
            const V a = hn::Mul(hn::Mul(hn::Set(d, stroke.opacity), c.side.value),
                                hn::Mul(c.start.value, c.end.value));
            hn::Store(a, d, alpha + i);
            for (size_t ch = 0; ch < 3; ++ch) {
                const V under = hn::Load(d, &canvas.plane[ch][static_cast<size_t>(i)]);
                hn::Store(under, d, &before.plane[ch][static_cast<size_t>(i)]);
                hn::Store(hn::MulAdd(a, hn::Sub(hn::Set(d, stroke.colour[ch]), under), under), d,
                          &canvas.plane[ch][static_cast<size_t>(i)]);
            }
        }
    }
}

/// Sums over the border pixels that are nearest to one segment. With q = ∂loss/∂(arc length at the foot),
/// n the unit vector from the foot to the pixel, u the share of the segment.
struct SegmentSums {
    V away_x, away_y, away_ux, away_uy;  ///< −∂loss/∂(distance) · n, and the same times u.
    V width, width_u, width_x, width_y;  ///< ∂loss/∂share where the foot moves freely: Σ, Σu, Σ across.
    V arc, arc_free, arc_x, arc_y,
        arc_u;  ///< Σ q; where the foot moves freely; times across; where it does not, times u.
};

/// Backward sums of one stroke in one tile.
struct StrokeSums {
    V colour[3];
    V opacity, half_width[2], edge, whole;
    SegmentSums segment[Polyline::kMaxSegments];
};

HWY_INLINE void add_border(D d, const PreparedStroke& stroke, const Place& place, const Coverage& c,
                           V by_alpha, StrokeSums& sums) {
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f);
    const V scale = hn::Mul(by_alpha, hn::Set(d, stroke.opacity / stroke.edge));
    const V by_side = hn::Mul(hn::Mul(scale, c.side.slope), hn::Mul(c.start.value, c.end.value));
    const V by_start = hn::Mul(hn::Mul(scale, c.start.slope), hn::Mul(c.side.value, c.end.value));
    const V by_end = hn::Mul(hn::Mul(scale, c.end.slope), hn::Mul(c.side.value, c.start.value));

    sums.half_width[0] = hn::MulAdd(by_side, hn::Sub(one, place.reach.share), sums.half_width[0]);
    sums.half_width[1] = hn::MulAdd(by_side, place.reach.share, sums.half_width[1]);
    sums.whole = hn::Add(sums.whole, by_end);
    const V half = hn::Set(d, 0.5f);
    sums.edge = hn::NegMulAdd(by_side, hn::Sub(c.depth.side, half), sums.edge);
    sums.edge = hn::NegMulAdd(by_start, hn::Sub(c.depth.start, half), sums.edge);
    sums.edge = hn::NegMulAdd(by_end, hn::Sub(c.depth.end, half), sums.edge);

    const V by_arc = hn::Sub(by_start, by_end);
    const V push = hn::Div(by_side, place.reach.distance);
    const V push_x = hn::Mul(push, place.across_x), push_y = hn::Mul(push, place.across_y);
    // Between the ends of a segment the foot follows the pixel; at a joint it stays on the joint. Beyond
    // the two ends of the stroke it follows along the extended line, but the width there does not change.
    const M within = hn::And(hn::Gt(place.on_segment, zero), hn::Lt(place.on_segment, one));
    const M beyond = hn::Or(hn::Lt(place.on_segment, zero), hn::Gt(place.on_segment, one));
    const M free = hn::Or(within, beyond);
    const V by_share = hn::IfThenElseZero(
        within, hn::Mul(by_side, hn::Set(d, (stroke.half_width[1] - stroke.half_width[0]) /
                                                static_cast<float>(stroke.line.segments))));
    for (int k = 0; k < stroke.line.segments; ++k) {
        const M here = hn::Eq(place.segment, hn::Set(d, static_cast<float>(k)));
        if (hn::AllFalse(d, here))
            continue;
        SegmentSums& s = sums.segment[k];
        auto add = [&](V& sum, V value) HWY_ATTR { sum = hn::Add(sum, hn::IfThenElseZero(here, value)); };
        add(s.away_x, push_x);
        add(s.away_y, push_y);
        add(s.away_ux, hn::Mul(place.on_segment, push_x));
        add(s.away_uy, hn::Mul(place.on_segment, push_y));
        add(s.width, by_share);
        add(s.width_u, hn::Mul(by_share, place.on_segment));
        add(s.width_x, hn::Mul(by_share, place.across_x));
        add(s.width_y, hn::Mul(by_share, place.across_y));
        add(s.arc, by_arc);
        const V freely = hn::IfThenElseZero(free, by_arc);
        add(s.arc_free, freely);
        add(s.arc_x, hn::Mul(freely, place.across_x));
        add(s.arc_y, hn::Mul(freely, place.across_y));
        add(s.arc_u, hn::Mul(hn::Sub(by_arc, freely), place.on_segment));
    }
}

HWY_INLINE float total(D d, V v) {
    return hn::GetLane(hn::SumOfLanes(d, v));
}

/// From sums over segments to the gradient by the control points and the rest.
void finish_gradient(D d, const PreparedStroke& stroke, const StrokeSums& sums, DraftStroke& gradient) {
    const Polyline& line = stroke.line;
    const size_t count = static_cast<size_t>(line.segments);
    std::array<Vec2, Polyline::kMaxSegments + 1> by_point{};
    // Arc lengths grow with every earlier segment, and the whole length with all of them.
    float later = total(d, sums.whole);
    for (size_t k = count; k-- > 0;) {
        const SegmentSums& s = sums.segment[k];
        const Vec2 along = (line.points[k + 1] - line.points[k]) * (1.0f / line.segment_length[k]);
        const float per_length = 1.0f / line.segment_length[k];
        Vec2& a = by_point[k];
        Vec2& b = by_point[k + 1];

        const Vec2 push{total(d, s.away_x), total(d, s.away_y)};
        const Vec2 push_u{total(d, s.away_ux), total(d, s.away_uy)};
        a = a + push - push_u;
        b = b + push_u;

        const float w = total(d, s.width), wu = total(d, s.width_u);
        const Vec2 across = Vec2{total(d, s.width_x), total(d, s.width_y)} * (per_length * per_length);
        a = a - along * ((w - wu) * per_length) - across;
        b = b - along * (wu * per_length) + across;

        const Vec2 turn = Vec2{total(d, s.arc_x), total(d, s.arc_y)} * per_length;
        const float free = total(d, s.arc_free), held = total(d, s.arc_u);
        a = a - along * (free + held) - turn;
        b = b + along * held + turn;

        a = a - along * later;
        b = b + along * later;
        later += total(d, s.arc);
    }
    gradient.points = {};
    for (size_t k = 0; k <= count; ++k) {
        const float u = static_cast<float>(k) / static_cast<float>(count), v = 1.0f - u;
        gradient.points[0] = gradient.points[0] + by_point[k] * (v * v);
        gradient.points[1] = gradient.points[1] + by_point[k] * (2.0f * u * v);
        gradient.points[2] = gradient.points[2] + by_point[k] * (u * u);
    }
    gradient.half_width = {total(d, sums.half_width[0]), total(d, sums.half_width[1])};
    gradient.fade = total(d, sums.edge);
    gradient.opacity_logit = total(d, sums.opacity) * (1.0f - stroke.opacity);
    gradient.colour = {total(d, sums.colour[0]), total(d, sums.colour[1]), total(d, sums.colour[2])};
}

/// @param shape whether the gradient by the shape is wanted too.
void take_gradient(bool shape, const PreparedStroke& stroke, int ox, int oy, const TileSpans& spans,
                   const float* HWY_RESTRICT alpha, const TileColour& before, TileColour& by_canvas,
                   DraftStroke& gradient) {
    const D d;
    const int lanes = static_cast<int>(hn::Lanes(d));
    const V zero = hn::Zero(d);
    StrokeSums sums;
    for (V& v : sums.colour)
        v = zero;
    sums.opacity = sums.half_width[0] = sums.half_width[1] = sums.edge = sums.whole = zero;
    for (int k = 0; k < stroke.line.segments; ++k)
        sums.segment[k] = {zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero};

    const V full = hn::Set(d, stroke.opacity * 0.99999f);
    for (int y = 0; y < kTile; ++y) {
        const V py = hn::Set(d, static_cast<float>(oy + y) + 0.5f);
        for (int x = spans.first[static_cast<size_t>(y)]; x < spans.end[static_cast<size_t>(y)]; x += lanes) {
            const auto i = static_cast<size_t>(y * kTile + x);
            const V a = hn::Load(d, alpha + i);
            const M touched = hn::Gt(a, zero);
            if (hn::AllFalse(d, touched))
                continue;
            V by_alpha = zero;
            for (size_t ch = 0; ch < 3; ++ch) {
                const V g = hn::Load(d, &by_canvas.plane[ch][i]);
                sums.colour[ch] = hn::MulAdd(g, a, sums.colour[ch]);
                const V change = hn::Sub(hn::Set(d, stroke.colour[ch]), hn::Load(d, &before.plane[ch][i]));
                by_alpha = hn::MulAdd(g, change, by_alpha);
                hn::Store(hn::NegMulAdd(g, a, g), d, &by_canvas.plane[ch][i]);
            }
            sums.opacity = hn::MulAdd(by_alpha, a, sums.opacity);
            if (!shape || hn::AllFalse(d, hn::And(touched, hn::Lt(a, full))))
                continue;
            const Place place = place_of(d, stroke.line, pixel_x(d, ox + x), py);
            add_border(d, stroke, place, coverage_at(d, stroke, place.reach), by_alpha, sums);
        }
    }
    finish_gradient(d, stroke, sums, gradient);
}

/// Exact change of the loss if this one stroke were left out. `through` is how much of what lies under the
/// strokes above this one still shows; it is carried on to the next one down.
void take_removal_cost(const PreparedStroke& stroke, const TileSpans& spans, const float* HWY_RESTRICT alpha,
                       const TileColour& before, const TileColour& error, const TileTarget& target,
                       float* HWY_RESTRICT through, StrokeShare& share) {
    const D d;
    const int lanes = static_cast<int>(hn::Lanes(d));
    V cost = hn::Zero(d);
    for (int y = 0; y < kTile; ++y)
        for (int x = spans.first[static_cast<size_t>(y)]; x < spans.end[static_cast<size_t>(y)]; x += lanes) {
            const auto i = static_cast<size_t>(y * kTile + x);
            const V a = hn::Load(d, alpha + i), t = hn::Load(d, through + i);
            const V shown = hn::Mul(a, t), weight = hn::Load(d, &target.weight[i]);
            V change = hn::Zero(d);
            for (size_t ch = 0; ch < 3; ++ch) {
                const V less =
                    hn::Mul(shown, hn::Sub(hn::Set(d, stroke.colour[ch]), hn::Load(d, &before.plane[ch][i])));
                const V e = hn::Load(d, &error.plane[ch][i]);
                change = hn::MulAdd(less, hn::NegMulAdd(hn::Set(d, 2.0f), e, less), change);
            }
            cost = hn::MulAdd(change, weight, cost);
            hn::Store(hn::NegMulAdd(a, t, t), d, through + i);
        }
    share.removal_cost = total(d, cost);
}

TileResult compare(const TileTarget& target, const TileColour& canvas, TileColour& error) {
    const D d;
    V loss = hn::Zero(d), plain = hn::Zero(d);
    for (size_t i = 0; i < kTilePixels; i += hn::Lanes(d)) {
        const V weight = hn::Load(d, &target.weight[i]);
        V square = hn::Zero(d);
        for (size_t ch = 0; ch < 3; ++ch) {
            const V e = hn::Sub(hn::Load(d, &canvas.plane[ch][i]), hn::Load(d, &target.colour.plane[ch][i]));
            hn::Store(e, d, &error.plane[ch][i]);
            square = hn::MulAdd(e, e, square);
        }
        loss = hn::MulAdd(weight, square, loss);
        plain = hn::Add(plain, hn::IfThenElseZero(hn::Gt(weight, hn::Zero(d)), square));
    }
    return {total(d, loss), total(d, plain)};
}

TileResult WorkOnTile(TileWork work, int ox, int oy, std::span<const PreparedStroke> strokes,
                      std::span<const uint32_t> order, const TileTarget& target, TileColour& canvas,
                      std::span<StrokeShare> shares, TileScratch& scratch) {
    for (size_t j = 0; j < order.size(); ++j) {
        const PreparedStroke& stroke = strokes[order[j]];
        find_spans(stroke, ox, oy, scratch.spans[j]);
        lay(stroke, ox, oy, scratch.spans[j], scratch.alpha[j].value.data(), scratch.before[j], canvas);
    }
    TileColour error;
    const TileResult result = compare(target, canvas, error);
    if (work == TileWork::Gradient || work == TileWork::ColourGradient) {
        for (auto& plane : error.plane)
            for (size_t i = 0; i < kTilePixels; ++i)
                plane[i] *= 2.0f * target.weight[i];
        for (size_t j = order.size(); j-- > 0;)
            take_gradient(work == TileWork::Gradient, strokes[order[j]], ox, oy, scratch.spans[j],
                          scratch.alpha[j].value.data(), scratch.before[j], error, shares[j].gradient);
    } else if (work == TileWork::RemovalCost) {
        alignas(64) std::array<float, kTilePixels> through;
        through.fill(1.0f);
        for (size_t j = order.size(); j-- > 0;)
            take_removal_cost(strokes[order[j]], scratch.spans[j], scratch.alpha[j].value.data(),
                              scratch.before[j], error, target, through.data(), shares[j]);
    }
    return result;
}

}  // namespace HWY_NAMESPACE
}  // namespace allaprima
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace allaprima {

HWY_EXPORT(WorkOnTile);

PreparedStroke prepared(const DraftStroke& stroke) {
    constexpr float kRounding = 0.01f;
    const float edge = kPlannedEdge + stroke.fade;
    // The corners of a square end are farther from the centre line than its sides.
    const float reach = std::hypot(widest_half(stroke) + 0.5f * edge, 0.5f * edge) + kRounding;
    return {flattened(stroke),
            stroke.half_width,
            edge,
            reach,
            opacity_of(stroke),
            {stroke.colour.r, stroke.colour.g, stroke.colour.b}};
}

TileResult work_on_tile(TileWork work, int origin_x, int origin_y, std::span<const PreparedStroke> strokes,
                        std::span<const uint32_t> order, const TileTarget& target, TileColour& canvas,
                        std::span<StrokeShare> shares, TileScratch& scratch) {
    if (scratch.alpha.size() < order.size()) {
        scratch.before.resize(order.size());
        scratch.alpha.resize(order.size());
        scratch.spans.resize(order.size());
    }
    return HWY_DYNAMIC_DISPATCH(WorkOnTile)(work, origin_x, origin_y, strokes, order, target, canvas, shares,
                                            scratch);
}

}  // namespace allaprima
#endif
