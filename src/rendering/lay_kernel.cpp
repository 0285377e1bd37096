// How paint leaves the brush, several pixels at a time. The planned coverage, with borders as wide as
// bristles are ragged, is let through by thresholds: a bristle that carries more paint begins sooner, reaches
// farther out and ends later than one that carries less, and thin paint catches on what stands up. As loads
// are uniform, the mean coverage is the planned one, less what a brush that runs dry leaves out. Height is
// replaced, never summed, so that buried strokes do not show. What is laid is the brush's mixture, not evenly
// mixed, with what the brush has picked up; some of the wet paint beneath is worked in.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "rendering/lay_kernel.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

#include <algorithm>
#include <array>

#include "rendering/drop.inl"
#include "rendering/equal_look.inl"
#include "rendering/flat_touch.h"
#include "rendering/lay_kernel.h"
#include "rendering/value_noise.inl"
#include "rendering/vectors.inl"

HWY_BEFORE_NAMESPACE();
namespace allaprima {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using M = hn::Mask<D>;
/// Channels of a pixel are worked on in fours (one by one where there are no vectors at all).
using D4 = hn::CappedTag<float, 4>;
using V4 = hn::Vec<D4>;

/// How soon a brush that runs dry leaves flecks of another colour beneath.
constexpr float kFlecks = 3.0f;
/// How far thin paint over another colour is evened out.
constexpr float kEvened = 0.6f;

constexpr D4 d4;
HWY_INLINE size_t at_once() {
    return hn::Lanes(d4);
}

/// Single hairs: a fine grain stretched along the way, seen only where pixels are finer than bristles.
HWY_INLINE V hairs(const Touch& touch, V across, V along) {
    constexpr float kStretch = 40.0f;
    const V x = mul(add(across, set(touch.hair_place.x)), set(1.0f / kHairMm));
    const V y = mul(add(along, set(touch.hair_place.y)), set(1.0f / (kHairMm * kStretch)));
    V sum = mul(set(touch.fine_hairs), noise(x, y));
    if (touch.finest_hairs > 0.0f)
        sum = add(sum, mul(set(0.6f * touch.finest_hairs),
                           noise(mul(x, set(kFinerHair)), mul(y, set(kFinerHair)))));
    return sum;
}

/// Where pixels lie as the brush sees them.
struct BrushPoints {
    V along, across, share;
};

HWY_INLINE BrushPoints locate(const Footprint& footprint, SegmentRange near, V px, V py) {
    const std::vector<Footprint::Segment>& segments = footprint.segments();
    const int last = static_cast<int>(segments.size()) - 1;
    const V zero = hn::Zero(d);
    V nearest = set(1e30f), along = zero, side = zero, distance = zero, share = zero;
    for (int k = near.first; k <= near.last; ++k) {
        const Footprint::Segment& s = segments[static_cast<size_t>(k)];
        const V dx = sub(px, set(s.start.x)), dy = sub(py, set(s.start.y));
        const V way = add(mul(dx, set(s.heading.x)), mul(dy, set(s.heading.y)));
        const V on = hn::Min(hn::Max(way, zero), set(s.length));
        const V over = sub(way, on);
        const V cross = sub(mul(set(s.heading.x), dy), mul(set(s.heading.y), dx));
        const V square = add(mul(cross, cross), mul(over, over));
        const M closer = hn::Lt(square, nearest);
        // The first and the last segment go on outwards for ever.
        M beyond = hn::FirstN(d, 0);
        if (k == 0)
            beyond = hn::Or(beyond, hn::Lt(way, zero));
        if (k == last)
            beyond = hn::Or(beyond, hn::Gt(way, set(s.length)));
        nearest = hn::IfThenElse(closer, square, nearest);
        along = hn::IfThenElse(closer, add(set(s.along), hn::IfThenElse(beyond, way, on)), along);
        share = hn::IfThenElse(closer, add(set(s.share), mul(on, set(s.share_per_mm))), share);
        side = hn::IfThenElse(closer, cross, side);
        distance = hn::IfThenElse(closer, hn::IfThenElse(beyond, hn::Abs(cross), hn::Sqrt(square)), distance);
    }
    return {along, hn::CopySign(distance, side), share};
}

/// A soft step at a border, narrow where the border is found and wide where it is lost.
HWY_INLINE V risen(V inside, V edge, float ramp, float lost_ramp) {
    const float found = 1.0f / ramp, lost = 1.0f / (ramp + lost_ramp);
    return smooth(add(mul(inside, add(set(lost), mul(set(found - lost), edge))), set(0.5f)));
}

/// By how much a rounded tip narrows the stroke at this way from its very end.
HWY_INLINE V tip(V from_end, float length) {
    const V z = unit(sub(set(1.0f), mul(from_end, set(1.0f / length))));
    return hn::Sqrt(sub(set(1.0f), mul(z, z)));
}

/// Threshold above which the paint must stay for the mean of what passes to be this share.
HWY_INLINE V threshold(const Gate& gate, V share) {
    const float wide = std::max(gate.spread, gate.softness), narrow = std::min(gate.spread, gate.softness);
    const V below = hn::Min(share, sub(set(1.0f), share));
    const V in_tail = sub(set(0.5f * (wide + narrow)),
                          hn::Sqrt(mul(set(2.0f * wide * narrow), hn::Max(below, hn::Zero(d)))));
    const V x = hn::IfThenElse(hn::Lt(below, set(0.5f * narrow / wide)), in_tail,
                               mul(sub(set(0.5f), below), set(wide)));
    return hn::IfThenElse(hn::Lt(share, set(0.5f)), hn::Neg(x), x);
}

HWY_INLINE V passed(const Gate& gate, V limit, V load, V peak) {
    const V ease = add(mul(set(gate.of_load), sub(load, set(0.5f))), mul(set(gate.of_peaks), peak));
    return unit(add(mul(add(limit, ease), set(1.0f / gate.softness)), set(0.5f)));
}

/// Between four corners: a and b above, c and e below.
HWY_INLINE V4 bilinear(const float* a, const float* b, const float* c, const float* e, float across,
                       float down) {
    const V4 tx = hn::Set(d4, across), ty = hn::Set(d4, down);
    const V4 left = hn::LoadU(d4, a), low_left = hn::LoadU(d4, c);
    const V4 above = hn::Add(left, hn::Mul(hn::Sub(hn::LoadU(d4, b), left), tx));
    const V4 below = hn::Add(low_left, hn::Mul(hn::Sub(hn::LoadU(d4, e), low_left), tx));
    return hn::Add(above, hn::Mul(hn::Sub(below, above), ty));
}

/// What the bristles leave at several pixels: see Track.
struct Tracks {
    V load, body, light, warm;
};

HWY_INLINE Tracks tracks_at(const BristleTracks& t, V across, V half, V along) {
    const hn::RebindToSigned<D> di;
    const V closed = add(set(t.widest), mul(sub(half, set(t.widest)), set(1.0f - t.splay)));
    const V x = hn::Min(
        hn::Max(mul(add(hn::Div(across, closed), set(1.0f)), set(t.bristles_per_across)), hn::Zero(d)),
        set(static_cast<float>(t.bristles - 1)));
    const V y = hn::Min(hn::Max(mul(add(along, set(t.before)), set(t.steps_per_mm)), hn::Zero(d)),
                        set(static_cast<float>(t.steps - 1)));
    const auto i = hn::Min(hn::ConvertTo(di, x), hn::Set(di, t.bristles - 2));
    const auto j = hn::Min(hn::ConvertTo(di, y), hn::Set(di, t.steps - 2));
    alignas(64) std::array<float, 8> tx, ty;
    alignas(64) std::array<int32_t, 8> cell;
    hn::Store(sub(x, hn::ConvertTo(d, i)), d, tx.data());
    hn::Store(sub(y, hn::ConvertTo(d, j)), d, ty.data());
    hn::Store(hn::Add(hn::Mul(j, hn::Set(di, t.bristles)), i), di, cell.data());
    alignas(64) std::array<float, 32> rows;
    const float* cells = &t.cells.front().load;
    const size_t row = 4 * static_cast<size_t>(t.bristles);
    for (size_t lane = 0; lane < hn::Lanes(d); ++lane) {
        const float* corner = cells + 4 * static_cast<size_t>(cell[lane]);
        for (size_t k = 0; k < 4; k += at_once()) {
            const V4 v = bilinear(corner + k, corner + 4 + k, corner + row + k, corner + row + 4 + k,
                                  tx[lane], ty[lane]);
            hn::StoreU(v, d4, rows.data() + 4 * lane + k);
        }
    }
    Tracks tracks;
    hn::LoadInterleaved4(d, rows.data(), tracks.load, tracks.body, tracks.light, tracks.warm);
    return tracks;
}

/// Where several pixels read the pick-up table: the first of four cells, and the way to the others.
struct StrayPlace {
    alignas(64) std::array<float, 8> tx, ty;
    alignas(64) std::array<int32_t, 8> group, step;
};

HWY_INLINE StrayPlace stray_place(const Touch& t, V across, V half, V along) {
    const hn::RebindToSigned<D> di;
    const auto groups = static_cast<float>(t.pickup.groups), steps = static_cast<float>(t.pickup.steps);
    const V x = hn::Min(
        hn::Max(sub(mul(add(hn::Div(across, half), set(1.0f)), set(0.5f * groups)), set(0.5f)), hn::Zero(d)),
        set(groups - 1.0f));
    const V y =
        hn::Min(hn::Max(sub(mul(along, set(steps / (t.footprint.length() + 1e-3f))), set(0.5f)), hn::Zero(d)),
                set(steps - 1.0f));
    const auto i = hn::ConvertTo(di, x);
    const auto j = hn::ConvertTo(di, y);
    StrayPlace place;
    hn::Store(sub(x, hn::ConvertTo(d, i)), d, place.tx.data());
    hn::Store(sub(y, hn::ConvertTo(d, j)), d, place.ty.data());
    hn::Store(i, di, place.group.data());
    hn::Store(j, di, place.step.data());
    return place;
}

/// One touch on its way onto one tile.
class Laying {
  public:
    Laying(const Touch& touch, CanvasTile& tile)
        : touch_(touch),
          tile_(tile),
          way_(touch.footprint.length()),
          channels_(static_cast<size_t>(tile.channels)) {}

