// Value noise in the plane, several places at a time. Included once for every instruction set, as
// rendering/vectors.inl is.
#if defined(ALLAPRIMA_VALUE_NOISE_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef ALLAPRIMA_VALUE_NOISE_INL
#undef ALLAPRIMA_VALUE_NOISE_INL
#else
#define ALLAPRIMA_VALUE_NOISE_INL
#endif

#include <hwy/highway.h>

#include "rendering/vectors.inl"

HWY_BEFORE_NAMESPACE();
namespace allaprima {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using DU = hn::RebindToUnsigned<D>;
using VU = hn::Vec<DU>;

/// A uniform number in [0, 1) that belongs to a place of a lattice.
HWY_INLINE V lattice(VU i, VU j) {
    const DU du;
    VU h = hn::Xor(hn::Mul(i, hn::Set(du, 0x9e3779b1U)), hn::Mul(j, hn::Set(du, 0x85ebca77U)));
    h = hn::Mul(hn::Xor(h, hn::ShiftRight<15>(h)), hn::Set(du, 0x2c1b3c6dU));
    h = hn::Mul(hn::Xor(h, hn::ShiftRight<12>(h)), hn::Set(du, 0x297a2d39U));
    h = hn::Xor(h, hn::ShiftRight<15>(h));
    return mul(hn::ConvertTo(d, hn::BitCast(hn::RebindToSigned<D>(), hn::ShiftRight<8>(h))), set(0x1p-24f));
}

/// Value noise in the plane, one lattice point a unit; −1 to 1, zero on average.
HWY_INLINE V noise(V x, V y) {
    const hn::RebindToSigned<D> di;
    const DU du;
    const V low_x = hn::Floor(x), low_y = hn::Floor(y);
    const VU i = hn::BitCast(du, hn::ConvertTo(di, low_x)), j = hn::BitCast(du, hn::ConvertTo(di, low_y));
    const VU one = hn::Set(du, 1U);
    const VU i1 = hn::Add(i, one), j1 = hn::Add(j, one);
    const V tx = smooth(sub(x, low_x)), ty = smooth(sub(y, low_y));
    const V near = between(lattice(i, j), lattice(i1, j), tx);
    const V far = between(lattice(i, j1), lattice(i1, j1), tx);
    const V value = between(near, far, ty);
    return sub(add(value, value), set(1.0f));
}

}  // namespace HWY_NAMESPACE
}  // namespace allaprima
HWY_AFTER_NAMESPACE();

#endif
