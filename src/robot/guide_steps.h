#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.h"

namespace allaprima {

/// What a person paints before looking up again: strokes of one pass, in painting order.
struct GuideStep {
    std::string pass;
    Coat coat = Coat::Body;
    size_t begin = 0, end = 0;  ///< Of the plan's strokes.
    int part = 1, parts = 1;    ///< Which part of its pass.

    bool operator==(const GuideStep&) const = default;
};

/// The passes cut into parts of about equally many strokes, of kStrokesOfAStep at most where kMostSteps are
/// enough for that. Paint that is thrown and a signature are never cut.
std::vector<GuideStep> guide_steps(const Plan& plan);

constexpr size_t kStrokesOfAStep = 150;
constexpr size_t kMostSteps = 24;  ///< Passes aside.

/// A brush that a step takes: strokes of about one width.
struct GuideBrush {
    std::string name;
    int width_mm =
        0;  ///< Of the brush that one takes from the jar: 1, 2, 4, 6, 10, 15, 20, 30, 40, 60 or 80.
    int strokes = 0;

    bool operator==(const GuideBrush&) const = default;
};

/// The brushes of some strokes, the widest first.
std::vector<GuideBrush> guide_brushes(const Plan& plan, size_t begin, size_t end);

}  // namespace allaprima
