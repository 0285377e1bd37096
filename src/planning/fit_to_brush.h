#pragma once
#include <vector>

#include "base/workers.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/study.h"
#include "planning/draft_stroke.h"

namespace allaprima {

/// Mixes the strokes' colours once more, for the bristled paint that will really be laid rather than for
/// the smooth strokes of the plan, so that the painting as well as the plan is faithful.
///
/// What the bristles change is measured on a rendering without light, taken from what the colours are
/// solved for, and the colours solved again.
///
/// @param strokes the plan's strokes in pixels of the reference, in the same order.
void fit_colours_to_brush(Plan& plan, std::vector<DraftStroke> strokes, const Reference& reference,
                          const Study& study, const Workers& workers);

}  // namespace allaprima
