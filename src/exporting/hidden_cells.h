#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

#include "model/plan.h"
#include "rendering/flat_touch.h"

namespace allaprima {

/// Square cells over a part of the plane, row by row.
struct CellGrid {
    Vec2 low;  ///< Its upper left corner, mm.
    float cell_mm = 1.0f;
    Size size;

    /// As many whole cells as there is room for, one at least either way.
    static CellGrid over(Vec2 low, Vec2 high, float cell_mm) {
        const auto cells = [&](float mm) { return std::max(1, static_cast<int>(std::floor(mm / cell_mm))); };
        return {low, cell_mm, {cells(high.x - low.x), cells(high.y - low.y)}};
    }
    size_t index(int x, int y) const {
        return static_cast<size_t>(y) * static_cast<size_t>(size.width) + static_cast<size_t>(x);
    }
};

/// The strokes of a plan as it sees them, flat.
inline std::vector<FlatTouch> flat_touches(const Plan& plan) {
    std::vector<FlatTouch> touches;
    touches.reserve(plan.strokes.size());
    for (const Stroke& stroke : plan.strokes)
        touches.emplace_back(stroke, 0, planned_edge(stroke, plan));
    return touches;
}

/// Visits the cells, by their index, in the rows from the first to before the last, that a stroke covers by
/// half or more: it hides what lies beneath there.
template <typename Visit>
void visit_hidden(const FlatTouch& touch, const CellGrid& grid, int first_row, int last_row, Visit visit) {
    constexpr float kHides = 0.5f;
    const BoundingBox box = touch.footprint.bounding_box(touch.reach);
    const auto cell = [&](float mm, float from) {
        return static_cast<int>(std::floor(std::clamp((mm - from) / grid.cell_mm, -1.0f, 1e6f)));
    };
    const int x0 = std::max(cell(box.low.x, grid.low.x), 0),
              x1 = std::min(cell(box.high.x, grid.low.x) + 1, grid.size.width);
    const int y0 = std::max(cell(box.low.y, grid.low.y), first_row),
              y1 = std::min(cell(box.high.y, grid.low.y) + 1, last_row);
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) {
            const Vec2 middle{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
            const Vec2 p = grid.low + middle * grid.cell_mm;
            if (touch.coverage(touch.footprint.locate(p, touch.footprint.all())) >= kHides)
                visit(grid.index(x, y));
        }
}

}  // namespace allaprima
