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

/// Whether a pass is thrown or written and not brushed stroke by stroke.
bool is_whole(const Pass& pass);

/// The passes cut into parts of about equally many strokes, of kStrokesOfAStep at most where kMostSteps are
/// enough for that. Paint that is thrown and a signature are never cut.
std::vector<GuideStep> guide_steps(const Plan& plan);

constexpr size_t kStrokesOfAStep = 40;  ///< So many numbers can be read on a page.
constexpr size_t kMostSteps = 40;       ///< Passes aside.

/// Strokes that are painted one after the other with one brush from one heap.
struct GuideRun {
    size_t heap = 0, brush = 0;
    size_t begin = 0, end = 0;  ///< Of the plan's strokes.

    bool operator==(const GuideRun&) const = default;
};

/// The runs of a step, in painting order. @param heaps, brushes by stroke of the plan.
std::vector<GuideRun> runs_of(const GuideStep& step, const std::vector<size_t>& heaps,
                              const std::vector<size_t>& brushes);

}  // namespace allaprima