    void block(int x0, int y0, int x1, int y1, SegmentRange near) {
        const auto lanes = static_cast<int>(hn::Lanes(d));
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; x += lanes)
                pixels(x, y, static_cast<size_t>(std::min(lanes, x1 - x)), near);
    }

  private:
    HWY_INLINE void pixels(int x, int y, size_t count, SegmentRange near) {
        const V px = mul(add(hn::Iota(d, static_cast<float>(x)), set(0.5f)), set(tile_.pixel_mm));
        const V py = set((static_cast<float>(y) + 0.5f) * tile_.pixel_mm);
        const BrushPoints at = locate(touch_.footprint, near, px, py);
        const size_t i = tile_.index(x, y);

        // The border is found where the paint beneath is of another colour, and lost where it is not.
        const V cover = hn::LoadU(d, tile_.cover.data() + i);
        V clash = hn::Abs(sub(hn::LoadU(d, tile_.red.data() + i), set(touch_.paint.mean[0])));
        clash = hn::Max(clash, hn::Abs(sub(hn::LoadU(d, tile_.green.data() + i), set(touch_.paint.mean[1]))));
        clash = hn::Max(clash, hn::Abs(sub(hn::LoadU(d, tile_.blue.data() + i), set(touch_.paint.mean[2]))));
        clash = hn::Max(clash, sub(set(1.0f), cover));
        const V edge = smooth(sub(mul(set(9.0f), clash), set(0.15f)));

        const V from_start = add(at.along, set(touch_.tip_beyond_start));
        const V from_end = sub(set(way_ + touch_.tip_beyond_end), at.along);
        const Footprint& footprint = touch_.footprint;
        const float start = footprint.half_width(0.0f);
        const V half = add(set(start), mul(set(footprint.half_width(1.0f) - start), at.share));
        if (touch_.dome > 0.0f)
            return lay_drop(i, at, half, {from_start, from_end}, edge, cover, count);
        V reach = half;
        if (touch_.tip_start > 0.0f)
            reach = mul(reach, tip(from_start, touch_.tip_start));
        if (touch_.tip_end > 0.0f)
            reach = mul(reach, tip(from_end, touch_.tip_end));
        const V inside = sub(reach, hn::Abs(at.across));
        const float lost = touch_.lost_ramp;
        V shape = mul(mul(risen(inside, edge, touch_.side_ramp, lost),
                          risen(from_start, edge, touch_.start_ramp, lost)),
                      risen(from_end, edge, touch_.end_ramp, lost));
        // Beyond the block belongs to others.
        shape = hn::IfThenElseZero(hn::FirstN(d, count), shape);
        if (hn::AllFalse(d, hn::Gt(shape, hn::Zero(d))))
            return;

        Tracks track = tracks_at(touch_.tracks, at.across, half, at.along);
        if (touch_.fine_hairs > 0.0f) {
            const V hair = hairs(touch_, at.across, at.along);
            track.load = unit(add(track.load, mul(set(0.22f), hair)));
            track.light = add(track.light, mul(set(touch_.hair_tint), hair));
        }
        const V gone = unit(mul(at.along, set(1.0f / (way_ + 1e-3f))));
        const V alpha = coverage(shape, track.load, gone, i, edge, clash);
        if (hn::AllFalse(d, hn::Gt(alpha, hn::Zero(d))))
            return;
        if (touch_.coat == Coat::Glaze && channels_ > 0)
            lay_glaze(i, alpha, track, count);
        else
            lay_paint(i, alpha, at, half, track, cover, count);
        if (touch_.coat != Coat::Glaze)
            build_up(i, gone, from_start, from_end, inside, edge, track, alpha);
    }

