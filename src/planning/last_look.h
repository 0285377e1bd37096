#pragma once
#include <functional>
#include <vector>

#include "base/thread_pool.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/sight.h"
#include "planning/planning_inputs.h"

namespace allaprima {

/// How many of so many strokes are kept for a last look at eyes: those of faces that are seen well.
int strokes_for_last_look(const std::vector<Face>& faces, const Reference& reference, int strokes);

/// Looks at eyes once more when all else is painted, and mends what paint has made of them: a pass
/// "retouches", of no more strokes than were kept for it. Lids, pupils and catchlights are finer than what
/// bristles and mixtures keep of a plan.
///
/// @param keep_going asked before every step; once it says no, what is not mended stays as it is.
Plan after_last_look(Plan plan, const PlanningInputs& inputs, const ThreadPool& workers,
                     const std::function<bool()>& keep_going);

}  // namespace allaprima
