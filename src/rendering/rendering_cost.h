#pragma once
#include "model/plan.h"
#include "rendering/render.h"

namespace allaprima {

/// What a rendering of a plan costs, reckoned from the plan before a stroke is laid: within a factor of two
/// or so for ordinary strokes, and never far too little.
struct RenderingCost {
    /// How many pixels are painted over, each as often as a stroke lies on it, and what else takes as long.
    double laid_pixels = 0.0;
    double bytes = 0.0;  ///< Of memory, beside what the picture's own encoder takes.
};

/// @param settings its size and its part count.
RenderingCost rendering_cost(const Plan& plan, const RenderSettings& settings);

}  // namespace allaprima
