#pragma once
#include <vector>

#include "model/brief.h"
#include "model/plan.h"
#include "model/reference.h"
#include "planning/draft_stroke.h"
#include "planning/schedule.h"

namespace allaprima {

/// A draft stroke in canvas millimetres; what was not refined is left as it is by default.
///
/// @param pixel_mm side of the pixels that the draft stroke is told in.
Stroke placed(const DraftStroke& draft, float pixel_mm, uint64_t seed);

/// Strokes that are still sought, as they lie just now, to look at.
std::vector<Stroke> placed_to_look_at(const std::vector<DraftStroke>& drafts, float pixel_mm);

/// Turns refined strokes into a plan in canvas millimetres: what was not refined is decided here, the
/// thickness of the paint (lights thick, highlights thickest, darks and even places thin) and which sides
/// are lost in what lies beside them: where no contour is, and where the hand loses or finds them.
///
/// Brushes are shared out by pass (brush/planned_passes.h).
///
/// @param focus how much errors count, the reference's size, mean 1.
/// @param strokes in pixels of the reference. @param born for each, the round of `rounds` that seeded it.
Plan finish_plan(const std::vector<DraftStroke>& strokes, const std::vector<int32_t>& born,
                 const std::vector<Round>& rounds, const Reference& reference, const Image<float>& focus,
                 const Materials& materials, uint64_t seed);

}  // namespace allaprima
