#pragma once
#include "base/result.h"
#include "model/plan.h"

namespace allaprima {

/// Looks whether the parts of a plan from outside, each within its range, go together: the canvas has no more
/// planned pixels than a plan can have, the passes add up to the strokes, and what each stroke is painted
/// with is there.
///
/// @return an error whose message says only what is wrong: "stroke 12 is painted with a brush that is not
/// there".
Status check_plan(const Plan& plan);

}  // namespace allaprima
