#include "planning/adam.h"

#include <cmath>

namespace allaprima {
namespace {

/// β₁: how much of the mean is kept of the moves before.
constexpr float kMeanMemory = 0.9f;

float taken_in(float mean, float second_moment_decay, float value) {
    return second_moment_decay * mean + (1.0f - second_moment_decay) * value;
}

}  // namespace

Parameters adam_direction(Moments& moments, const DraftStroke& gradient, float second_moment_decay) {
    moments.mean_weight = taken_in(moments.mean_weight, kMeanMemory, 1.0f);
    moments.square_weight = taken_in(moments.square_weight, second_moment_decay, 1.0f);
    const Parameters slope = parameters(gradient);
    Parameters direction;
    for (size_t k = 0; k < kParameters; ++k) {
        moments.mean[k] = taken_in(moments.mean[k], kMeanMemory, slope[k]);
        moments.square[k] = taken_in(moments.square[k], second_moment_decay, slope[k] * slope[k]);
        direction[k] = (moments.mean[k] / moments.mean_weight) /
                       (std::sqrt(moments.square[k] / moments.square_weight) + 1e-8f);
    }
    return direction;
}

}  // namespace allaprima
