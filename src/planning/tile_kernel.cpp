// Coverage, compositing and gradients of one tile, for the instruction set that the machine has.
//
// A tile is cut into blocks of eight pixels, one vector each, and a stroke is worked on only in the blocks
// that it covers, with only those of its segments that can be the nearest there. Three walks: from the top
// stroke down, the coverage of each, leaving out blocks that opaque paint above hides; from the ground up,
// compositing, keeping the canvas beneath each stroke; and from the top down again, backward: with g the
// gradient of the loss by the canvas above a stroke, ∂/∂colour = Σ α g and ∂/∂α = g · (colour − before),
// then g ← (1 − α) g. Only pixels where the coverage changes tell anything about the shape, so the shape's
// gradient looks at the stroke's border alone. Sums are kept for each segment of the polyline and turned
// into control points once at the end.

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

using D = hn::CappedTag<float, kBlockPixels>;
using V = hn::Vec<D>;
using M = hn::Mask<D>;

/// Pixel centres within a block.
alignas(64) constexpr float kColumns[kBlockPixels] = {0.5f, 1.5f, 2.5f, 3.5f, 0.5f, 1.5f, 2.5f, 3.5f};
alignas(64) constexpr float kRows[kBlockPixels] = {0.5f, 0.5f, 0.5f, 0.5f, 1.5f, 1.5f, 1.5f, 1.5f};
/// From a block's middle to its farthest pixel centre, rounded up.
constexpr float kBlockRadius = 1.582f;

/// What shows through less than this is not worked on: half a step of eight bits.
constexpr float kHidden = 0.002f;

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

/// Where pixels lie on a stroke.
struct Place {
    V distance;            ///< From the (extended) centre line.
    V travelled;           ///< Arc length at the foot.
    V share;               ///< Of the whole path's parameter, 0 to 1.
    V segment;             ///< Index of the closest segment.
    V on_segment;          ///< Share of the segment; beyond 0 and 1 at the stroke's two ends only.
    V across_x, across_y;  ///< From the foot on the (extended) centre line to the pixel.
};

