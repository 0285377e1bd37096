#include "planning/view_frame.h"

#include <algorithm>

#include "brush/stroke.h"
#include "planning/stroke_place.h"

namespace allaprima {
namespace {

/// How much farther than in the view's own strokes the border of one that was planned so finely goes, pixels
/// of the view.
float wider(float scale, float finer) {
    return kPlannedEdge * std::max(0.0f, scale / finer - 1.0f);
}

struct Reach {
    Vec2 low, high;
};

/// The box around a stroke's control points, its widths and its borders.
Reach reach_of(const DraftStroke& stroke) {
    const float around = widest_half(stroke) + 0.5f * (kPlannedEdge + stroke.fade);
    const auto [x0, x1] = std::minmax({stroke.points[0].x, stroke.points[1].x, stroke.points[2].x});
    const auto [y0, y1] = std::minmax({stroke.points[0].y, stroke.points[1].y, stroke.points[2].y});
    return {{x0 - around, y0 - around}, {x1 + around, y1 + around}};
}

}  // namespace

DraftStroke ViewFrame::seen(DraftStroke stroke, float finer) const {
    for (Vec2& p : stroke.points)
        p = (p - corner) * scale;
    for (float& half : stroke.half_width)
        half *= scale;
    stroke.fade = stroke.fade * scale + wider(scale, finer);
    return stroke;
}

DraftStroke ViewFrame::unseen(DraftStroke stroke, float finer) const {
    for (Vec2& p : stroke.points)
        p = p * (1.0f / scale) + corner;
    for (float& half : stroke.half_width)
        half *= 1.0f / scale;
    stroke.fade = std::max(0.0f, stroke.fade - wider(scale, finer)) * (1.0f / scale);
    return stroke;
}

bool lies_within(const DraftStroke& stroke, Size size) {
    const auto [low, high] = reach_of(stroke);
    return low.x >= 0.0f && low.y >= 0.0f && high.x <= static_cast<float>(size.width) &&
           high.y <= static_cast<float>(size.height);
}

bool may_touch(const DraftStroke& stroke, Size size) {
    const auto [low, high] = reach_of(stroke);
    return high.x >= 0.0f && high.y >= 0.0f && low.x <= static_cast<float>(size.width) &&
           low.y <= static_cast<float>(size.height);
}

bool middle_lies_within(const DraftStroke& stroke, Size size) {
    const Vec2 middle = place_on(stroke, 0.5f).at;
    return middle.x >= 0.0f && middle.y >= 0.0f && middle.x <= static_cast<float>(size.width) &&
           middle.y <= static_cast<float>(size.height);
}

}  // namespace allaprima
