#pragma once
#include "model/plan.h"

namespace allaprima {

/// In how much detail the strokes of a plan are painted: 1 for whatever a hand would lay. Where strokes laid
/// side by side would cover the canvas hundreds of times, which only a file that nobody painted asks for,
/// less: of the cells in which bristles, and what a brush picks up, are worked out there are only that share,
/// so that the work stays within that of the pixels.
float detail_of(const Plan& plan);

}  // namespace allaprima