    /// Paint that fell here: no bristle has touched it, and nothing beneath is dragged along.
    HWY_INLINE void lay_drop(size_t i, const BrushPoints& at, V half, const FromEnds& from, V edge, V cover,
                             size_t count) {
        const V around = set(touch_.drop_turns);
        const V stray = noise(add(mul(at.across, around), set(touch_.hair_place.x)),
                              add(mul(at.along, around), set(touch_.hair_place.y)));
        const Dome dome = dome_at(touch_, at.across, half, from, stray);
        const V alpha = hn::IfThenElseZero(hn::FirstN(d, count), dome.cover);
        if (hn::AllFalse(d, hn::Gt(alpha, hn::Zero(d))))
            return;
        const V zero = hn::Zero(d);
        lay_paint(i, alpha, at, half, {set(0.5f), set(1.0f), zero, zero}, cover, count);
        // It levels what was rough, stands on it, and flows together with what is wet of the same paint.
        const V filled = mul(alpha, set(touch_.levelling));
        towards(tile_.tooth, i, zero, filled);
        const V rough = hn::LoadU(d, tile_.relief.data() + i);
        const V before = between(rough, zero, mul(filled, edge));
        hn::StoreU(hn::IfThenElse(hn::Gt(alpha, zero),
                                  flown_together(before, mul(dome.height, set(touch_.body))), rough),
                   d, tile_.relief.data() + i);
    }

