#pragma once
#include "composing/layer.h"

namespace allaprima {

/// A rectangle with any sides. Pixels.
struct Bounds {
    float left, top, right, bottom;

    float width() const { return right - left; }
    float height() const { return bottom - top; }
};

/// Where the rectangle comes to lie.
inline Bounds placed(const Bounds& b, const Placement& p) {
    return {p.offset.x + b.left * p.scale_x, p.offset.y + b.top * p.scale_y, p.offset.x + b.right * p.scale_x,
            p.offset.y + b.bottom * p.scale_y};
}

}  // namespace allaprima
