#pragma once
#include <functional>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "brush/hand.h"
#include "model/plan.h"
#include "planning/level.h"

namespace allaprima {

/// How long and how boldly to refine. Learning rates fall evenly from the first to the last step.
struct Refinement {
    int steps = 40;
    float first_learning_rate = 1.0f;
    float last_learning_rate = 0.5f;
    float second_moment_decay =
        0.99f;  ///< Adam's β₂: what each step keeps of the mean squared gradient before.
    float colour_learning_rate = 1.0f;  ///< Of the colours, as a share of that of all.
    int turns = 1;  ///< How often strokes in focus move in each step; all others move once.
    /// Half the widths that there are tools for, in the level's pixels; empty: all.
    std::vector<StrokeWidths> half_widths = {};
};

/// Half the widths that a head's tools paint, in pixels of this size.
std::vector<StrokeWidths> half_widths_of(std::vector<StrokeWidths> tools, float pixel_mm);

/// Moves all strokes together down the gradient of the picture's error and of the hand's habits, by Adam
/// (Kingma & Ba 2015) with a step of its own for each kind of parameter.
///
/// Where errors count more than in the mean, a hand with habits keeps to them less, lets borders fade while
/// the brush is broad, moves
/// more slowly and forgets sooner, as a hand does that is out for likeness alone.
///
/// @param half_width that the hand would give a stroke where errors count as in the mean, in the level's
/// pixels.
/// @param movable for each stroke whether it is moved; all are where it is empty.
/// @param keep_going asked before every step; false ends the refinement early.
/// @return how many steps were made, however many turns each took.
int refine(std::vector<DraftStroke>& strokes, Level& level, const Hand& hand, float half_width,
           const Refinement& how, std::span<const char> movable, const ThreadPool& workers,
           const std::function<bool()>& keep_going);

}  // namespace allaprima