    HWY_INLINE V coverage(V shape, V load, V gone, size_t i, V edge, V clash) const {
        const V tooth = hn::LoadU(d, tile_.tooth.data() + i);
        const V standing = add(hn::LoadU(d, tile_.relief.data() + i), add(tooth, tooth));
        const V peak = mul(hn::Min(hn::Max(mul(standing, set(8.0f)), set(-0.5f)), set(0.5f)),
                           set(touch_.tracks.contrast));
        // Dragged over other paint, bristles tear the border; in paint of the same colour they work it in.
        const V torn = passed(touch_.border, threshold(touch_.border, shape), load, peak);
        V alpha = hn::IfThenElse(hn::Lt(shape, set(1.0f)),
                                 between(shape, torn, mul(edge, set(touch_.tearing))), set(1.0f));
        alpha = hn::IfThenElseZero(hn::Gt(shape, hn::Zero(d)), alpha);
        if (touch_.opacity < 1.0f || touch_.running_dry > 0.0f) {
            const V dry = unit(add(set(touch_.dry), mul(set(touch_.running_dry), mul(gone, gone))));
            const V share = mul(set(touch_.opacity), sub(set(1.0f), dry));
            const V caught = passed(touch_.thin, threshold(touch_.thin, share), load, peak);
            // Flecks of another colour would be a noise that nobody planned, unless the brush is to leave
            // them or has run dry.
            const V evened = touch_.flecked ? hn::Zero(d)
                                            : mul(mul(set(kEvened), smooth(mul(set(3.5f), clash))),
                                                  sub(set(1.0f), unit(mul(set(kFlecks), dry))));
            alpha = mul(alpha, between(caught, share, evened));
        }
        return alpha;
    }

