#include "rendering/pickup.h"

#include <algorithm>
#include <cmath>

#include "rendering/canvas_tile.h"
#include "rendering/deposit.h"

namespace allaprima {
namespace {

constexpr float group_mm = 2.0f;
constexpr float step_mm = 2.0f;
constexpr float drag_mm = 14.0f;  // way over which a group's paint is renewed by what it passes
constexpr int most_groups = 32;
constexpr int most_steps = 64;
constexpr int coarseness = 2;  // planned pixels a side

CanvasTile coarse_canvas(const Plan& plan) {
    const float pixel = static_cast<float>(coarseness) * plan.planned_pixel_mm;
    const PixelRect all{0, 0, std::max(1, static_cast<int>(std::ceil(plan.width_mm / pixel))),
                        std::max(1, static_cast<int>(std::ceil(plan.height_mm / pixel)))};
    CanvasTile canvas(all, pixel);
    for (PaintFilm& film : canvas.films.pixels())
        film.colour = plan.ground;
    return canvas;
}

Rgb colour_under(const CanvasTile& canvas, Vec2 p) {
    const float scale = 1.0f / canvas.pixel_mm;
    const auto x = std::clamp(p.x * scale, 0.0f, static_cast<float>(canvas.area.x1 - 1));
    const auto y = std::clamp(p.y * scale, 0.0f, static_cast<float>(canvas.area.y1 - 1));
    return canvas.film(static_cast<int>(x), static_cast<int>(y)).colour;
}

int cells(float way, float cell, int most) {
    return static_cast<int>(std::clamp(std::ceil(way / cell), 1.0f, static_cast<float>(most)));
}

PickUp dragged(const FlatTouch& touch, const CanvasTile& canvas) {
    const Footprint& footprint = touch.footprint;
    PickUp table;
    table.groups = cells(2.0f * footprint.half_width(0.5f), group_mm, most_groups);
    table.steps = cells(footprint.length(), step_mm, most_steps);
    const float step = footprint.length() / static_cast<float>(table.steps);
    const float renewal = 1.0f - std::exp(-step / drag_mm);
    std::vector<Rgb> carried(static_cast<size_t>(table.groups));
    for (int s = 0; s < table.steps; ++s) {
        const float share = (static_cast<float>(s) + 0.5f) / static_cast<float>(table.steps);
        const Vec2 centre = footprint.centre_at(share * footprint.length());
        const Vec2 heading = footprint.heading_at(share * footprint.length());
        const Vec2 right{-heading.y, heading.x};
        for (int g = 0; g < table.groups; ++g) {
            const float across =
                (2.0f * static_cast<float>(g) + 1.0f) / static_cast<float>(table.groups) - 1.0f;
            const Rgb under = colour_under(canvas, centre + right * (across * footprint.half_width(share)));
            Rgb& stray = carried[static_cast<size_t>(g)];
            stray = lerp(stray, under - touch.colour, renewal);
            table.stray.push_back(stray);
        }
    }
    return table;
}

}  // namespace

Rgb PickUp::at(float across, float share) const {
    const float x = std::clamp((across + 1.0f) * 0.5f * static_cast<float>(groups) - 0.5f, 0.0f,
                               static_cast<float>(groups - 1));
    const float y = std::clamp(share * static_cast<float>(steps) - 0.5f, 0.0f, static_cast<float>(steps - 1));
    const int i = static_cast<int>(x), j = static_cast<int>(y);
    const int i1 = std::min(i + 1, groups - 1), j1 = std::min(j + 1, steps - 1);
    auto cell = [&](int group, int step) { return stray[static_cast<size_t>(step * groups + group)]; };
    const float tx = x - static_cast<float>(i), ty = y - static_cast<float>(j);
    return lerp(lerp(cell(i, j), cell(i1, j), tx), lerp(cell(i, j1), cell(i1, j1), tx), ty);
}

std::vector<PickUp> pick_up_paint(const Plan& plan) {
    CanvasTile canvas = coarse_canvas(plan);
    std::vector<PickUp> tables;
    tables.reserve(plan.strokes.size());
    for (const Stroke& stroke : plan.strokes) {
        const FlatTouch touch(stroke, kPlannedEdge * plan.planned_pixel_mm);
        tables.push_back(dragged(touch, canvas));
        lay_flat(touch, canvas);
    }
    return tables;
}

}  // namespace allaprima
