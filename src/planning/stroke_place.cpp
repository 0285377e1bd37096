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

std::vector<Vec2> places_on(const DraftStroke& stroke) {
    constexpr int kAlong = 9, kAcross = 5;
    std::vector<Vec2> places;
    places.reserve(kAlong * kAcross);
    for (int i = 0; i < kAlong; ++i) {
        const StrokePlace place = place_on(stroke, (static_cast<float>(i) + 0.5f) / kAlong);
        for (int j = 0; j < kAcross; ++j) {
            const float across =
                0.8f * (2.0f * (static_cast<float>(j) + 0.5f) / kAcross - 1.0f) * place.half_width;
            places.push_back(place.at + place.across * across);
        }
    }
    return places;
}

float error_at(const std::vector<Vec2>& places, const Image<Rgb>& picture, const Image<Rgb>& wanted) {
    float sum = 0.0f;
    for (const Vec2 p : places) {
        const Rgb e = pixel_at(picture, p) - pixel_at(wanted, p);
        sum += e.r * e.r + e.g * e.g + e.b * e.b;
    }
    return sum;
}

}  // namespace allaprima
