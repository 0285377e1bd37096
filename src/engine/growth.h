#pragma once
#include <functional>

#include "model/plan.h"
#include "model/plan_state.h"
#include "model/reference.h"

namespace allaprima {

/// Hears of a plan while it grows, after each of its rounds. What is told is a plan to look at: its canvas,
/// its ground and its strokes in painting order, as they lie just now, without their final paints.
using Growth = std::function<void(const Plan&)>;

/// What a plan in the making has come to, as Growth is told it.
Plan grown_so_far(const PlanState& state, const Reference& reference);

}  // namespace allaprima
