#include "engine/canvas_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/brief_settings.h"

namespace allaprima {
namespace {

/// A picture may be so many times as wide, or as high, as the canvas needs.
constexpr double kMostEnlargement = 8.0;

}  // namespace

Size picture_size(Vec2 canvas, const OutputSize& output) {
    if (output.size)
        return *output.size;
    const double long_side = output.long_side.value_or(kStandardLongSide);
    const double scale = long_side / std::max(canvas.x, canvas.y);
    auto pixels = [&](float side) { return std::max(1, static_cast<int>(std::lround(side * scale))); };
    return {pixels(canvas.x), pixels(canvas.y)};
}

Status check_shape(Vec2 canvas, const OutputSize& output) {
    if (!output.size)
        return Done{};
    const Size size = *output.size;
    const double wider =
        static_cast<double>(size.width) * canvas.y / (static_cast<double>(canvas.x) * size.height);
    // A side of one pixel is as near to a thin canvas as pixels come.
    const bool nearest = picture_size(canvas, {.size = std::nullopt, .long_side = size.long_side()}) == size;
    if (nearest || std::max(wider, 1.0 / wider) <= kMostEnlargement)
        return Done{};
    return Error{
        fmt::format("{} x {} pixels are more than {} times as {} as the painting needs; ask for a shape "
                    "nearer to its own, or for the long side alone with --long",
                    size.width, size.height, kMostEnlargement, wider > 1.0 ? "wide" : "high"),
        true};
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
