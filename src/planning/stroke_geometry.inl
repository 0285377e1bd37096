// Where pixels lie on a stroke: the foot of each on its curve, and how far within the borders it is.
// Compiled once for each instruction set, with the kernel that includes it.
//
// The foot of a block's middle is found from a few straight segments and by Newton's method; a pixel's from
// its block's, by one more step with the block's slope.

#if defined(ALLAPRIMA_STROKE_GEOMETRY_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef ALLAPRIMA_STROKE_GEOMETRY_INL
#undef ALLAPRIMA_STROKE_GEOMETRY_INL
#else
#define ALLAPRIMA_STROKE_GEOMETRY_INL
#endif

#include <hwy/highway.h>

#include <algorithm>
#include <array>

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

/// Where on a stroke's curve the middle of each block has its foot, by how much that changes for each pixel
/// to the right and down, and one over the slope of the foot's equation.
struct BlockFeet {
    alignas(64) std::array<float, kBlocks> foot, by_x, by_y, inverse_slope;
    uint32_t hard;  ///< One bit for each block within which the foot's equation is not nearly straight.
};

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
    const V largest_inverse = hn::Set(d, kSteadySlope / (kBlockRadius * length(stroke.curve.bend) + 1e-6f));
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
        const V inverse_slope = hn::Div(one, stiffness(d, lanes, p));
        hn::Store(foot, d, feet.foot.data() + block);
        hn::Store(inverse_slope, d, feet.inverse_slope.data() + block);
        hn::Store(hn::Mul(p.slope_x, inverse_slope), d, feet.by_x.data() + block);
        hn::Store(hn::Mul(p.slope_y, inverse_slope), d, feet.by_y.data() + block);
        touched |= bits_of(d, near) << block;
        feet.hard |= bits_of(d, hn::Gt(inverse_slope, largest_inverse)) << block;
    }
    return touched;
}

/// The feet of one vector's pixels, from that of their block's middle.
HWY_INLINE V foot_of(D d, const StrokeLanes& s, const BlockFeet& feet, size_t block, size_t lane,
                     const Pixels& p) {
    V foot = hn::MulAdd(hn::Set(d, feet.by_x[block]), hn::Load(d, kFromMiddle.x + lane),
                        hn::Set(d, feet.foot[block]));
    foot = hn::MulAdd(hn::Set(d, feet.by_y[block]), hn::Load(d, kFromMiddle.y + lane), foot);
    if ((feet.hard >> block & 1U) != 0)
        for (int step = 0; step < kFootSteps; ++step)
            foot = nearer_foot(d, s, foot, p.x, p.y);
    const V off = imbalance(place_at(d, s, foot, p.x, p.y));
    return hn::NegMulAdd(off, hn::Set(d, feet.inverse_slope[block]), foot);
}

}  // namespace HWY_NAMESPACE
}  // namespace allaprima
HWY_AFTER_NAMESPACE();

#endif
