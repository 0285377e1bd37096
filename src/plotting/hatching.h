#pragma once
#include <vector>

#include "plotting/pens.h"
#include "plotting/seen_strokes.h"

namespace allaprima {

/// What a pen draws without being lifted: points on the sheet, straight between them, mm.
using PenStroke = std::vector<Vec2>;

/// Lines along a stroke, side by side as dense as its tints say, where it is seen.
/// @param tint the number of one of `tints`; the lines of several lie between each other.
/// @param pen_mm how broad the pen's line is.
void hatch_stroke(const Stroke& stroke, int32_t number, const std::vector<Tint>& tints, size_t tint,
                  float pen_mm, const SeenStrokes& seen, std::vector<PenStroke>& lines);

/// Slanted lines over what is seen of the ground.
void hatch_ground(const std::vector<Tint>& tints, size_t tint, float pen_mm, const PlotSheet& sheet,
                  const SeenStrokes& seen, std::vector<PenStroke>& lines);

}  // namespace allaprima
