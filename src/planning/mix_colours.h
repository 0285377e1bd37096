#pragma once
#include <vector>

#include "base/workers.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/study.h"
#include "planning/draft_stroke.h"

namespace allaprima {

/// What colours are to be true to.
enum class Faith {
    Plan,   ///< The smooth strokes of the plan.
    Paint,  ///< The mean of the smooth strokes and the bristled paint that will really be laid.
};

/// Mixes the strokes' colours once more, all of them by one least-squares solve.
///
/// For paint, what the bristles change is measured on a rendering without light and taken from what the
/// colours are solved for.
///
/// @param strokes the plan's strokes in pixels of the reference, in the same order.
void mix_colours(Plan& plan, std::vector<DraftStroke> strokes, const Reference& reference, const Study& study,
                 Faith faith, const Workers& workers);

}  // namespace allaprima
