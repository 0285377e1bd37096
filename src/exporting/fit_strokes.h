#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/export_settings.h"
#include "model/plan.h"
#include "model/robot_head.h"

namespace allaprima {

/// So much of a load's way is planned with; what is left makes up for the rounding of moves.
constexpr float kShareOfLoad = 0.99f;

/// What became of strokes that a head cannot paint as they are planned.
struct FitFigures {
    size_t cut = 0;      ///< Cut off where the reach ends,
    size_t beyond = 0;   ///< or left out, because all of it lies beyond.
    size_t resized = 0;  ///< Painted broader or narrower.
    size_t no_tool = 0;  ///< Left out, because no tool is for their brush.
    size_t unfit = 0;    ///< Left out for any of these reasons, as was asked for.
    size_t split = 0;    ///< Painted in pieces, because a load does not last.

    bool operator==(const FitFigures&) const = default;
};

/// A plan as a head can paint it.
struct FittedPlan {
    Plan plan;                       ///< Its strokes may be cut, resized, in pieces.
    std::vector<size_t> tools;       ///< By stroke.
    std::vector<size_t> planned_as;  ///< Which stroke it was, by stroke.
    FitFigures figures;
};

/// Where on the canvas a head may paint: the canvas with its overrun, as far as the head reaches. In
/// millimetres of the canvas.
struct PaintableArea {
    Vec2 low, high;

    bool holds(Vec2 p) const { return p.x >= low.x && p.y >= low.y && p.x <= high.x && p.y <= high.y; }
};
PaintableArea paintable_area(const RobotHead& head, Vec2 canvas);

/// Fits the strokes to the head. An error where the canvas lies beyond its reach, and, when `fit` refuses,
/// where strokes do not fit; it tells how many, and why.
Result<FittedPlan> fit_strokes(const Plan& plan, const RobotHead& head, Fit fit);

/// The way of a stroke's centre line, as programs travel it, mm.
float way_of(const Path& path);
/// The points through which programs lead a stroke, at even steps of the path's parameter; an odd number of
/// them, at least 3.
std::vector<Vec2> points_of(const Path& path);

/// What happened, in words for the reader; empty when nothing did.
std::vector<std::string> in_words(const FitFigures& figures);

}  // namespace allaprima
