// The formulas of equal_look.h, several pixels at a time. Included once for every instruction set.
#if defined(ALLAPRIMA_EQUAL_LOOK_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef ALLAPRIMA_EQUAL_LOOK_INL
#undef ALLAPRIMA_EQUAL_LOOK_INL
#else
#define ALLAPRIMA_EQUAL_LOOK_INL
#endif

#include "rendering/equal_look.h"
#include "rendering/vectors.inl"

HWY_BEFORE_NAMESPACE();
namespace allaprima {
namespace HWY_NAMESPACE {

HWY_INLINE V absorbing_at(V grey) {
    constexpr float kPassing = (1.0f - kOuterReflection) * (1.0f - kInnerReflection);
    const V g = unit(grey);
    const V light = mul(g, add(mul(g, add(mul(g, set(0.305306011f)), set(0.682171111f))), set(0.012522878f)));
    const V x = mul(add(light, set(0.01f)), set(0.95f / kPassing));
    const V r = hn::Div(x, add(set(1.0f), mul(set(kInnerReflection), x)));
    const V rest = sub(set(1.0f), r);
    return hn::Div(mul(rest, rest), add(r, r));
}

HWY_INLINE V shares_that_look_like(V covered, V old_grey, V new_grey, V old_scattering,
                                   float new_scattering) {
    const V from = absorbing_at(old_grey), to = absorbing_at(new_grey);
    const V wanted = absorbing_at(between(old_grey, new_grey, covered));
    const V gained = hn::Abs(mul(old_scattering, sub(wanted, from)));
    const V lacking = hn::Abs(mul(set(new_scattering), sub(to, wanted)));
    const V sum = add(gained, lacking);
    return hn::IfThenElse(hn::Gt(sum, set(0.02f)), hn::Div(gained, hn::Max(sum, set(0.02f))), covered);
}

}  // namespace HWY_NAMESPACE
}  // namespace allaprima
HWY_AFTER_NAMESPACE();

#endif
