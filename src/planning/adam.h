#pragma once
#include "planning/draft_stroke.h"

namespace allaprima {

/// What Adam (Kingma & Ba 2015) keeps of the gradients that one stroke has had: running means of each
/// parameter's gradient and of its square, both begun at 0.
///
/// The paper divides what is begun at 0 by 1 − βⁿ, which holds for an even β alone. Here β changes from move
/// to move, so the weights of all gradients so far are summed as the gradients are: where all were equal, the
/// means over their weights are that gradient and its square, exactly.
struct Moments {
    Parameters mean{}, square{};
    float mean_weight = 0.0f, square_weight = 0.0f;  ///< 0 before the first gradient, near 1 after many.
};

/// Takes in one more gradient, and tells how far each parameter is to go, uphill, in steps of its own: the
/// mean over the root of the mean square. 1 where the gradient stays the same, less where it changes its
/// sign.
///
/// @param second_moment_decay β₂: how much of the mean square is kept of the moves before, from 0 to below 1.
Parameters adam_direction(Moments& moments, const DraftStroke& gradient, float second_moment_decay);

}  // namespace allaprima
