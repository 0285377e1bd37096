#include "pictures/highlights.h"

#include <algorithm>

#include "image/colour.h"

namespace allaprima {

void bring_to_screen(Image<Rgb>& light) {
    constexpr float kKnee = 0.9f;
    float peak = 0.0f;
    for (const Rgb& v : light.pixels())
        peak = std::max(peak, luminance(v));
    if (peak <= 1.0f)
        return;
    const float bend = 1.0f / (1.0f - kKnee) - 1.0f / (peak - kKnee);
    for (Rgb& v : light.pixels()) {
        const float y = luminance(v);
        if (y > kKnee)
            v = v * ((kKnee + (y - kKnee) / (1.0f + (y - kKnee) * bend)) / y);
    }
}

}  // namespace allaprima
