#pragma once
#include <string>
#include <vector>

#include "model/plan.h"
#include "pigment/whole_parts.h"

namespace allaprima {

/// Figures of one pass, or of all strokes.
struct StrokeFigures {
    std::string name = {};   ///< Of the pass; empty for all.
    Coat coat = Coat::Body;  ///< Of the pass.
    int strokes = 0;
    double way_m = 0.0;         ///< That the brush travels on the canvas.
    double covered = 0.0;       ///< Area of all strokes, overlaps counted again, in areas of the canvas.
    double narrowest_mm = 0.0;  ///< Mean widths of strokes: the narrowest,
    double middle_mm = 0.0;     ///< half of them are narrower than this,
    double widest_mm = 0.0;     ///< the widest.
};

/// Of all strokes, and then of each pass.
std::vector<StrokeFigures> stroke_figures(const Plan& plan);

/// One mixture that a plan is painted with.
struct Heap {
    WholeParts parts{};  ///< Of the palette's tubes.
    Rgb colour;          ///< sRGB-encoded, of paint that hides what lies beneath.
    int strokes = 0;
    double covered = 0.0;  ///< As in StrokeFigures.
};

/// The heaps of whole parts that the strokes are painted with, those that cover most first. Strokes whose
/// recipe has none are left out; so are all where the palette is plain colour.
std::vector<Heap> heaps_of(const Plan& plan);

/// How much of all paint each tube gives, by the area that its strokes cover and its share in them; sum 1,
/// all 0 where the palette is plain colour.
std::vector<double> tube_shares(const Plan& plan);

}  // namespace allaprima
