#include "planning/refine.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "planning/adam.h"
#include "planning/habits.h"
#include "planning/seeding.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Step at a learning rate of 1 of each parameter: pixels, pixels, pixels, logit, colour.
constexpr float kPointStep = 1.0f, kWidthStep = 0.3f, kFadeStep = 0.3f, kOpacityStep = 0.05f,
                kColourStep = 0.02f;
constexpr Parameters kSteps = {kPointStep,  kPointStep,  kPointStep, kPointStep, kPointStep,
                               kPointStep,  kWidthStep,  kWidthStep, kFadeStep,  kOpacityStep,
                               kColourStep, kColourStep, kColourStep};
constexpr size_t kFirstColour = kParameters - 3;
constexpr float kNarrowestHalf = 0.5f, kWidestHalf = 400.0f;
constexpr float kMostFaded = 200.0f;
constexpr float kLargestLogit = 6.0f;

/// Mean squared error that a habit broken in full weighs as much as, for each pixel of the stroke.
constexpr float kHabitError = 0.01f;

/// Where likeness counts for all: how much of the mean square is kept, and the learning rate beside what it
/// is elsewhere. The same as those of a hand that is out for nothing else.
constexpr float kLikenessDecay = 0.9f, kLikenessLearningRate = 0.7f;

/// How one stroke moves.
struct AdamStep {
    float learning_rate, colour_learning_rate;
    float second_moment_decay;
};

/// @param step counts from 0, and turns within it. @param likeness see likeness_share.
AdamStep adam_step(const Refinement& how, float step, float likeness) {
    const float learning_rate =
        (how.first_learning_rate +
         (how.last_learning_rate - how.first_learning_rate) * step / static_cast<float>(how.steps)) *
        std::lerp(1.0f, kLikenessLearningRate, likeness);
    return {learning_rate, learning_rate * how.colour_learning_rate,
            std::lerp(how.second_moment_decay, kLikenessDecay, likeness)};
}

/// By how much a tool's strokes miss a half-width.
float missed(const StrokeWidths& tool, float half) {
    return std::max({tool.narrowest - half, half - tool.widest, 0.0f});
}

/// Makes both ends as broad as the tool can that has to change them least, where there are tools.
void bring_to_a_tool(std::array<float, 2>& half_width, const std::vector<StrokeWidths>& tools) {
    if (tools.empty())
        return;
    const StrokeWidths& tool = *std::ranges::min_element(tools, {}, [&](const StrokeWidths& one) {
        return missed(one, half_width[0]) + missed(one, half_width[1]);
    });
    for (float& half : half_width)
        half = std::clamp(half, tool.narrowest, tool.widest);
}

void move(DraftStroke& stroke, const DraftStroke& gradient, Moments& moments, const AdamStep& step,
          const std::vector<StrokeWidths>& tools) {
    const Parameters direction = adam_direction(moments, gradient, step.second_moment_decay);
    Parameters value = parameters(stroke);
    for (size_t k = 0; k < kParameters; ++k)
        value[k] -=
            (k < kFirstColour ? step.learning_rate : step.colour_learning_rate) * kSteps[k] * direction[k];
    stroke = stroke_of(value);
    for (float& half : stroke.half_width)
        half = std::clamp(half, kNarrowestHalf, kWidestHalf);
    bring_to_a_tool(stroke.half_width, tools);
    stroke.fade = std::clamp(stroke.fade, 0.0f, kMostFaded);
    stroke.opacity_logit = std::clamp(stroke.opacity_logit, -kLargestLogit, kLargestLogit);
    stroke.colour = {std::clamp(stroke.colour.r, 0.0f, 1.0f), std::clamp(stroke.colour.g, 0.0f, 1.0f),
                     std::clamp(stroke.colour.b, 0.0f, 1.0f)};
}

/// The pixel under the middle of a stroke.
struct MiddlePixel {
    int x, y;
};

