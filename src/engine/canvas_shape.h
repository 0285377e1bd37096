#pragma once
#include "base/geometry.h"
#include "base/result.h"
#include "model/brief.h"
#include "model/plan.h"

namespace allaprima {

/// How many pixels a picture has whose canvas has these sides, in any unit.
Size picture_size(Vec2 canvas, const OutputSize& output);

/// Refuses, as an error of usage, a size whose shape is so unlike the canvas's that almost all of the picture
/// would be bare canvas.
Status check_shape(Vec2 canvas, const OutputSize& output);

/// The plan on a canvas of the shape of `size`. A canvas of another shape grows on two sides and its strokes
/// stay in the middle; a difference that is finer than what was planned is cut off instead.
Plan on_canvas_shaped(Plan plan, Size size);

}  // namespace allaprima