    /// The paint on the bristles, in place of what lies there.
    HWY_INLINE void lay_paint(size_t i, V alpha, const BrushPoints& at, V half, const Tracks& track, V cover,
                              size_t count) {
        const V zero = hn::Zero(d);
        const V dry = sub(set(1.0f), track.load);
        const V lighter = hn::Max(track.light, zero), darker = hn::Max(hn::Neg(track.light), zero);
        const V warmer = hn::Max(track.warm, zero), cooler = hn::Max(hn::Neg(track.warm), zero);
        // Driest bristles push the most of the wet paint about.
        const V wet = unit(mul(hn::LoadU(d, tile_.body.data() + i), set(25.0f)));
        const V laid = mul(alpha, sub(set(1.0f), mul(mul(set(touch_.working_in), dry), wet)));
        const V stray = mul(set(touch_.mixing), add(set(0.6f), mul(set(0.8f), dry)));

        alignas(64) std::array<float, 8> up, down, warm, cool, strayed;
        hn::Store(lighter, d, up.data());
        hn::Store(darker, d, down.data());
        hn::Store(warmer, d, warm.data());
        hn::Store(cooler, d, cool.data());
        hn::Store(stray, d, strayed.data());
        StrayPlace place{};
        const bool clean = touch_.mixing <= 0.0f;
        if (!clean)
            place = stray_place(touch_, at.across, half, at.along);
        alignas(64) std::array<Corners, 8> corners{};
        for (size_t lane = 0; !clean && lane < count; ++lane)
            corners[lane] = corners_of(place, lane);

        // What the bristles hold there, four numbers of a pixel at a time.
        const MixedPaint& paint = touch_.paint;
        auto held = [&](size_t lane, size_t k) {
            V4 v = hn::LoadU(d4, paint.mean.data() + k);
            auto plus = [&](const std::vector<float>& direction, float by) {
                v = hn::Add(v, hn::Mul(hn::LoadU(d4, direction.data() + k), hn::Set(d4, by)));
            };
            plus(paint.lighter, up[lane]);
            plus(paint.darker, down[lane]);
            plus(paint.warmer, warm[lane]);
            plus(paint.cooler, cool[lane]);
            if (!clean)
                v = hn::Add(v, hn::Mul(stray_of(corners[lane], place, lane, k), hn::Set(d4, strayed[lane])));
            return v;
        };

        // The colour as planned.
        alignas(64) std::array<float, 32> colours{};
        for (size_t lane = 0; lane < count; ++lane)
            for (size_t k = 0; k < 4; k += at_once())
                hn::StoreU(held(lane, k), d4, colours.data() + 4 * lane + k);
        V red, green, blue, unused;
        hn::LoadInterleaved4(d, colours.data(), red, green, blue, unused);
        V share = laid;
        if (channels_ > 0) {
            const V old_grey = grey(hn::LoadU(d, tile_.red.data() + i), hn::LoadU(d, tile_.green.data() + i),
                                    hn::LoadU(d, tile_.blue.data() + i));
            share = shares_that_look_like(laid, old_grey, grey(red, green, blue),
                                          hn::LoadU(d, tile_.scattering.data() + i), paint.scattering);
            towards(tile_.scattering, i, set(paint.scattering), share);
        }
        towards(tile_.red, i, red, laid);
        towards(tile_.green, i, green, laid);
        towards(tile_.blue, i, blue, laid);
        hn::StoreU(add(cover, mul(alpha, sub(set(1.0f), cover))), d, tile_.cover.data() + i);
        if (!tile_.glaze.empty())
            towards(tile_.glaze, i, hn::Zero(d), alpha);

        // The shares of the tubes.
        alignas(64) std::array<float, 8> shares;
        hn::Store(share, d, shares.data());
        for (size_t lane = 0; lane < count; ++lane) {
            if (shares[lane] <= 0.0f)
                continue;
            float* pixel = tile_.shares.data() + (i + lane) * channels_;
            for (size_t k = 0; k < channels_; k += at_once()) {
                const V4 old = hn::LoadU(d4, pixel + k), target = hn::Max(held(lane, 4 + k), hn::Zero(d4));
                hn::StoreU(hn::Add(old, hn::Mul(hn::Sub(target, old), hn::Set(d4, shares[lane]))), d4,
                           pixel + k);
            }
        }
    }

    HWY_INLINE V grey(V red, V green, V blue) const {
        return add(add(mul(red, set(0.2126f)), mul(green, set(0.7152f))), mul(blue, set(0.0722f)));
    }

