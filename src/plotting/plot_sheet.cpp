#include "plotting/plot_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace allaprima {

Result<PlotSheet> sheet_for(Vec2 canvas, Paper paper, double margin_mm) {
    constexpr double kLeastRoom = 20.0;  // mm
    auto [width, height] = size_of(paper);
    if (canvas.x > canvas.y)
        std::swap(width, height);
    const double room_x = width - 2.0 * margin_mm, room_y = height - 2.0 * margin_mm;
    if (std::min(room_x, room_y) < kLeastRoom)
        return Error{
            fmt::format("margins of {:g} mm leave no room on a sheet of {:g} x {:g} mm: ask for less "
                        "with --margin, or for a larger --sheet",
                        margin_mm, width, height),
            true};
    const double scale = std::min(room_x / canvas.x, room_y / canvas.y);
    const Vec2 size{static_cast<float>(scale * canvas.x), static_cast<float>(scale * canvas.y)};
    const Vec2 sheet{static_cast<float>(width), static_cast<float>(height)};
    const Vec2 low = (sheet - size) * 0.5f;
    return PlotSheet{sheet.x, sheet.y, low, low + size};
}

Plan laid_on(Plan plan, const PlotSheet& sheet) {
    const float scale = (sheet.high.x - sheet.low.x) / plan.width_mm;
    for (Stroke& stroke : plan.strokes) {
        for (Vec2& p : stroke.path.points)
            p = sheet.low + p * scale;
        stroke.width_start *= scale;
        stroke.width_end *= scale;
        stroke.fade *= scale;
    }
    plan.planned_pixel_mm *= scale;
    return plan;
}

}  // namespace allaprima
