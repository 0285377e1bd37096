#pragma once
#include "base/geometry.h"
#include "base/result.h"
#include "model/brief.h"
#include "model/plan.h"

namespace allaprima {

/// How many pixels a picture has whose canvas has these sides, mm.
Size picture_size(Vec2 canvas, const OutputSize& output);

/// The largest size of a picture of such a canvas that fits in `screen`, which is turned upright for an
/// upright canvas.
Size size_within(Vec2 canvas, Size screen);

/// How many pixels of such a picture make an inch of its print: as asked for, or else as the canvas is large.
double picture_dpi(Vec2 canvas, const OutputSize& output);

/// Refuses, as an error of usage, a print of more pixels than a picture may have, and a size whose shape is
/// so unlike the canvas's that almost all of the picture would be bare canvas.
Status check_shape(Vec2 canvas, const OutputSize& output);

/// The plan on a canvas of the shape of `size`. A canvas of another shape grows on two sides and its strokes,
/// and a cut-out's outline, stay in the middle; a difference that is finer than what was planned is cut off
/// instead.
Plan on_canvas_shaped(Plan plan, Size size);

/// The plan on the canvas that is asked for, where both its lengths are, mm: as large as it fits, in the
/// middle. As it is where they are not.
Plan on_canvas_asked(Plan plan, const OutputSize& output);

}  // namespace allaprima
