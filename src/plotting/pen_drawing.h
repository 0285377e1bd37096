#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "model/export_settings.h"
#include "plotting/hatching.h"

namespace allaprima {

/// What one pen draws, in an order that saves travel.
struct PenLayer {
    Pen pen;
    std::vector<PenStroke> lines;
    double drawn_mm = 0.0, lifted_mm = 0.0;
};

/// A plan as pens draw it on a sheet.
struct PenDrawing {
    PlotSheet sheet;
    std::vector<PenLayer> layers;  ///< Light pens first, so that dark ink is not dragged into light.
    size_t strokes = 0;            ///< So many strokes are seen in it.
};

/// Draws a plan: each stroke where it is seen, hatched along its way, in one or two pens as dense as looks
/// most like its colour from afar. Hidden parts are not drawn, nor what is as light as paper; nothing leaves
/// the drawing's place on the sheet. Lines that end where the next begins are drawn in one.
/// @return an error of usage where pens or margins cannot be; nothing when the observer ended it.
Result<std::optional<PenDrawing>> draw_with_pens(const Plan& plan, const PlotSettings& asked,
                                                 const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
