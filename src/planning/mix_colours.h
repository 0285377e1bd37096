#pragma once
#include <vector>

#include "base/thread_pool.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/study.h"
#include "planning/draft_stroke.h"

namespace allaprima {

/// What the colours are solved for.
enum class ColourTarget {
    Plan,   ///< The smooth strokes of the plan.
    Paint,  ///< The bristled paint that will really be laid.
};

/// Mixes the strokes' colours once more, all of them by one least-squares solve, and finds a recipe for each.
///
/// For paint, what the bristles change is measured on renderings without light and taken from what is solved
/// for. Plain colours go half of the way, so that neither the plan nor the paint loses much; tubes go all of
/// it, round by round, because the recipe of a stroke need not look like its colour in the plan.
///
/// @param strokes the plan's strokes in pixels of the reference, in the same order.
void mix_colours(Plan& plan, std::vector<DraftStroke> strokes, const Reference& reference, const Study& study,
                 ColourTarget solved_for, const ThreadPool& workers);

}  // namespace allaprima