/// @param first, last the segments that can be the closest; there is no loop where they are the same.
HWY_INLINE Place place_of(D d, const Polyline& line, int first, int last, V px, V py) {
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f);
    Place best{zero, zero, zero, zero, zero, zero, zero};
    V nearest = hn::Set(d, 1e30f);
    for (int k = first;; ++k) {
        const auto i = static_cast<size_t>(k);
        const V along_x = hn::Set(d, line.along[i].x), along_y = hn::Set(d, line.along[i].y);
        const V x = hn::Sub(px, hn::Set(d, line.points[i].x)), y = hn::Sub(py, hn::Set(d, line.points[i].y));
        const V u = hn::MulAdd(x, hn::Set(d, line.toward[i].x), hn::Mul(y, hn::Set(d, line.toward[i].y)));
        const V inside = hn::Clamp(u, zero, one);
        V extended = inside;
        if (k == 0)
            extended = hn::Min(u, extended);
        if (k == line.segments - 1)
            extended = hn::Max(u, extended);
        const V ax = hn::NegMulAdd(extended, along_x, x), ay = hn::NegMulAdd(extended, along_y, y);
        const V travelled =
            hn::MulAdd(extended, hn::Set(d, line.segment_length[i]), hn::Set(d, line.arc_length[i]));
        const V share = hn::Add(inside, hn::Set(d, static_cast<float>(k)));
        if (first == last) {
            best = {zero, travelled, share, hn::Set(d, static_cast<float>(k)), extended, ax, ay};
            break;
        }
        const V cx = hn::NegMulAdd(inside, along_x, x), cy = hn::NegMulAdd(inside, along_y, y);
        const V d2 = hn::MulAdd(cx, cx, hn::Mul(cy, cy));
        const M closer = hn::Lt(d2, nearest);
        nearest = hn::Min(d2, nearest);
        best.travelled = hn::IfThenElse(closer, travelled, best.travelled);
        best.share = hn::IfThenElse(closer, share, best.share);
        best.segment = hn::IfThenElse(closer, hn::Set(d, static_cast<float>(k)), best.segment);
        best.on_segment = hn::IfThenElse(closer, extended, best.on_segment);
        best.across_x = hn::IfThenElse(closer, ax, best.across_x);
        best.across_y = hn::IfThenElse(closer, ay, best.across_y);
        if (k == last)
            break;
    }
    best.share = hn::Mul(best.share, hn::Set(d, 1.0f / static_cast<float>(line.segments)));
    best.distance = hn::Sqrt(hn::MulAdd(best.across_x, best.across_x,
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

/// @param ends whether the block can lie on the stroke's start or end; the sides alone count where not.
HWY_INLINE Coverage coverage_at(D d, const PreparedStroke& stroke, bool ends, const Place& place) {
    const V per_edge = hn::Set(d, 1.0f / stroke.edge), half = hn::Set(d, 0.5f);
    const V width = hn::MulAdd(place.share, hn::Set(d, stroke.half_width[1] - stroke.half_width[0]),
                               hn::Set(d, stroke.half_width[0]));
    Coverage c;
    c.depth.side = hn::MulAdd(hn::Sub(width, place.distance), per_edge, half);
    c.side = smoothstep(d, c.depth.side);
    if (!ends) {
        c.depth.start = c.depth.end = c.start.value = c.end.value = hn::Set(d, 1.0f);
        c.start.slope = c.end.slope = hn::Zero(d);
        return c;
    }
    const V whole = hn::Set(d, stroke.line.arc_length[static_cast<size_t>(stroke.line.segments)]);
    c.depth.start = hn::MulAdd(place.travelled, per_edge, half);
    c.depth.end = hn::MulAdd(hn::Sub(whole, place.travelled), per_edge, half);
    c.start = smoothstep(d, c.depth.start);
    c.end = smoothstep(d, c.depth.end);
    return c;
}

/// The pixel centres of one vector of a block.
struct Pixels {
    V x, y;
};

HWY_INLINE Pixels pixels_of(D d, int ox, int oy, size_t block, size_t lane) {
    const int x = ox + static_cast<int>(block) % kBlocksAcross * kBlockWidth;
    const int y = oy + static_cast<int>(block) / kBlocksAcross * kBlockHeight;
    return {hn::Add(hn::Load(d, kColumns + lane), hn::Set(d, static_cast<float>(x))),
            hn::Add(hn::Load(d, kRows + lane), hn::Set(d, static_cast<float>(y)))};
}

/// The blocks of a tile that a stroke can touch, and which of its segments can be the nearest in each: no
/// pixel is farther from the nearest segment than the block's middle is, give or take the block's radius.
uint32_t find_blocks(const PreparedStroke& stroke, int ox, int oy, BlockSegments& segments) {
    const D d;
    const size_t lanes = hn::Lanes(d);
    const Polyline& line = stroke.line;
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f);
    const V reach = hn::Set(d, stroke.reach + kBlockRadius);
    alignas(64) std::array<float, kBlockPixels> middle_x, middle_y, first, last;
    alignas(64) std::array<std::array<float, kBlockPixels>, Polyline::kMaxSegments> squares;
    const auto count = static_cast<size_t>(line.segments);
    uint32_t touched = 0;
    for (size_t block = 0; block < kBlocks; block += lanes) {
        for (size_t k = 0; k < lanes; ++k) {
            middle_x[k] = static_cast<float>(
                ox + static_cast<int>(block + k) % kBlocksAcross * kBlockWidth + kBlockWidth / 2);
            middle_y[k] = static_cast<float>(
                oy + static_cast<int>(block + k) / kBlocksAcross * kBlockHeight + kBlockHeight / 2);
        }
        const V px = hn::Load(d, middle_x.data()), py = hn::Load(d, middle_y.data());
        V nearest = hn::Set(d, 1e30f);
        for (size_t k = 0; k < count; ++k) {
            const V x = hn::Sub(px, hn::Set(d, line.points[k].x)),
                    y = hn::Sub(py, hn::Set(d, line.points[k].y));
            const V u = hn::Clamp(
                hn::MulAdd(x, hn::Set(d, line.toward[k].x), hn::Mul(y, hn::Set(d, line.toward[k].y))), zero,
                one);
            const V ax = hn::NegMulAdd(u, hn::Set(d, line.along[k].x), x);
            const V ay = hn::NegMulAdd(u, hn::Set(d, line.along[k].y), y);
            const V square = hn::MulAdd(ax, ax, hn::Mul(ay, ay));
            hn::Store(square, d, squares[k].data());
            nearest = hn::Min(nearest, square);
        }
        const V distance = hn::Sqrt(nearest);
        const M near = hn::Le(distance, reach);
        if (hn::AllFalse(d, near))
            continue;
        const V limit = hn::Add(distance, hn::Set(d, 2.0f * kBlockRadius));
        const V square = hn::Mul(limit, limit);
        V from = zero, to = zero;
        for (size_t k = 0; k < count; ++k) {
            const V here = hn::Set(d, static_cast<float>(k));
            to = hn::IfThenElse(hn::Le(hn::Load(d, squares[k].data()), square), here, to);
            const size_t back = count - 1 - k;
            from = hn::IfThenElse(hn::Le(hn::Load(d, squares[back].data()), square),
                                  hn::Set(d, static_cast<float>(back)), from);
        }
        hn::Store(from, d, first.data());
        hn::Store(to, d, last.data());
        for (size_t k = 0; k < lanes; ++k) {
            segments.first[block + k] = static_cast<uint8_t>(first[k]);
            segments.last[block + k] = static_cast<uint8_t>(last[k]);
        }
        std::array<uint8_t, 8> bits{};
        hn::StoreMaskBits(d, near, bits.data());
        touched |= uint32_t{bits[0]} << block;
    }
    return touched;
}

/// Whether a pixel whose nearest segment is one of these can lie on the stroke's start or end.
HWY_INLINE bool may_end(const PreparedStroke& stroke, int first, int last) {
    const auto& arc = stroke.line.arc_length;
    const float half = 0.5f * stroke.edge;
    return first == 0 || last + 1 == stroke.line.segments || arc[static_cast<size_t>(first)] < half ||
           arc[static_cast<size_t>(stroke.line.segments)] - arc[static_cast<size_t>(last + 1)] < half;
}

/// Lays a stroke's coverage into new cells, one for each block that it covers and that is not hidden.
///
/// @param through how much of what lies under the strokes above still shows, at most, in each block; this
/// stroke's share is taken off.
void cover(const PreparedStroke& stroke, int ox, int oy, std::array<float, kBlocks>& through,
           TileScratch& scratch) {
    const D d;
    const size_t lanes = hn::Lanes(d);
    const V zero = hn::Zero(d), opacity = hn::Set(d, stroke.opacity);
    const V full = hn::Set(d, stroke.opacity * 0.99999f);
    BlockSegments segments;
    for (uint32_t left = find_blocks(stroke, ox, oy, segments); left != 0; left &= left - 1) {
        const auto block = static_cast<size_t>(hwy::Num0BitsBelowLS1Bit_Nonzero32(left));
        if (through[block] < kHidden)
            continue;
        const int first = segments.first[block], last = segments.last[block];
        const bool ends = may_end(stroke, first, last);
        Cell& cell = scratch.cells[scratch.used];
        bool touched = false, border = false;
        for (size_t lane = 0; lane < kBlockPixels; lane += lanes) {
            const Pixels p = pixels_of(d, ox, oy, block, lane);
            const Coverage c =
                coverage_at(d, stroke, ends, place_of(d, stroke.line, first, last, p.x, p.y));
            const V a = hn::Mul(hn::Mul(opacity, c.side.value), hn::Mul(c.start.value, c.end.value));
            hn::Store(a, d, cell.alpha.data() + lane);
            touched |= !hn::AllFalse(d, hn::Gt(a, zero));
            border |= !hn::AllTrue(d, hn::Ge(a, full));
        }
        if (!touched)
            continue;
        if (!border)
            through[block] *= 1.0f - stroke.opacity;
        scratch.places[scratch.used++] = {static_cast<uint8_t>(block), segments.first[block],
                                          segments.last[block], border};
    }
}

/// Lays a stroke's colour on the canvas, and keeps what lies beneath.
void lay(const PreparedStroke& stroke, size_t begin, size_t end, TileScratch& scratch, TileColour& canvas) {
    const D d;
    for (size_t c = begin; c < end; ++c) {
        Cell& cell = scratch.cells[c];
        const size_t i = scratch.places[c].block * size_t{kBlockPixels};
        for (size_t lane = 0; lane < kBlockPixels; lane += hn::Lanes(d)) {
            const V a = hn::Load(d, cell.alpha.data() + lane);
            for (size_t ch = 0; ch < 3; ++ch) {
                float* HWY_RESTRICT plane = &canvas.plane[ch][i + lane];
                const V under = hn::Load(d, plane);
                hn::Store(under, d, &cell.before[ch][lane]);
                hn::Store(hn::MulAdd(a, hn::Sub(hn::Set(d, stroke.colour[ch]), under), under), d, plane);
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
    uint32_t used = 0;  ///< One bit for each segment that has sums; the others are not even cleared.
};

HWY_INLINE SegmentSums& sums_of(D d, StrokeSums& sums, int segment) {
    SegmentSums& s = sums.segment[segment];
    if ((sums.used >> segment & 1U) == 0) {
        const V zero = hn::Zero(d);
        s = {zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero};
        sums.used |= 1U << segment;
    }
    return s;
}

HWY_INLINE void add_border(D d, const PreparedStroke& stroke, int first, int last, V px, V py, V by_alpha,
                           StrokeSums& sums) {
    const bool ends = may_end(stroke, first, last);
    const Place place = place_of(d, stroke.line, first, last, px, py);
    const Coverage c = coverage_at(d, stroke, ends, place);
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f), half = hn::Set(d, 0.5f);
    const V scale = hn::Mul(by_alpha, hn::Set(d, stroke.opacity / stroke.edge));
    const V by_side = hn::Mul(hn::Mul(scale, c.side.slope), hn::Mul(c.start.value, c.end.value));
    sums.half_width[0] = hn::MulAdd(by_side, hn::Sub(one, place.share), sums.half_width[0]);
    sums.half_width[1] = hn::MulAdd(by_side, place.share, sums.half_width[1]);
    sums.edge = hn::NegMulAdd(by_side, hn::Sub(c.depth.side, half), sums.edge);
    V by_arc = zero;
    if (ends) {
        const V by_start = hn::Mul(hn::Mul(scale, c.start.slope), hn::Mul(c.side.value, c.end.value));
        const V by_end = hn::Mul(hn::Mul(scale, c.end.slope), hn::Mul(c.side.value, c.start.value));
        sums.whole = hn::Add(sums.whole, by_end);
        sums.edge = hn::NegMulAdd(by_start, hn::Sub(c.depth.start, half), sums.edge);
        sums.edge = hn::NegMulAdd(by_end, hn::Sub(c.depth.end, half), sums.edge);
        by_arc = hn::Sub(by_start, by_end);
    }
    const V push = hn::Div(by_side, place.distance);
    const V push_x = hn::Mul(push, place.across_x), push_y = hn::Mul(push, place.across_y);
    // Between the ends of a segment the foot follows the pixel; at a joint it stays on the joint. Beyond
    // the two ends of the stroke it follows along the extended line, but the width there does not change.
    const M within = hn::And(hn::Gt(place.on_segment, zero), hn::Lt(place.on_segment, one));
    const V by_share = hn::IfThenElseZero(
        within, hn::Mul(by_side, hn::Set(d, (stroke.half_width[1] - stroke.half_width[0]) /
                                                static_cast<float>(stroke.line.segments))));
    const M held = hn::Or(hn::Eq(place.on_segment, zero), hn::Eq(place.on_segment, one));
    auto add = [&](SegmentSums& s, V side_x, V side_y, V width, V arc) HWY_ATTR {
        s.away_x = hn::Add(s.away_x, side_x);
        s.away_y = hn::Add(s.away_y, side_y);
        s.away_ux = hn::MulAdd(place.on_segment, side_x, s.away_ux);
        s.away_uy = hn::MulAdd(place.on_segment, side_y, s.away_uy);
        s.width = hn::Add(s.width, width);
        s.width_u = hn::MulAdd(width, place.on_segment, s.width_u);
        s.width_x = hn::MulAdd(width, place.across_x, s.width_x);
        s.width_y = hn::MulAdd(width, place.across_y, s.width_y);
        if (!ends)
            return;
        const V freely = hn::IfThenZeroElse(held, arc);
        s.arc = hn::Add(s.arc, arc);
        s.arc_free = hn::Add(s.arc_free, freely);
        s.arc_x = hn::MulAdd(freely, place.across_x, s.arc_x);
        s.arc_y = hn::MulAdd(freely, place.across_y, s.arc_y);
        s.arc_u = hn::MulAdd(hn::Sub(arc, freely), place.on_segment, s.arc_u);
    };
    if (first == last) {
        add(sums_of(d, sums, first), push_x, push_y, by_share, by_arc);
        return;
    }
    for (int k = first; k <= last; ++k) {
        const M here = hn::Eq(place.segment, hn::Set(d, static_cast<float>(k)));
        if (!hn::AllFalse(d, here))
            add(sums_of(d, sums, k), hn::IfThenElseZero(here, push_x), hn::IfThenElseZero(here, push_y),
                hn::IfThenElseZero(here, by_share), hn::IfThenElseZero(here, by_arc));
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
        const float per_length = 1.0f / line.segment_length[k];
        const Vec2 along = line.along[k] * per_length;
        Vec2& a = by_point[k];
        Vec2& b = by_point[k + 1];
        a = a - along * later;
        b = b + along * later;
        if ((sums.used >> k & 1U) == 0)
            continue;
        const SegmentSums& s = sums.segment[k];

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
void take_gradient(bool shape, const PreparedStroke& stroke, int ox, int oy, size_t begin, size_t end,
                   const TileScratch& scratch, TileColour& by_canvas, DraftStroke& gradient) {
    const D d;
    const V zero = hn::Zero(d);
    StrokeSums sums;
    for (V& v : sums.colour)
        v = zero;
    sums.opacity = sums.half_width[0] = sums.half_width[1] = sums.edge = sums.whole = zero;
    for (size_t c = begin; c < end; ++c) {
        const Cell& cell = scratch.cells[c];
        const CellPlace at = scratch.places[c];
        for (size_t lane = 0; lane < kBlockPixels; lane += hn::Lanes(d)) {
            const V a = hn::Load(d, cell.alpha.data() + lane);
            V by_alpha = zero;
            for (size_t ch = 0; ch < 3; ++ch) {
                float* HWY_RESTRICT plane = &by_canvas.plane[ch][at.block * size_t{kBlockPixels} + lane];
                const V g = hn::Load(d, plane);
                const V change = hn::Sub(hn::Set(d, stroke.colour[ch]), hn::Load(d, &cell.before[ch][lane]));
                sums.colour[ch] = hn::MulAdd(g, a, sums.colour[ch]);
                by_alpha = hn::MulAdd(g, change, by_alpha);
                hn::Store(hn::NegMulAdd(g, a, g), d, plane);
            }
            sums.opacity = hn::MulAdd(by_alpha, a, sums.opacity);
            if (shape && at.border) {
                const Pixels p = pixels_of(d, ox, oy, at.block, lane);
                add_border(d, stroke, at.first, at.last, p.x, p.y, by_alpha, sums);
            }
        }
    }
    finish_gradient(d, stroke, sums, gradient);
}

/// Exact change of the loss if this one stroke were left out. `through` is how much of what lies under the
/// strokes above this one still shows; it is carried on to the next one down.
void take_removal_cost(const PreparedStroke& stroke, size_t begin, size_t end, const TileScratch& scratch,
                       const TileColour& error, const TileTarget& target, float* HWY_RESTRICT through,
                       StrokeShare& share) {
    const D d;
    V cost = hn::Zero(d);
    for (size_t c = begin; c < end; ++c) {
        const Cell& cell = scratch.cells[c];
        for (size_t lane = 0; lane < kBlockPixels; lane += hn::Lanes(d)) {
            const size_t i = scratch.places[c].block * size_t{kBlockPixels} + lane;
            const V a = hn::Load(d, cell.alpha.data() + lane), t = hn::Load(d, through + i);
            const V shown = hn::Mul(a, t), weight = hn::Load(d, &target.weight[i]);
            V change = hn::Zero(d);
            for (size_t ch = 0; ch < 3; ++ch) {
                const V less = hn::Mul(
                    shown, hn::Sub(hn::Set(d, stroke.colour[ch]), hn::Load(d, &cell.before[ch][lane])));
                const V e = hn::Load(d, &error.plane[ch][i]);
                change = hn::MulAdd(less, hn::NegMulAdd(hn::Set(d, 2.0f), e, less), change);
            }
            cost = hn::MulAdd(change, weight, cost);
            hn::Store(hn::NegMulAdd(a, t, t), d, through + i);
        }
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
    std::array<float, kBlocks> through;
    through.fill(1.0f);
    scratch.used = 0;
    for (size_t j = order.size(); j-- > 0;) {
        scratch.begin_stroke(j);
        cover(strokes[order[j]], ox, oy, through, scratch);
        scratch.cells_of[j].end = scratch.used;
        // What lies under a stroke that is left out would show.
        if (work == TileWork::RemovalCost)
            through.fill(1.0f);
    }
    for (size_t j = 0; j < order.size(); ++j)
        lay(strokes[order[j]], scratch.cells_of[j].begin, scratch.cells_of[j].end, scratch, canvas);
    TileColour error;
    const TileResult result = compare(target, canvas, error);
    if (work == TileWork::Gradient || work == TileWork::ColourGradient) {
        for (auto& plane : error.plane)
            for (size_t i = 0; i < kTilePixels; ++i)
                plane[i] *= 2.0f * target.weight[i];
        for (size_t j = order.size(); j-- > 0;)
            take_gradient(work == TileWork::Gradient, strokes[order[j]], ox, oy, scratch.cells_of[j].begin,
                          scratch.cells_of[j].end, scratch, error, shares[j].gradient);
    } else if (work == TileWork::RemovalCost) {
        alignas(64) std::array<float, kTilePixels> shown;
        shown.fill(1.0f);
        for (size_t j = order.size(); j-- > 0;)
            take_removal_cost(strokes[order[j]], scratch.cells_of[j].begin, scratch.cells_of[j].end, scratch,
                              error, target, shown.data(), shares[j]);
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
    if (scratch.cells_of.size() < order.size())
        scratch.cells_of.resize(order.size());
    return HWY_DYNAMIC_DISPATCH(WorkOnTile)(work, origin_x, origin_y, strokes, order, target, canvas, shares,
                                            scratch);
}

}  // namespace allaprima
#endif
