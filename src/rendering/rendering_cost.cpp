#include "rendering/rendering_cost.h"

#include <algorithm>

#include "rendering/detail.h"
#include "rendering/strokes_in_turn.h"

namespace allaprima {
namespace {

/// A cell of a stroke's tracks takes about as long as so many pixels.
constexpr double kPixelsOfCell = 3.0;

/// A part of the canvas, mm.
struct Shown {
    Vec2 low, high;
};

/// How much of what is shown a stroke covers, mm²: no more than its bounding box, nor than its length times
/// its width.
double covered(const Stroke& stroke, const Shown& shown) {
    const float width = std::max(stroke.width_start, stroke.width_end) + 2.0f * stroke.fade;
    Vec2 low = stroke.path.points[0], high = low;
    for (const Vec2 p : stroke.path.points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const double across =
        std::min(high.x + 0.5f * width, shown.high.x) - std::max(low.x - 0.5f * width, shown.low.x);
    const double down =
        std::min(high.y + 0.5f * width, shown.high.y) - std::max(low.y - 0.5f * width, shown.low.y);
    if (across <= 0.0 || down <= 0.0)
        return 0.0;
    return std::min(across * down, (static_cast<double>(most_way(stroke.path)) + width) * width);
}

Shown shown_part(const Plan& plan, const RenderSettings& settings, double pixel_mm) {
    if (!settings.part)
        return {{0.0f, 0.0f}, {plan.width_mm, plan.height_mm}};
    const auto mm = [&](int pixels) { return static_cast<float>(pixels * pixel_mm); };
    return {{mm(settings.part->x0), mm(settings.part->y0)}, {mm(settings.part->x1), mm(settings.part->y1)}};
}

}  // namespace

RenderingCost rendering_cost(const Plan& plan, const RenderSettings& settings) {
    const double pixel_mm =
        static_cast<double>(std::max(plan.width_mm, plan.height_mm)) / settings.size.long_side();
    const float detail = detail_of(plan);
    const double coarse_mm = coarse_pixel_mm(plan, detail);
    const Shown shown = shown_part(plan, settings, pixel_mm),
                all{{0.0f, 0.0f}, {plan.width_mm, plan.height_mm}};
    const bool textured = settings.finish != Finish::Flat, wet = textured && plan.materials.wetness > 0.0f;
    RenderingCost cost;
    double ready = 0.0;
    for (const Stroke& stroke : plan.strokes) {
        cost.laid_pixels += covered(stroke, shown) / (pixel_mm * pixel_mm);
        if (wet)
            cost.laid_pixels += covered(stroke, all) / (coarse_mm * coarse_mm);
        if (textured)
            ready += static_cast<double>(StrokesInTurn::bytes_of(stroke, plan, detail));
    }
    cost.laid_pixels += kPixelsOfCell * ready / sizeof(Track);
    cost.bytes = std::min(ready, static_cast<double>(StrokesInTurn::most_bytes(settings)));
    return cost;
}

}  // namespace allaprima