MiddlePixel middle_of(const DraftStroke& stroke, Size size) {
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

/// Errors that count so many times the mean are worth borders softer than a brush leaves them: a cheek is
/// blended. Strokes there are in focus.
constexpr float kFocusWeight = 1.2f;

float mean_half_width(const std::vector<DraftStroke>& strokes) {
    double sum = 0.0;
    for (const DraftStroke& stroke : strokes)
        sum += widest_half(stroke);
    return strokes.empty() ? 1.0f : static_cast<float>(sum / static_cast<double>(strokes.size()));
}

/// All that the steps of one refinement have in common.
class Refining {
  public:
    Refining(std::vector<DraftStroke>& strokes, Level& level, const Hand& hand, float half_width,
             const Refinement& how, std::span<const char> movable, const ThreadPool& workers)
        : strokes_(strokes),
          level_(level),
          hand_(hand),
          half_width_(half_width),
          how_(how),
          movable_(movable),
          workers_(workers),
          habits_(has_habits(hand)),
          most_faded_(hand.fading ? kMostFaded
                                  : kMostFaded * blending(half_width / static_cast<float>(level.long_side))),
          moments_(strokes.size()) {
        if (habits_)
            structure_ = smoothed(level.structure, 0.5f * mean_half_width(strokes));
    }

    /// Moves every stroke that may be moved once. @param step counts from 0, and turns within it.
    void move_all(float step) { move_those(movable_, step); }

    /// The same for those in focus alone, while the others rest.
    void move_in_focus(float step) {
        in_focus_.resize(strokes_.size());
        for (size_t i = 0; i < strokes_.size(); ++i)
            in_focus_[i] =
                (movable_.empty() || movable_[i]) && weight_under(level_.weight, strokes_[i]) >= kFocusWeight;
        if (std::ranges::find(in_focus_, 1) != in_focus_.end())
            move_those(in_focus_, step);
    }

  private:
    /// @param those for each stroke whether it moves; all do if it is empty.
    void move_those(std::span<const char> those, float step) {
        Evaluation evaluation = level_.objective.evaluate(strokes_, TileWork::Gradient, nullptr, those);
        workers_.parallel_for_ranges(strokes_.size(), [&](size_t begin, size_t end) {
            for (size_t i = begin; i < end; ++i)
                if (those.empty() || those[i])
                    move_one(i, evaluation.shares[i].gradient, step);
        });
    }

    void move_one(size_t i, DraftStroke& gradient, float step) {
        DraftStroke& stroke = strokes_[i];
        const float weight = weight_under(level_.weight, stroke);
        const float likeness = likeness_share(weight);
        if (habits_) {
            const float area = 4.0f * widest_half(stroke) * (widest_half(stroke) + chord_of(stroke));
            habit_cost(stroke, setting_of(stroke, structure_, level_.weight, half_width_), hand_,
                       kHabitError * area * (1.0f - likeness), gradient);
        }
        if (!hand_.fading && weight < kFocusWeight)
            gradient.fade = 0.0f;
        // A hand that is out for likeness alone does already what the others do in focus.
        move(stroke, gradient, moments_[i], adam_step(how_, step, hand_.likeness ? 0.0f : likeness),
             how_.half_widths);
        stroke.fade = std::min(stroke.fade, most_faded_);
    }

    std::vector<DraftStroke>& strokes_;
    Level& level_;
    const Hand& hand_;
    float half_width_;
    const Refinement& how_;
    std::span<const char> movable_;
    const ThreadPool& workers_;
    bool habits_;
    float most_faded_;
    std::vector<Moments> moments_;
    Structure structure_;
    std::vector<char> in_focus_;
};

}  // namespace

std::vector<StrokeWidths> half_widths_of(std::vector<StrokeWidths> tools, float pixel_mm) {
    for (StrokeWidths& tool : tools)
        tool = {0.5f * tool.narrowest / pixel_mm, 0.5f * tool.widest / pixel_mm};
    return tools;
}

int refine(std::vector<DraftStroke>& strokes, Level& level, const Hand& hand, float half_width,
           const Refinement& how, std::span<const char> movable, const ThreadPool& workers,
           const std::function<bool()>& keep_going) {
    Refining refining(strokes, level, hand, half_width, how, movable, workers);
    int step = 0;
    for (; step < how.steps && keep_going(); ++step) {
        refining.move_all(static_cast<float>(step));
        for (int turn = 1; turn < how.turns; ++turn)
            refining.move_in_focus(static_cast<float>(step) +
                                   static_cast<float>(turn) / static_cast<float>(how.turns));
    }
    return step;
}

}  // namespace allaprima