    /// Four neighbouring cells of the pick-up table.
    struct Corners {
        const float* cell = nullptr;
        size_t right = 0, down = 0;
    };
    HWY_INLINE Corners corners_of(const StrayPlace& place, size_t lane) const {
        const size_t size = 4 + channels_;
        const int group = place.group[lane], step = place.step[lane];
        const size_t first = static_cast<size_t>(step * touch_.pickup.groups + group) * size;
        return {touch_.pickup.stray.data() + first, group + 1 < touch_.pickup.groups ? size : 0,
                step + 1 < touch_.pickup.steps ? static_cast<size_t>(touch_.pickup.groups) * size : 0};
    }
    HWY_INLINE V4 stray_of(const Corners& c, const StrayPlace& place, size_t lane, size_t k) const {
        const float* first = c.cell + k;
        return bilinear(first, first + c.right, first + c.down, first + c.down + c.right, place.tx[lane],
                        place.ty[lane]);
    }

    HWY_INLINE void towards(std::vector<float>& plane, size_t i, V target, V share) {
        const V old = hn::LoadU(d, plane.data() + i);
        hn::StoreU(between(old, target, share), d, plane.data() + i);
    }

    /// A thin film over everything: what it holds mixes with what glazes were there before.
    HWY_INLINE void lay_glaze(size_t i, V alpha, const Tracks& track, size_t count) {
        const V thickness = mul(set(touch_.body), track.body);
        towards(tile_.glaze, i, thickness, alpha);
        alignas(64) std::array<float, 8> a;
        hn::Store(alpha, d, a.data());
        for (size_t lane = 0; lane < count; ++lane)
            for (size_t k = 0; k < channels_; k += at_once()) {
                float* pixel = tile_.glaze_shares.data() + (i + lane) * channels_ + k;
                const V4 old = hn::LoadU(d4, pixel), target = hn::LoadU(d4, touch_.paint.mean.data() + 4 + k);
                hn::StoreU(hn::Add(old, hn::Mul(hn::Sub(target, old), hn::Set(d4, a[lane]))), d4, pixel);
            }
    }

    HWY_INLINE void build_up(size_t i, V gone, V from_start, V from_end, V inside, V edge,
                             const Tracks& track, V alpha) {
        const V carried =
            mul(mul(set(touch_.body), track.body), sub(set(1.0f), mul(set(0.45f), mul(gone, gone))));
        const V ends = smooth(mul(add(hn::Min(from_start, from_end), set(0.3f * touch_.end_ramp)),
                                  set(1.0f / touch_.end_fade)));
        const V sides = smooth(mul(add(inside, set(0.25f * touch_.side_ramp)), set(1.0f / touch_.side_fade)));
        // Furrows are wide and the ridges between them narrow: paint flows together after the brush.
        const V furrow = mul(mul(set(0.95f * touch_.furrows), sub(mul(track.load, track.load), set(0.25f))),
                             add(set(0.3f), mul(set(0.7f), sides)));
        const V from_rim = hn::Abs(sub(inside, set(0.45f)));
        const V rim =
            mul(mul(mul(set(touch_.rim), smooth(sub(set(1.0f), mul(from_rim, set(1.6f))))), mul(edge, ends)),
                track.load);
        towards(tile_.body, i, carried, mul(mul(alpha, sides), ends));
        towards(tile_.relief, i, mul(carried, add(furrow, rim)), mul(alpha, set(touch_.levelling)));
    }

    const Touch& touch_;
    CanvasTile& tile_;
    float way_;
    size_t channels_;
};

void lay(const Touch& touch, CanvasTile& tile) {
    constexpr int kBlock = 16;  // pixels; the stroke's nearest segments are looked up once for each
    const Footprint& footprint = touch.footprint;
    const PixelRect part = pixels_within(footprint.bounding_box(touch.reach), tile);
    Laying laying(touch, tile);
    for (int y0 = part.y0; y0 < part.y1; y0 += kBlock)
        for (int x0 = part.x0; x0 < part.x1; x0 += kBlock) {
            const int x1 = std::min(x0 + kBlock, part.x1), y1 = std::min(y0 + kBlock, part.y1);
            const Vec2 low = tile.centre(x0, y0), high = tile.centre(x1 - 1, y1 - 1);
            const SegmentRange near = footprint.near_disc((low + high) * 0.5f, 0.5f * length(high - low),
                                                          touch.reach, footprint.all());
            if (!near.empty())
                laying.block(x0, y0, x1, y1, near);
        }
}

}  // namespace HWY_NAMESPACE
}  // namespace allaprima
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace allaprima {

HWY_EXPORT(lay);

void lay_touch(const Touch& touch, CanvasTile& tile) {
    HWY_DYNAMIC_DISPATCH(lay)(touch, tile);
}

}  // namespace allaprima
#endif
