#pragma once
#include <span>

#include "brush/hand.h"
#include "planning/draft_stroke.h"
#include "planning/level.h"

namespace allaprima {

/// Whether any habit counts.
bool has_habits(const Hand& hand);

/// What surrounds a stroke while its habits are judged.
struct StrokeSetting {
    Flow flow;                ///< Of the form at the middle of the stroke.
    float half_width = 1.0f;  ///< That the hand would give it there, pixels; positive.
};

/// What a stroke's shape costs by the hand's habits, and the gradient of that cost.
///
/// Each habit is a pure number of the stroke's shape, at most about 1 when it is badly broken, times the
/// hand's weight, times `scale`, which puts it beside the error of the picture.
float habit_cost(const DraftStroke& stroke, const StrokeSetting& setting, const Hand& hand, float scale,
                 DraftStroke& gradient);

}  // namespace allaprima
