#pragma once
#include <vector>

#include "model/brief.h"
#include "model/plan.h"
#include "model/reference.h"
#include "planning/draft_stroke.h"
#include "planning/schedule.h"

namespace allaprima {

/// Long side of the canvas, in millimetres, unless the brief says otherwise.
constexpr float kCanvasLongSide = 400.0f;

/// Turns refined strokes into a plan in canvas millimetres: what was not refined is decided here, the
/// thickness of the paint (lights thick, highlights thickest, darks and even places thin) and which sides
/// are lost in what lies beside them.
///
/// @param strokes in pixels of the reference. @param born for each, the round of `rounds` that seeded it.
Plan finish_plan(const std::vector<DraftStroke>& strokes, const std::vector<int32_t>& born,
                 const std::vector<Round>& rounds, const Reference& reference, const Brief& brief);

}  // namespace allaprima
