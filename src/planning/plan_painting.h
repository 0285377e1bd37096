#pragma once
#include <functional>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "model/brief.h"
#include "model/plan.h"
#include "model/plan_state.h"
#include "model/reference.h"
#include "model/study.h"
#include "planning/planning_inputs.h"

namespace allaprima {

/// Hears of the plan after every round; may save it.
using Checkpoint = std::function<void(const PlanState&)>;

/// Whether a state that was read from outside can be one of this planner's: as many parameters for each
/// stroke, and no round that it does not play.
bool can_go_on_from(const PlanState& state, const Reference& reference, const std::vector<Face>& faces,
                    const Brief& brief, const Hand& hand);

/// Plans a whole painting, from the large shapes to the last accents.
///
/// Each round seeds strokes where the picture painted so far is most wrong and then refines all strokes
/// together. Nothing is painted yet. Same inputs: same plan, on any thread count of one
/// kind of processor, and also when it goes on from a saved state. A stop asked of the observer ends
/// the work early with the strokes there are; brief.seconds shortens it, so that they settle, and ends it.
///
/// @param from  where to go on; an empty state begins anew.
/// @return strokes in painting order, never more than asked for.
Plan plan_painting(const PlanningInputs& inputs, const PlanState& from, const ThreadPool& workers,
                   Observer& observer, const Checkpoint& checkpoint);

}  // namespace allaprima
