#include "engine/canvas_shape.h"

#include <algorithm>
#include <cmath>

#include "model/brief_settings.h"

namespace allaprima {

Size picture_size(Vec2 canvas, const OutputSize& output) {
    if (output.size)
        return *output.size;
    const double long_side = output.long_side.value_or(kStandardLongSide);
    const double scale = long_side / std::max(canvas.x, canvas.y);
    auto pixels = [&](float side) { return std::max(1, static_cast<int>(std::lround(side * scale))); };
    return {pixels(canvas.x), pixels(canvas.y)};
}

Plan on_canvas_shaped(Plan plan, Size size) {
    const double mm_per_column = static_cast<double>(plan.width_mm) / size.width;
    const double mm_per_row = static_cast<double>(plan.height_mm) / size.height;
    const double finer = std::min(mm_per_column, mm_per_row);
    // How far the canvas reaches beyond the picture when both are laid upon each other as large as they fit.
    const double excess_mm =
        (mm_per_column > mm_per_row ? size.width : size.height) * std::abs(mm_per_column - mm_per_row);
    if (excess_mm <= finer)
        return plan;
    const bool cut = excess_mm <= 1.5 * static_cast<double>(plan.planned_pixel_mm);
    const double mm_per_pixel = cut ? finer : std::max(mm_per_column, mm_per_row);
    const auto width = static_cast<float>(mm_per_pixel * size.width);
    const auto height = static_cast<float>(mm_per_pixel * size.height);
    const Vec2 shift{(width - plan.width_mm) / 2.0f, (height - plan.height_mm) / 2.0f};
    for (Stroke& stroke : plan.strokes)
        for (Vec2& point : stroke.path.points)
            point = point + shift;
    plan.width_mm = width;
    plan.height_mm = height;
    return plan;
}

}  // namespace allaprima
