#include "planning/refine.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "planning/habits.h"
#include "planning/seeding.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Step at rate 1 of each parameter: pixels, pixels, pixels, logit, colour.
constexpr float kPointStep = 1.0f, kWidthStep = 0.3f, kFadeStep = 0.3f, kOpacityStep = 0.05f,
                kColourStep = 0.02f;
constexpr std::array<float, kParameters> kSteps = {
    kPointStep, kPointStep, kPointStep,   kPointStep,  kPointStep,  kPointStep, kWidthStep,
    kWidthStep, kFadeStep,  kOpacityStep, kColourStep, kColourStep, kColourStep};
constexpr float kMeanDecay = 0.9f;
constexpr size_t kFirstColour = kParameters - 3;
constexpr float kNarrowestHalf = 0.5f, kWidestHalf = 400.0f;
constexpr float kMostFaded = 200.0f;
constexpr float kLargestLogit = 6.0f;

/// Mean squared error that a habit broken in full weighs as much as, for each pixel of the stroke.
constexpr float kHabitError = 0.01f;

struct Moments {
    std::array<float, kParameters> mean{}, square{};
};

/// What one step has in common for all strokes.
struct Step {
    float memory;
    float rate, colour_rate;
    float mean_bias, square_bias;  ///< Of moments that began at 0.
};

/// @param step counts from 0.
Step step_of(const Refinement& how, int step) {
    const float rate = how.first_rate + (how.last_rate - how.first_rate) * static_cast<float>(step) /
                                            static_cast<float>(how.steps);
    const auto steps = static_cast<float>(step + 1);
    return {how.memory, rate, rate * how.colour_rate, 1.0f - std::pow(kMeanDecay, steps),
            1.0f - std::pow(how.memory, steps)};
}

void move(DraftStroke& stroke, const DraftStroke& gradient, Moments& moments, const Step& step) {
    float* value = parameters(stroke);
    const float* slope = parameters(gradient);
    for (size_t k = 0; k < kParameters; ++k) {
        moments.mean[k] = kMeanDecay * moments.mean[k] + (1.0f - kMeanDecay) * slope[k];
        moments.square[k] = step.memory * moments.square[k] + (1.0f - step.memory) * slope[k] * slope[k];
        const float rate = k < kFirstColour ? step.rate : step.colour_rate;
        value[k] -= rate * kSteps[k] * (moments.mean[k] / step.mean_bias) /
                    (std::sqrt(moments.square[k] / step.square_bias) + 1e-8f);
    }
    for (float& half : stroke.half_width)
        half = std::clamp(half, kNarrowestHalf, kWidestHalf);
    stroke.fade = std::clamp(stroke.fade, 0.0f, kMostFaded);
    stroke.opacity_logit = std::clamp(stroke.opacity_logit, -kLargestLogit, kLargestLogit);
    stroke.colour = {std::clamp(stroke.colour.r, 0.0f, 1.0f), std::clamp(stroke.colour.g, 0.0f, 1.0f),
                     std::clamp(stroke.colour.b, 0.0f, 1.0f)};
}

/// The pixel under the middle of a stroke.
struct Place {
    int x, y;
};

Place middle_of(const DraftStroke& stroke, Size size) {
    const auto& p = stroke.points;
    const Vec2 middle = p[0] * 0.25f + p[1] * 0.5f + p[2] * 0.25f;
    return {static_cast<int>(std::clamp(middle.x, 0.0f, static_cast<float>(size.width - 1))),
            static_cast<int>(std::clamp(middle.y, 0.0f, static_cast<float>(size.height - 1)))};
}

StrokeSetting setting_of(const DraftStroke& stroke, const Structure& structure, const Image<float>& weight,
                         float half_width) {
    const auto [x, y] = middle_of(stroke, structure.xx.size());
    return {flow_at(structure, x, y), half_width * brush_share(weight.at(x, y))};
}

float weight_under(const Image<float>& weights, const DraftStroke& stroke) {
    const auto [x, y] = middle_of(stroke, weights.size());
    return weights.at(x, y);
}

/// Where errors count more than elsewhere a painter looks at the sitter more and falls into habits less.
float habit_share(float weight) {
    const float square = std::max(1.0f, weight * weight);
    return 1.0f / (square * square);
}

/// Errors that count so many times the mean are worth borders softer than a brush leaves them: a cheek is
/// blended.
constexpr float kBlendedWeight = 1.2f;

float mean_half_width(const std::vector<DraftStroke>& strokes) {
    double sum = 0.0;
    for (const DraftStroke& stroke : strokes)
        sum += widest_half(stroke);
    return strokes.empty() ? 1.0f : static_cast<float>(sum / static_cast<double>(strokes.size()));
}

}  // namespace

int refine(std::vector<DraftStroke>& strokes, Level& level, const Hand& hand, float half_width,
           const Refinement& how, const Workers& workers, const std::function<bool()>& keep_going) {
    const bool habits = has_habits(hand);
    const Structure structure =
        habits ? smoothed(level.structure, 0.5f * mean_half_width(strokes)) : Structure{};
    std::vector<Moments> moments(strokes.size());
    int step = 0;
    for (; step < how.steps && keep_going(); ++step) {
        Evaluation evaluation = level.objective.evaluate(strokes, TileWork::Gradient);
        const Step common = step_of(how, step);
        workers.parallel_for_ranges(strokes.size(), [&](size_t begin, size_t end) {
            for (size_t i = begin; i < end; ++i) {
                DraftStroke& gradient = evaluation.shares[i].gradient;
                const float weight = weight_under(level.weight, strokes[i]);
                if (habits) {
                    const float area =
                        4.0f * widest_half(strokes[i]) * (widest_half(strokes[i]) + chord_of(strokes[i]));
                    habit_cost(strokes[i], setting_of(strokes[i], structure, level.weight, half_width), hand,
                               kHabitError * area * habit_share(weight), gradient);
                }
                if (!hand.fading && weight < kBlendedWeight)
                    gradient.fade = 0.0f;
                move(strokes[i], gradient, moments[i], common);
            }
        });
    }
    return step;
}

}  // namespace allaprima
