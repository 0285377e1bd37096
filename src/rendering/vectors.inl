// What the kernels call Highway's operations by. Included once for every instruction set: the guard is a
// toggle, as Highway's own is. No multiplication is fused with an addition, so that all sets give the same
// bits.
#if defined(ALLAPRIMA_VECTORS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef ALLAPRIMA_VECTORS_INL
#undef ALLAPRIMA_VECTORS_INL
#else
#define ALLAPRIMA_VECTORS_INL
#endif

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace allaprima {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using D = hn::CappedTag<float, 8>;
using V = hn::Vec<D>;
constexpr D d;

HWY_INLINE V set(float v) {
    return hn::Set(d, v);
}
HWY_INLINE V add(V a, V b) {
    return hn::Add(a, b);
}
HWY_INLINE V sub(V a, V b) {
    return hn::Sub(a, b);
}
HWY_INLINE V mul(V a, V b) {
    return hn::Mul(a, b);
}
HWY_INLINE V unit(V v) {
    return hn::Min(hn::Max(v, hn::Zero(d)), set(1.0f));
}
/// From a towards b.
HWY_INLINE V between(V a, V b, V share) {
    return add(a, mul(sub(b, a), share));
}
/// Smoothstep: 0 up to z = 0, 1 from z = 1.
HWY_INLINE V smooth(V z) {
    const V c = unit(z);
    return mul(mul(c, c), sub(set(3.0f), add(c, c)));
}

}  // namespace HWY_NAMESPACE
}  // namespace allaprima
HWY_AFTER_NAMESPACE();

#endif
