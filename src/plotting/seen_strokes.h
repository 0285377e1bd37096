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
    static constexpr int32_t kMargin = -2;  ///< Beyond the drawing, or beside a cut-out.

    CellGrid grid;
    std::vector<int32_t> owner;      ///< By cell, row by row: the stroke's number, kGround or kMargin.
    std::vector<Rgb> colours;        ///< By stroke: what is seen of it on average, sRGB-encoded.
    std::vector<float> areas;        ///< By stroke: mm²; 0 where it is hidden.
    std::vector<BoundingBox> boxes;  ///< By stroke: around what is seen of it, on the sheet.
    Rgb ground;                      ///< The same of the ground.
    float ground_area = 0.0f;

    int32_t at(Vec2 p) const;
};

/// Looks at the strokes as they were planned: a stroke hides what it covers by half or more. Of a cut-out
/// nothing is seen beyond its outline. Where strokes lie on each other hundreds of times cells are coarser.
/// @param plan as laid_on() the sheet. @param original the same plan on its canvas, whose colours count.
SeenStrokes see_strokes(const Plan& plan, const Plan& original, const PlotSheet& sheet, float cell_mm,
                        const ThreadPool& workers);

}  // namespace allaprima
