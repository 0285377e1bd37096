#pragma once
#include <algorithm>
#include <cmath>

#include "pigment/palette.h"

namespace allaprima {

/// Kubelka and Munk's K/S of paint that is shown with this sRGB-encoded grey, 0 to 1.
inline float absorbing(float grey) {
    constexpr float kPassing = (1.0f - kOuterReflection) * (1.0f - kInnerReflection);
    const float g = std::clamp(grey, 0.0f, 1.0f);
    // The transfer curve is near to a cubic; the darkest paint and the whitest are shown as 0 and 1.
    const float light = g * (g * (g * 0.305306011f + 0.682171111f) + 0.012522878f);
    const float x = (light + 0.01f) * (0.95f / kPassing);
    const float r = x / (1.0f + kInnerReflection * x);
    return (1.0f - r) * (1.0f - r) / (r + r);
}

/// The share of new paint in a mixture that looks as if this share of the place were covered by it: pixels
/// that are covered in part are seen as a mean, while of dark paint a trace would darken a mixture by much.
///
/// @param old_grey, new_grey as the paints are shown. @param old_scattering, new_scattering of them, per mm.
inline float share_that_looks_like(float covered, float old_grey, float new_grey, float old_scattering,
                                   float new_scattering) {
    const float from = absorbing(old_grey), to = absorbing(new_grey);
    const float wanted = absorbing(old_grey + (new_grey - old_grey) * covered);
    const float gained = std::fabs(old_scattering * (wanted - from));
    const float lacking = std::fabs(new_scattering * (to - wanted));
    const float sum = gained + lacking;
    // Of two paints of one grey any share looks alike.
    return sum > 0.02f ? gained / sum : covered;
}

}  // namespace allaprima
