// Coverage, compositing and gradients of one tile, for the instruction set that the machine has.
//
// A tile is cut into blocks of eight pixels, one vector each, and a stroke is worked on only in the blocks
// that it covers. The foot of a block's middle on the curve is found from a few straight segments and by
// Newton's method; a pixel's from its block's, by one more step with the block's slope. Three walks: from the
// top stroke down, the coverage of each, leaving out blocks that opaque paint above hides; from the ground
// up, compositing, keeping the canvas beneath each stroke; and from the top down again, backward: with g the
// gradient of the loss by the canvas above a stroke, ∂/∂colour = Σ α g and ∂/∂α = g · (colour − before),
// then g ← (1 − α) g. Only pixels where the coverage changes tell anything about the shape, so the shape's
// gradient looks at the stroke's border alone. With the foot u nearest to the pixel p, its distance changes
// with the curve B alone, as if u stood still; u itself moves by −∂F/F' where F(u) = (B(u) − p) · B'(u) = 0.
// All of it is linear in 1, u and u², so twelve sums over the pixels are enough, and are turned into
// control points once at the end.

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

/// From a block's middle to its pixel centres.
struct FromMiddle {
    alignas(64) float x[kBlockPixels] = {-1.5f, -0.5f, 0.5f, 1.5f, -1.5f, -0.5f, 0.5f, 1.5f};
    alignas(64) float y[kBlockPixels] = {-0.5f, -0.5f, -0.5f, -0.5f, 0.5f, 0.5f, 0.5f, 0.5f};
};
constexpr FromMiddle kFromMiddle;
/// Middles of the blocks of a tile.
struct Middles {
    alignas(64) float x[kBlocks], y[kBlocks];
};
constexpr Middles middles() {
    Middles m{};
    for (int block = 0; block < kBlocks; ++block) {
        const int column = block % kBlocksAcross, row = block / kBlocksAcross;
        m.x[block] = (static_cast<float>(column) + 0.5f) * kBlockWidth;
        m.y[block] = (static_cast<float>(row) + 0.5f) * kBlockHeight;
    }
    return m;
}
constexpr Middles kMiddles = middles();
/// From a block's middle to its farthest pixel centre, rounded up.
constexpr float kBlockRadius = 1.582f;

/// Steps of Newton's method to a block's foot, and more of them to its pixels' where one is not enough:
/// where what of the slope of the foot's equation changes with the pixel does so by more than this share.
constexpr int kFootSteps = 2;
constexpr float kSteadySlope = 0.05f;

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

/// A stroke's numbers in every lane, positions from the tile's corner. Held apart from the memory that the
/// kernels write, so that they need not be read again after every write.
struct StrokeLanes {
    V start_x, start_y, slope_x, slope_y, bend_x, bend_y, least_stiffness;
    V speed, more_speed, length;
    V half_width, more_half_width, per_edge, opacity;
};

HWY_INLINE StrokeLanes lanes_of(D d, const PreparedStroke& stroke, int ox, int oy) {
    const Curve& c = stroke.curve;
    return {hn::Set(d, c.start.x - static_cast<float>(ox)),
            hn::Set(d, c.start.y - static_cast<float>(oy)),
            hn::Set(d, c.slope.x),
            hn::Set(d, c.slope.y),
            hn::Set(d, c.bend.x),
            hn::Set(d, c.bend.y),
            hn::Set(d, c.least_stiffness),
            hn::Set(d, c.first_speed),
            hn::Set(d, c.last_speed - c.first_speed),
            hn::Set(d, c.length),
            hn::Set(d, stroke.half_width[0]),
            hn::Set(d, stroke.half_width[1] - stroke.half_width[0]),
            hn::Set(d, 1.0f / stroke.edge),
            hn::Set(d, stroke.opacity)};
}

/// Where pixels lie on a stroke.
struct Place {
    V foot;              ///< Parameter u of the nearest point; beyond 0 and 1 on the tangents at the ends.
    V within;            ///< The same, from 0 to 1.
    V half_square;       ///< u²/2, going on along its tangents beyond 0 and 1.
    V from_x, from_y;    ///< From the pixel to the foot.
    V slope_x, slope_y;  ///< ∂(point of the curve)/∂u there.
};

