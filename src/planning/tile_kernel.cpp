// Coverage, compositing and gradients of one tile, for the instruction set that the machine has.
//
// A tile is cut into blocks of eight pixels, one vector each, and a stroke is worked on only in the blocks
// that it covers. Three walks: from the top stroke down, the coverage of each, leaving out blocks that opaque
// paint above hides; from the ground up, compositing, keeping the canvas beneath each stroke; and from the
// top down again, backward: with g the gradient of the loss by the canvas above a stroke, ∂/∂colour = Σ α g
// and ∂/∂α = g · (colour − before), then g ← (1 − α) g. Only pixels where the coverage changes tell anything
// about the shape, so the shape's gradient looks at the stroke's border alone. With the foot u nearest to the
// pixel p, its distance changes with the curve B alone, as if u stood still; u itself moves by −∂F/F' where
// F(u) = (B(u) − p) · B'(u) = 0. All of it is linear in 1, u and u², so twelve sums over the pixels are
// enough, and are turned into control points once at the end.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "planning/tile_kernel.cpp"
#include <hwy/foreach_target.h>
// After foreach_target: everything below is compiled once for each instruction set.
#include <hwy/highway.h>

#include <algorithm>
#include <cmath>

#include "planning/stroke_geometry.inl"
#include "planning/tile_kernel.h"

