#pragma once
#include <cstdint>
#include <vector>

#include "base/thread_pool.h"
#include "exporting/hidden_cells.h"
#include "plotting/plot_sheet.h"

namespace allaprima {

/// Which stroke is seen where on a sheet, and in what colour, in square cells.
struct SeenStrokes {
    static constexpr int32_t kGround = -1;  ///< No stroke hides it.
    static constexpr int32_t kMargin = -2;  ///< Beyond the drawing.

    CellGrid grid;
    std::vector<int32_t> owner;  ///< By cell, row by row: the stroke's number, or kGround.
    std::vector<Rgb> colours;    ///< By stroke: what is seen of it on average, sRGB-encoded.
    std::vector<float> areas;    ///< By stroke: mm²; 0 where it is hidden.
    Rgb ground;                  ///< The same of the ground.
    float ground_area = 0.0f;

    int32_t at(Vec2 p) const;
};

/// Looks at the strokes as they were planned: a stroke hides what it covers by half or more.
/// @param plan as laid_on() the sheet. @param original the same plan on its canvas, whose colours count.
SeenStrokes see_strokes(const Plan& plan, const Plan& original, const PlotSheet& sheet, float cell_mm,
                        const ThreadPool& workers);

}  // namespace allaprima
