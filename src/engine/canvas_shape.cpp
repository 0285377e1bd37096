#include "engine/canvas_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "image/filters.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

/// A picture may be so many times as wide, or as high, as the canvas needs.
constexpr double kMostEnlargement = 8.0;
constexpr double kMmOfAnInch = 25.4;

/// Whether the pixels follow from a print, from its lengths or its resolution.
bool is_print(const OutputSize& output) {
    return !output.size && !output.long_side && (output.width_mm || output.height_mm || output.dpi);
}

struct PrintSize {
    double width, height;  ///< mm.

    double long_side() const { return std::max(width, height); }
};

/// How large the picture is in print; what was left open follows from the canvas.
PrintSize print_mm(Vec2 canvas, const OutputSize& output) {
    const double shape = static_cast<double>(canvas.y) / canvas.x;
    if (output.width_mm)
        return {*output.width_mm, output.height_mm.value_or(*output.width_mm * shape)};
    if (output.height_mm)
        return {*output.height_mm / shape, *output.height_mm};
    return {canvas.x, canvas.y};
}

/// The outline of a cut-out on a larger canvas, where its own canvas of these sides lies from `corner` on,
/// mm.
Image<float> outline_on(Vec2 canvas, const Image<float>& outline, Vec2 own, Vec2 corner) {
    if (outline.empty())
        return outline;
    const Vec2 pixels_per_mm{static_cast<float>(outline.width()) / own.x,
                             static_cast<float>(outline.height()) / own.y};
    // A canvas of quite another shape is known less finely, so that its outline stays as small as others.
    const Size size =
        no_longer_than(std::min(2 * outline.size().long_side(), kLargestPlanSize),
                       {std::max(1, static_cast<int>(std::lround(canvas.x * pixels_per_mm.x))),
                        std::max(1, static_cast<int>(std::lround(canvas.y * pixels_per_mm.y)))});
    const Vec2 pixel{canvas.x / static_cast<float>(size.width), canvas.y / static_cast<float>(size.height)};
    Image<float> placed(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Vec2 place =
                Vec2{(static_cast<float>(x) + 0.5f) * pixel.x, (static_cast<float>(y) + 0.5f) * pixel.y} -
                corner;
            const bool within = place.x >= 0.0f && place.y >= 0.0f && place.x <= own.x && place.y <= own.y;
            if (within)
                placed.at(x, y) = sampled(outline, {place.x * pixels_per_mm.x, place.y * pixels_per_mm.y});
        }
    return placed;
}

/// The plan so many times as large, in the middle of another canvas of these sides, mm.
Plan in_the_middle_of(Vec2 canvas, Plan plan, float scale) {
    const Vec2 own = canvas_of(plan) * scale;
    const Vec2 corner = (canvas - own) * 0.5f;
    for (Stroke& stroke : plan.strokes) {
        for (Vec2& point : stroke.path.points)
            point = point * scale + corner;
        stroke.width_start *= scale;
        stroke.width_end *= scale;
        stroke.fade *= scale;
    }
    plan.outline = outline_on(canvas, plan.outline, own, corner);
    plan.planned_pixel_mm *= scale;
    plan.width_mm = canvas.x;
    plan.height_mm = canvas.y;
    return plan;
}

}  // namespace

Size picture_size(Vec2 canvas, const OutputSize& output) {
    if (output.size)
        return *output.size;
    auto pixels = [](double side) { return static_cast<int>(std::clamp(std::round(side), 1.0, 1e9)); };
    const PrintSize print = print_mm(canvas, output);
    const double per_mm = is_print(output) ? output.dpi.value_or(kStandardDpi) / kMmOfAnInch
                                           : output.long_side.value_or(kStandardLongSide) / print.long_side();
    return {pixels(print.width * per_mm), pixels(print.height * per_mm)};
}

Size size_within(Vec2 canvas, Size screen) {
    const bool upright = canvas.y > canvas.x;
    const double width = upright ? screen.height : screen.width,
                 height = upright ? screen.width : screen.height;
    const double per_mm = std::min(width / canvas.x, height / canvas.y);
    const auto pixels = [&](double mm) { return std::max(1, static_cast<int>(std::lround(mm * per_mm))); };
    return {pixels(canvas.x), pixels(canvas.y)};
}

double picture_dpi(Vec2 canvas, const OutputSize& output) {
    const bool follows = output.long_side && (output.width_mm || output.height_mm);
    if (output.dpi && !follows)
        return *output.dpi;
    if (is_print(output))
        return kStandardDpi;
    const Size size = picture_size(canvas, output);
    return size.long_side() / print_mm(canvas, output).long_side() * kMmOfAnInch;
}

Status check_shape(Vec2 canvas, const OutputSize& output) {
    const Size size = picture_size(canvas, output);
    if (size.long_side() > kLongestSide)
        return Error{
            fmt::format("a print of {} x {} pixels is more than {} on a side; ask for a smaller one, or "
                        "for fewer dots with --dpi",
                        size.width, size.height, kLongestSide),
            true};
    if (!output.size && !(output.width_mm && output.height_mm))
        return Done{};
    const double wider =
        static_cast<double>(size.width) * canvas.y / (static_cast<double>(canvas.x) * size.height);
    // A side of one pixel is as near to a thin canvas as pixels come.
    OutputSize by_long_side;
    by_long_side.long_side = size.long_side();
    const bool nearest = picture_size(canvas, by_long_side) == size;
    if (nearest || std::max(wider, 1.0 / wider) <= kMostEnlargement)
        return Done{};
    return Error{fmt::format("{} x {} pixels are more than {} times as {} as the painting needs; ask for a "
                             "shape closer to its own, or for only the long side with --long",
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
    const Vec2 canvas{static_cast<float>(mm_per_pixel * size.width),
                      static_cast<float>(mm_per_pixel * size.height)};
    return in_the_middle_of(canvas, std::move(plan), 1.0f);
}

Plan on_canvas_asked(Plan plan, const OutputSize& output) {
    if (!output.width_mm || !output.height_mm)
        return plan;
    const Vec2 canvas{static_cast<float>(*output.width_mm), static_cast<float>(*output.height_mm)};
    const float scale = std::min(canvas.x / plan.width_mm, canvas.y / plan.height_mm);
    // What is nearly as large as it can be was planned for this canvas, in whole pixels.
    const bool planned_for = std::abs(scale - 1.0f) * std::max(canvas.x, canvas.y) <= plan.planned_pixel_mm;
    return in_the_middle_of(canvas, std::move(plan), planned_for ? 1.0f : scale);
}

}  // namespace allaprima