HWY_INLINE Place place_at(D d, const StrokeLanes& s, V foot, V px, V py) {
    Place p;
    p.foot = foot;
    p.within = hn::Clamp(foot, hn::Zero(d), hn::Set(d, 1.0f));
    p.half_square = hn::Mul(p.within, hn::NegMulAdd(hn::Set(d, 0.5f), p.within, foot));
    p.slope_x = hn::MulAdd(p.within, s.bend_x, s.slope_x);
    p.slope_y = hn::MulAdd(p.within, s.bend_y, s.slope_y);
    p.from_x = hn::MulAdd(p.half_square, s.bend_x, hn::MulAdd(foot, s.slope_x, hn::Sub(s.start_x, px)));
    p.from_y = hn::MulAdd(p.half_square, s.bend_y, hn::MulAdd(foot, s.slope_y, hn::Sub(s.start_y, py)));
    return p;
}

HWY_INLINE V distance_of(D d, const Place& p) {
    return hn::Sqrt(hn::MulAdd(p.from_x, p.from_x, hn::MulAdd(p.from_y, p.from_y, hn::Set(d, 1e-12f))));
}

/// F of the foot's equation.
HWY_INLINE V imbalance(const Place& p) {
    return hn::MulAdd(p.from_x, p.slope_x, hn::Mul(p.from_y, p.slope_y));
}

/// F' of the foot's equation. Where the pixel is farther from the curve than the curve's centre it would be
/// negative, and there is no nearest foot to go to; it is kept above a share of what it is on the curve.
/// Beyond the ends, on straight lines, it is what it is on them.
HWY_INLINE V stiffness(D d, const StrokeLanes& s, const Place& p) {
    const V on_curve = hn::MulAdd(p.slope_x, p.slope_x, hn::Mul(p.slope_y, p.slope_y));
    const V turn = hn::MulAdd(p.from_x, s.bend_x, hn::Mul(p.from_y, s.bend_y));
    const V least = hn::MulAdd(on_curve, hn::Set(d, 0.1f), s.least_stiffness);
    return hn::IfThenElse(hn::Eq(p.foot, p.within), hn::Max(hn::Add(on_curve, turn), least), on_curve);
}

/// One step of Newton's method towards the foot.
HWY_INLINE V nearer_foot(D d, const StrokeLanes& s, V foot, V px, V py) {
    const Place p = place_at(d, s, foot, px, py);
    return hn::Sub(foot, hn::Div(imbalance(p), stiffness(d, s, p)));
}

/// Way from the start to the foot, were speed to change evenly along the curve.
HWY_INLINE V travelled(const StrokeLanes& s, const Place& p) {
    return hn::MulAdd(p.foot, s.speed, hn::Mul(p.half_square, s.more_speed));
}

/// How far within each of its borders a pixel lies, in edges; ½ on the border.
struct Depth {
    V side, start, end;
};

HWY_INLINE Depth depth_of(D d, const StrokeLanes& s, const Place& place, V distance) {
    const V half = hn::Set(d, 0.5f);
    const V width = hn::MulAdd(place.within, s.more_half_width, s.half_width);
    const V way = travelled(s, place);
    return {hn::MulAdd(hn::Sub(width, distance), s.per_edge, half), hn::MulAdd(way, s.per_edge, half),
            hn::MulAdd(hn::Sub(s.length, way), s.per_edge, half)};
}

/// The pixel centres of one vector of a block, from the tile's corner.
struct Pixels {
    V x, y;
};

HWY_INLINE Pixels pixels_of(D d, size_t block, size_t lane) {
    return {hn::Add(hn::Load(d, kFromMiddle.x + lane), hn::Set(d, kMiddles.x[block])),
            hn::Add(hn::Load(d, kFromMiddle.y + lane), hn::Set(d, kMiddles.y[block]))};
}

HWY_INLINE uint32_t bits_of(D d, M mask) {
    std::array<uint8_t, 8> bits{};
    hn::StoreMaskBits(d, mask, bits.data());
    return bits[0];
}

