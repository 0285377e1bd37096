#pragma once
#include <span>
#include <vector>

#include "planning/draft_stroke.h"
#include "planning/objective.h"

namespace allaprima {

/// Gives every stroke the colour that, all strokes' shapes being as they are, brings the picture nearest to
/// the objective's target: the picture is linear in its colours, so this is weighted least squares, solved
/// by conjugate gradients (Hestenes & Stiefel 1952) on the exact coverages.
///
/// @param damping how many pixels' worth of weight hold a colour to what it was; keeps strokes that hardly
///                show from taking absurd colours. Results are clamped to 0 … 1.
/// @param those for each stroke whether it is given one; all are where it is empty.
void solve_colours(std::vector<DraftStroke>& strokes, Objective& objective, int iterations, double damping,
                   std::span<const char> those = {});

}  // namespace allaprima
