#pragma once
#include "base/result.h"
#include "model/paper.h"
#include "model/plan.h"

namespace allaprima {

/// A sheet of paper and the place of the drawing on it, millimetres from its upper left corner.
struct PlotSheet {
    float width_mm, height_mm;
    Vec2 low, high;  ///< Of the drawing: as large as the margins leave room for, in the middle.

    bool holds(Vec2 p) const { return p.x >= low.x && p.y >= low.y && p.x <= high.x && p.y <= high.y; }
};

/// The sheet turned as the canvas is. An error of usage where the margins leave no room.
Result<PlotSheet> sheet_for(Vec2 canvas, Paper paper, double margin_mm);

/// The strokes, at their size and place on the sheet.
Plan laid_on(Plan plan, const PlotSheet& sheet);

}  // namespace allaprima