/// The blocks of a tile that a stroke can touch, and the foot of each block's middle.
uint32_t find_blocks(const PreparedStroke& stroke, const StrokeLanes& lanes, int ox, int oy,
                     BlockFeet& feet) {
    const D d;
    const Vec2 corner{static_cast<float>(ox), static_cast<float>(oy)};
    const Polyline& line = stroke.line;
    const V zero = hn::Zero(d), one = hn::Set(d, 1.0f);
    const auto count = static_cast<size_t>(line.segments);
    const float beyond = 0.5f * stroke.edge + kBlockRadius;
    const V reach_squared = hn::Set(d, (stroke.reach + kBlockRadius) * (stroke.reach + kBlockRadius));
    const V widest = hn::Set(d, std::max(stroke.half_width[0], stroke.half_width[1]) + beyond);
    // By how much the slope of the foot's equation may change within a block.
    const V most_give = hn::Set(d, kSteadySlope / (kBlockRadius * length(stroke.curve.bend) + 1e-6f));
    uint32_t touched = 0;
    feet.hard = 0;
    for (size_t block = 0; block < kBlocks; block += hn::Lanes(d)) {
        const V px = hn::Load(d, kMiddles.x + block), py = hn::Load(d, kMiddles.y + block);
        V nearest = hn::Set(d, 1e30f), foot = zero;
        for (size_t k = 0; k < count; ++k) {
            const Vec2 from = line.points[k] - corner;
            const V x = hn::Sub(px, hn::Set(d, from.x)), y = hn::Sub(py, hn::Set(d, from.y));
            const V u = hn::MulAdd(x, hn::Set(d, line.toward[k].x), hn::Mul(y, hn::Set(d, line.toward[k].y)));
            const V inside = hn::Clamp(u, zero, one);
            const V ax = hn::NegMulAdd(inside, hn::Set(d, line.along[k].x), x);
            const V ay = hn::NegMulAdd(inside, hn::Set(d, line.along[k].y), y);
            const V square = hn::MulAdd(ax, ax, hn::Mul(ay, ay));
            foot = hn::IfThenElse(hn::Lt(square, nearest), hn::Add(inside, hn::Set(d, static_cast<float>(k))),
                                  foot);
            nearest = hn::Min(nearest, square);
        }
        if (hn::AllFalse(d, hn::Le(nearest, reach_squared)))
            continue;
        foot = hn::Mul(foot, hn::Set(d, 1.0f / static_cast<float>(count)));
        for (int step = 0; step < kFootSteps; ++step)
            foot = nearer_foot(d, lanes, foot, px, py);
        const Place p = place_at(d, lanes, foot, px, py);
        const V way = travelled(lanes, p);
        const M near = hn::And(hn::Le(distance_of(d, p), widest),
                               hn::And(hn::Ge(way, hn::Set(d, -beyond)),
                                       hn::Le(way, hn::Add(lanes.length, hn::Set(d, beyond)))));
        const V give = hn::Div(one, stiffness(d, lanes, p));
        hn::Store(foot, d, feet.foot.data() + block);
        hn::Store(give, d, feet.give.data() + block);
        hn::Store(hn::Mul(p.slope_x, give), d, feet.by_x.data() + block);
        hn::Store(hn::Mul(p.slope_y, give), d, feet.by_y.data() + block);
        touched |= bits_of(d, near) << block;
        feet.hard |= bits_of(d, hn::Gt(give, most_give)) << block;
    }
    return touched;
}

/// Lays a stroke's coverage into new cells, one for each block that it covers and that is not hidden.
///
/// @param through how much of what lies under the strokes above still shows, at most, in each block; this
/// stroke's share is taken off.
void cover(const PreparedStroke& stroke, int ox, int oy, std::array<float, kBlocks>& through,
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
            V foot = hn::MulAdd(hn::Set(d, feet.by_x[block]), hn::Load(d, kFromMiddle.x + lane),
                                hn::Set(d, feet.foot[block]));
            foot = hn::MulAdd(hn::Set(d, feet.by_y[block]), hn::Load(d, kFromMiddle.y + lane), foot);
            if ((feet.hard >> block & 1U) != 0)
                for (int step = 0; step < kFootSteps; ++step)
                    foot = nearer_foot(d, s, foot, p.x, p.y);
            const V off = imbalance(place_at(d, s, foot, p.x, p.y));
            foot = hn::NegMulAdd(off, hn::Set(d, feet.give[block]), foot);
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
        used += static_cast<size_t>(touched != 0) & static_cast<size_t>(through[block] >= kHidden);
        through[block] *= passing[static_cast<size_t>(border != 0)];
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
