#pragma once
#include "base/thread_pool.h"
#include "model/plan.h"
#include "planning/planning_inputs.h"

namespace allaprima {

/// How many of so many strokes are body paint; the rest is left for the hand's scumbles and glazes.
int body_strokes(int strokes, const Hand& hand);

/// What body paint is to look like so that the hand's coats complete it: somewhat lighter and greyer in the
/// darks, which glazes deepen, and duller in the lights, which scumbles raise. The reference without coats.
Image<Rgb> underpainting(const Image<Rgb>& reference, const Hand& hand);

/// Lays the thin coats of the hand over a plan's dry body paint: scumbles where the painted
/// picture should be lighter, then glazes where it should be deeper.
///
/// They are seeded where the painted picture, seen as broadly as the brush, is most wrong, and run along the
/// form. A glaze is the tube or pair of tubes, and the thickness, that comes nearest over what lies there.
/// What does not bring the painted picture nearer is taken away again, so that fewer may come.
void lay_coats(Plan& plan, const PlanningInputs& inputs, const ThreadPool& workers);

}  // namespace allaprima
