#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "brush/brush.h"
#include "model/pen_path.h"
#include "model/plan.h"

namespace allaprima {

/// How a signature is written on a canvas; lengths in mm.
struct Signing {
    Vec2 canvas_mm;
    float height_mm = 0.0f;  ///< Of its capitals, or of all that an SVG draws; positive.
    Corner corner = Corner::BottomRight;
    Paint paint;
    int brush = 0;
    uint64_t seed = 1;  ///< Of the hand's tremor.
};

/// Height of the capitals where the brief leaves it open: a fortieth of the canvas.
float signature_height(const Signature& signature, Vec2 canvas_mm);

/// The strokes of a signature, in the order of writing, with its bounds at a margin from its corner. What is
/// longer than the canvas is wide is written as small as fits.
///
/// The hand presses where it pulls the brush down and lets go where it goes up, begins and ends each line
/// with the tip, and trembles a little.
///
/// @param lines in any unit; `unit` of it is as high as `height_mm`.
std::vector<Stroke> signature_strokes(std::span<const PenPath> lines, float unit, const Signing& signing);

/// Where a signature will stand, in shares of the canvas: the part of the picture that it must show on.
ShareRect signature_place(std::span<const Stroke> strokes, Vec2 canvas_mm);

/// Signs a plan, as a further pass "signature" over all others. Nothing to write: nothing is done.
///
/// @param drawn what is drawn instead of a text: the lines of `signature.file`.
/// @param beneath the reference: where the colour is left open, a dark or a light one is taken, whichever
/// shows
///        better where it shows least.
/// @param rigger the brush; it is added to the plan's.
/// @param warnings takes a line where it is hard to read, with a corner where it is not.
Status add_signature(Plan& plan, const Signature& signature, std::span<const PenPath> drawn,
                     const Image<Rgb>& beneath, const Brush& rigger, std::vector<std::string>& warnings);

}  // namespace allaprima