HWY_BEFORE_NAMESPACE();
namespace allaprima {
namespace HWY_NAMESPACE {
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

/// Lays a stroke's coverage into new cells, one for each block that it covers and that is not hidden.
///
/// @param transmittance how much of what lies under the strokes above still shows, at most, in each block;
/// this stroke's share is taken off.
void cover(const PreparedStroke& stroke, int ox, int oy, std::array<float, kBlocks>& transmittance,
           TileScratch& scratch) {
    const D d;
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f);
    const StrokeLanes s = lanes_of(d, stroke, ox, oy);
    const std::array<float, 2> passing = {1.0f - stroke.opacity, 1.0f};
    BlockFeet feet;
    size_t used = scratch.used;
    Cell* const cells = scratch.cells.data();
    CellPlace* const places = scratch.places.data();
    // Nothing here branches on what was just computed: a wrong guess would cost more than the work it spares.
    for (uint32_t left = find_blocks(stroke, s, ox, oy, feet); left != 0; left &= left - 1) {
        const auto block = static_cast<size_t>(hwy::Num0BitsBelowLS1Bit_Nonzero32(left));
        Cell& cell = cells[used];
        uint32_t touched = 0, border = 0, ends = 0;
        for (size_t lane = 0; lane < kBlockPixels; lane += hn::Lanes(d)) {
            const Pixels p = pixels_of(d, block, lane);
            const V foot = foot_of(d, s, feet, block, lane, p);
            const Place place = place_at(d, s, foot, p.x, p.y);
            const Depth depth = depth_of(d, s, place, distance_of(d, place));
            const V a = hn::Mul(hn::Mul(s.opacity, smoothstep(d, depth.side).value),
                                hn::Mul(smoothstep(d, depth.start).value, smoothstep(d, depth.end).value));
            hn::Store(a, d, cell.alpha.data() + lane);
            hn::Store(foot, d, cell.foot.data() + lane);
            const V end = hn::Min(depth.start, depth.end);
            touched |= bits_of(d, hn::Gt(a, zero));
            ends |= bits_of(d, hn::Lt(end, one));
            border |= bits_of(d, hn::Lt(hn::Min(end, depth.side), one));
        }
        places[used] = {static_cast<uint8_t>(block), border != 0, ends != 0};
        used += static_cast<size_t>(touched != 0) & static_cast<size_t>(transmittance[block] >= kHidden);
        transmittance[block] *= passing[static_cast<size_t>(border != 0)];
    }
    scratch.used = used;
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

/// Backward sums of one stroke in one tile, by the names of Place: with q = ∂loss/∂foot over F', and
/// v = ∂loss/∂distance · n − q B', n the unit vector from the pixel to the foot.
struct StrokeSums {
    V colour[3];
    V opacity, half_width[2], edge;
    V first_speed, last_speed;
    V move_x[3], move_y[3];  ///< Σ v · 1, u, u²/2.
    V turn_x[2], turn_y[2];  ///< −Σ q · from · 1, u within.
};

HWY_INLINE void add_border(D d, const StrokeLanes& s, bool ends, V foot, const Pixels& pixels, V by_alpha,
                           StrokeSums& sums) {
    const Place place = place_at(d, s, foot, pixels.x, pixels.y);
    const V distance = distance_of(d, place);
    const Depth depth = depth_of(d, s, place, distance);
    const Step side = smoothstep(d, depth.side);
    const V one = hn::Set(d, 1.0f), half = hn::Set(d, 0.5f);
    const V scale = hn::Mul(by_alpha, hn::Mul(s.opacity, s.per_edge));
    V by_side = hn::Mul(scale, side.slope), by_way = hn::Zero(d);
    if (ends) {
        const Step start = smoothstep(d, depth.start), end = smoothstep(d, depth.end);
        const V by_start = hn::Mul(hn::Mul(scale, start.slope), hn::Mul(side.value, end.value));
        const V by_end = hn::Mul(hn::Mul(scale, end.slope), hn::Mul(side.value, start.value));
        by_side = hn::Mul(by_side, hn::Mul(start.value, end.value));
        by_way = hn::Sub(by_start, by_end);
        sums.edge = hn::NegMulAdd(by_start, hn::Sub(depth.start, half), sums.edge);
        sums.edge = hn::NegMulAdd(by_end, hn::Sub(depth.end, half), sums.edge);
        // The way is speed₀ (u − u²/2) + speed₁ u²/2, and all of it (speed₀ + speed₁)/2.
        const V all = hn::Mul(half, by_end);
        sums.first_speed =
            hn::Add(hn::MulAdd(by_way, hn::Sub(foot, place.half_square), all), sums.first_speed);
        sums.last_speed = hn::Add(hn::MulAdd(by_way, place.half_square, all), sums.last_speed);
    }
    sums.half_width[0] = hn::MulAdd(by_side, hn::Sub(one, place.within), sums.half_width[0]);
    sums.half_width[1] = hn::MulAdd(by_side, place.within, sums.half_width[1]);
    sums.edge = hn::NegMulAdd(by_side, hn::Sub(depth.side, half), sums.edge);

    // Beyond the ends the width does not change any more.
    V by_foot = hn::IfThenElseZero(hn::Eq(foot, place.within), hn::Mul(by_side, s.more_half_width));
    by_foot = hn::MulAdd(by_way, hn::MulAdd(place.within, s.more_speed, s.speed), by_foot);
    const V away = hn::Div(by_side, distance);
    const V follow = hn::Div(by_foot, stiffness(d, s, place));
    const V x = hn::MulAdd(away, place.from_x, hn::Mul(follow, place.slope_x));
    const V y = hn::MulAdd(away, place.from_y, hn::Mul(follow, place.slope_y));
    sums.move_x[0] = hn::Sub(sums.move_x[0], x);
    sums.move_y[0] = hn::Sub(sums.move_y[0], y);
    sums.move_x[1] = hn::NegMulAdd(x, foot, sums.move_x[1]);
    sums.move_y[1] = hn::NegMulAdd(y, foot, sums.move_y[1]);
    sums.move_x[2] = hn::NegMulAdd(x, place.half_square, sums.move_x[2]);
    sums.move_y[2] = hn::NegMulAdd(y, place.half_square, sums.move_y[2]);
    const V turn_x = hn::Mul(follow, place.from_x), turn_y = hn::Mul(follow, place.from_y);
    sums.turn_x[0] = hn::Sub(sums.turn_x[0], turn_x);
    sums.turn_y[0] = hn::Sub(sums.turn_y[0], turn_y);
    sums.turn_x[1] = hn::NegMulAdd(turn_x, place.within, sums.turn_x[1]);
    sums.turn_y[1] = hn::NegMulAdd(turn_y, place.within, sums.turn_y[1]);
}

HWY_INLINE float total(D d, V v) {
    return hn::GetLane(hn::SumOfLanes(d, v));
}

/// From the sums to the gradient by the control points and the rest.
void finish_gradient(D d, const PreparedStroke& stroke, const StrokeSums& sums, DraftStroke& gradient) {
    const Curve& curve = stroke.curve;
    auto sum = [&](V x, V y) HWY_ATTR { return Vec2{total(d, x), total(d, y)}; };
    // The control points' weights on the curve are 1 − 2u + u², 2u − 2u² and u²; on its slope −2 + 2u,
    // 2 − 4u and 2u.
    const Vec2 move = sum(sums.move_x[0], sums.move_y[0]), move_u = sum(sums.move_x[1], sums.move_y[1]),
               move_uu = sum(sums.move_x[2], sums.move_y[2]) * 2.0f;
    const Vec2 turn = sum(sums.turn_x[0], sums.turn_y[0]), turn_u = sum(sums.turn_x[1], sums.turn_y[1]);
    const Vec2 first = curve.slope * (2.0f * total(d, sums.first_speed) / curve.first_speed);
    const Vec2 last = (curve.slope + curve.bend) * (2.0f * total(d, sums.last_speed) / curve.last_speed);
    gradient.points[0] = move - move_u * 2.0f + move_uu - turn * 2.0f + turn_u * 2.0f - first;
    gradient.points[1] = (move_u - move_uu) * 2.0f + turn * 2.0f - turn_u * 4.0f + first - last;
    gradient.points[2] = move_uu + turn_u * 2.0f + last;
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
    const StrokeLanes lanes = lanes_of(d, stroke, ox, oy);
    const V colour[3] = {hn::Set(d, stroke.colour[0]), hn::Set(d, stroke.colour[1]),
                         hn::Set(d, stroke.colour[2])};
    StrokeSums sums;
    for (V* sum : {sums.colour, sums.move_x, sums.move_y})
        std::fill_n(sum, 3, zero);
    for (V* sum : {sums.half_width, sums.turn_x, sums.turn_y})
        std::fill_n(sum, 2, zero);
    sums.opacity = sums.edge = sums.first_speed = sums.last_speed = zero;
    for (size_t c = begin; c < end; ++c) {
        const Cell& cell = scratch.cells[c];
        const CellPlace at = scratch.places[c];
        for (size_t lane = 0; lane < kBlockPixels; lane += hn::Lanes(d)) {
            const V a = hn::Load(d, cell.alpha.data() + lane);
            V by_alpha = zero;
            for (size_t ch = 0; ch < 3; ++ch) {
                float* HWY_RESTRICT plane = &by_canvas.plane[ch][at.block * size_t{kBlockPixels} + lane];
                const V g = hn::Load(d, plane);
                const V change = hn::Sub(colour[ch], hn::Load(d, &cell.before[ch][lane]));
                sums.colour[ch] = hn::MulAdd(g, a, sums.colour[ch]);
                by_alpha = hn::MulAdd(g, change, by_alpha);
                hn::Store(hn::NegMulAdd(g, a, g), d, plane);
            }
            sums.opacity = hn::MulAdd(by_alpha, a, sums.opacity);
            if (shape && at.border)
                add_border(d, lanes, at.ends, hn::Load(d, cell.foot.data() + lane),
                           pixels_of(d, at.block, lane), by_alpha, sums);
        }
    }
    finish_gradient(d, stroke, sums, gradient);
}

/// Exact change of the loss if this one stroke were left out. `transmittance` is how much of what lies under
/// the strokes above this one still shows; it is carried on to the next one down.
void take_removal_cost(const PreparedStroke& stroke, size_t begin, size_t end, const TileScratch& scratch,
                       const TileColour& error, const TileTarget& target, float* HWY_RESTRICT transmittance,
                       StrokeShare& share) {
    const D d;
    V cost = hn::Zero(d);
    for (size_t c = begin; c < end; ++c) {
        const Cell& cell = scratch.cells[c];
        for (size_t lane = 0; lane < kBlockPixels; lane += hn::Lanes(d)) {
            const size_t i = scratch.places[c].block * size_t{kBlockPixels} + lane;
            const V a = hn::Load(d, cell.alpha.data() + lane), t = hn::Load(d, transmittance + i);
            const V shown = hn::Mul(a, t), weight = hn::Load(d, &target.weight[i]);
            V change = hn::Zero(d);
            for (size_t ch = 0; ch < 3; ++ch) {
                const V less = hn::Mul(
                    shown, hn::Sub(hn::Set(d, stroke.colour[ch]), hn::Load(d, &cell.before[ch][lane])));
                const V e = hn::Load(d, &error.plane[ch][i]);
                change = hn::MulAdd(less, hn::NegMulAdd(hn::Set(d, 2.0f), e, less), change);
            }
            cost = hn::MulAdd(change, weight, cost);
            hn::Store(hn::NegMulAdd(a, t, t), d, transmittance + i);
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
        plain = hn::MulAdd(hn::Load(d, &target.inside[i]), square, plain);
    }
    return {total(d, loss), total(d, plain)};
}

TileResult WorkOnTile(TileWork work, int ox, int oy, std::span<const PreparedStroke> strokes,
                      std::span<const uint32_t> order, const TileTarget& target, TileColour& canvas,
                      std::span<StrokeShare> shares, TileScratch& scratch) {
    std::array<float, kBlocks> transmittance;
    transmittance.fill(1.0f);
    scratch.used = 0;
    for (size_t j = order.size(); j-- > 0;) {
        scratch.begin_stroke(j);
        cover(strokes[order[j]], ox, oy, transmittance, scratch);
        scratch.cells_of[j].end = scratch.used;
        // What lies under a stroke that is left out would show.
        if (work == TileWork::RemovalCost)
            transmittance.fill(1.0f);
    }
    for (size_t j = 0; j < order.size(); ++j)
        lay(strokes[order[j]], scratch.cells_of[j].begin, scratch.cells_of[j].end, scratch, canvas);
    TileColour error;
    TileResult result = compare(target, canvas, error);
    result.cells = scratch.used;
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
    PreparedStroke ready;
    ready.curve = curve_of(stroke);
    ready.line = flattened(ready.curve);
    ready.half_width = stroke.half_width;
    ready.edge = kPlannedEdge + stroke.fade;
    const float beside = widest_half(stroke) + 0.5f * ready.edge;
    // The corners of a square end are farther from the centre line than its sides.
    ready.reach = std::hypot(beside, 0.5f * ready.edge) + ready.line.stray + kRounding;
    ready.opacity = opacity_of(stroke);
    ready.colour = {stroke.colour.r, stroke.colour.g, stroke.colour.b};
    return ready;
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
