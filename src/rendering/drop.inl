// The shape of paint that fell on the canvas. Seen from above it is an ellipse, or an egg where the widths of
// its ends differ; seen from the side a dome, whose rounded border is as wide as the brush setting says.
// Included once for every instruction set, as vectors.inl is.
#if defined(ALLAPRIMA_DROP_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef ALLAPRIMA_DROP_INL
#undef ALLAPRIMA_DROP_INL
#else
#define ALLAPRIMA_DROP_INL
#endif

#include <algorithm>

#include "rendering/touch.h"
#include "rendering/vectors.inl"

HWY_BEFORE_NAMESPACE();
namespace allaprima {
namespace HWY_NAMESPACE {

/// Ways from the two very ends of a stroke, mm; negative beyond them.
struct FromEnds {
    V start, end;
};

/// What a drop does at several pixels.
struct Dome {
    V cover;   ///< Share of the pixel that it covers.
    V height;  ///< Of its surface, as a share of its middle's.
};

/// With the ellipse as F = (across / half)² + (way into a tip / its length)² = 1, the way to the outline is
/// about (1 − F) / |∇F|, which is exact on it. Far from it that is too short, beside a flat tip many times
/// over, so nothing is covered that lies outside the box around the outline and the width of its border.
/// @param stray how far the outline strays here, −1 to 1.
HWY_INLINE Dome dome_at(const Touch& touch, V across, V half, const FromEnds& from, V stray) {
    constexpr float kLeast = 1e-3f;  // mm
    const V zero = hn::Zero(d), one = set(1.0f);
    const float tip_start = std::max(touch.tip_start, kLeast), per_start = 1.0f / tip_start;
    const float tip_end = std::max(touch.tip_end, kLeast), per_end = 1.0f / tip_end;
    const V x = hn::Div(across, half);
    const V y_start = hn::Max(sub(one, mul(from.start, set(per_start))), zero);
    const V y_end = hn::Max(sub(one, mul(from.end, set(per_end))), zero);
    const V grown = add(one, mul(set(touch.uneven), stray));
    const V square =
        hn::Div(add(mul(x, x), add(mul(y_start, y_start), mul(y_end, y_end))), mul(grown, grown));
    const V dx = hn::Div(x, half);
    const V dy = add(mul(y_start, set(per_start)), mul(y_end, set(per_end)));
    const V steep = hn::Sqrt(add(mul(dx, dx), mul(dy, dy)));
    const V inside = hn::Div(sub(one, square), hn::Max(add(steep, steep), set(kLeast)));
    const V beside = sub(hn::Abs(across), mul(half, grown));
    const V beyond = hn::Max(mul(sub(y_start, grown), set(tip_start)), mul(sub(y_end, grown), set(tip_end)));
    const auto near = hn::Lt(hn::Max(beside, beyond), set(touch.side_ramp));
    const V cover = unit(add(mul(inside, set(1.0f / touch.side_ramp)), set(0.5f)));
    const V rise = unit(mul(sub(one, square), set(1.0f / touch.dome)));
    return {hn::IfThenElseZero(near, cover), mul(rise, sub(set(2.0f), rise))};
}

/// The surface of two heights of wet paint, mm: the higher one, and a fillet where both stand up about as
/// far.
HWY_INLINE V flown_together(V a, V b) {
    constexpr float kLeast = 1e-4f;  // mm
    const V fillet = hn::Max(hn::Min(a, b), set(kLeast));
    const V near = unit(sub(set(1.0f), hn::Div(hn::Abs(sub(a, b)), fillet)));
    return add(hn::Max(a, b), mul(mul(near, near), mul(fillet, set(0.2f))));
}

}  // namespace HWY_NAMESPACE
}  // namespace allaprima
HWY_AFTER_NAMESPACE();

#endif
