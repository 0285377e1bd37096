#include "planning/stroke_place.h"

#include <algorithm>

namespace allaprima {

StrokePlace place_on(const DraftStroke& stroke, float u) {
    const float v = 1.0f - u;
    const auto& p = stroke.points;
    Vec2 along = (p[1] - p[0]) * v + (p[2] - p[1]) * u;
    along = along * (1.0f / std::max(1e-6f, length(along)));
    return {.at = p[0] * (v * v) + p[1] * (2.0f * u * v) + p[2] * (u * u),
            .across = {-along.y, along.x},
            .half_width = stroke.half_width[0] * v + stroke.half_width[1] * u};
}

Rgb pixel_at(const Image<Rgb>& picture, Vec2 point) {
    const auto x = static_cast<int>(std::clamp(point.x, 0.0f, static_cast<float>(picture.width() - 1)));
    const auto y = static_cast<int>(std::clamp(point.y, 0.0f, static_cast<float>(picture.height() - 1)));
    return picture.at(x, y);
}

}  // namespace allaprima
