#include "planning/schedule.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

constexpr int kGrowingSteps = 30;
constexpr int kMovingSteps = 30;
constexpr float kMovedShare = 0.1f;
constexpr int kFewestUntilGood = 60;
/// Of strokes that cover a picture, in sides of a stroke's room.
constexpr float kTypicalHalfWidth = 0.45f;
/// Strokes narrower than this, in pixels of a level, need a finer one.
constexpr float kNarrowestOnLevel = 3.0f;
/// The same for strokes that are only moved there; smaller ones were not tried.
constexpr float kNarrowestMoved = 1.5f;

/// What a painter's hand does in focus: strokes laid anew are so far from each other, half-widths, and settle
/// in so many times the steps.
constexpr float kFocusSpacing = 3.0f;
constexpr int kFocusTurns = 4;

/// Strokes that are laid for each close view, of all at most; how many there are in it then, about; and the
/// rounds that lay them, and the steps in which all settle.
constexpr int kStrokesOfView = 160;
constexpr float kMostForViews = 0.25f;
constexpr int kStrokesInView = 600;
constexpr int kViewRounds = 3, kViewLastSteps = 80;

/// How a hand works.
struct Technique {
    float growing_half_width, moved_half_width;  ///< Of new strokes, in sides of a stroke's room.
    float spacing, blur, length, focus_spacing;  ///< See Seeding.
    int moving_rounds;
    int moving_level;  ///< Where they are moved, before the last round; level 0 if there is no other.
    float moving_learning_rate, moved_learning_rate;  ///< While they are moved: at first, and at last.
    int last_steps;
    float second_moment_decay, colour_learning_rate;  ///< See Refinement.
    int last_turns;                                   ///< Turns in the last steps.
};

/// A painter's strokes move slowly; where only likeness counts they move fast, on a quarter of the pixels,
/// and settle for longer.
Technique technique_of(const Hand& hand) {
    const float growing = 0.5f * hand.first_width, moved = 0.5f * hand.width;
    if (hand.likeness)
        return {.growing_half_width = growing,
                .moved_half_width = moved,
                .spacing = hand.spacing,
                .blur = hand.blur,
                .length = hand.length,
                .focus_spacing = hand.spacing,
                .moving_rounds = 12,
                .moving_level = 1,
                .moving_learning_rate = 0.7f,
                .moved_learning_rate = 0.5f,
                .last_steps = 200,
                .second_moment_decay = 0.9f,
                .colour_learning_rate = 0.75f,
                .last_turns = 1};
    return {.growing_half_width = growing,
            .moved_half_width = moved,
            .spacing = hand.spacing,
            .blur = hand.blur,
            .length = hand.length,
            .focus_spacing = std::max(hand.spacing, kFocusSpacing),
            .moving_rounds = 8,
            .moving_level = 0,
            .moving_learning_rate = 1.0f,
            .moved_learning_rate = 0.7f,
            .last_steps = 60,
            .second_moment_decay = 0.99f,
            .colour_learning_rate = 1.0f,
            .last_turns = kFocusTurns};
}

/// The first pass that has not ended by then; the last one where all have.
template <typename Number>
const PlannedPass& pass_at(Number at, Number PlannedPass::*ends, std::span<const PlannedPass> passes) {
    const auto found = std::ranges::find_if(passes, [&](const PlannedPass& pass) { return at < pass.*ends; });
    return found == passes.end() ? passes.back() : *found;
}

/// Whether so many strokes are wide enough for a level.
bool fits(Size size, int strokes, int level, float narrowest) {
    return kTypicalHalfWidth * stroke_room(size, strokes) / static_cast<float>(1 << level) >= narrowest;
}

/// How new strokes of this half-width, as a share of the side of a stroke's room, are seeded.
Seeding seeding(float room, float half_width, const Technique& technique) {
    return {.half_width = half_width * room,
            .spacing = technique.spacing,
            .blur = technique.blur,
            .length = technique.length,
            .focus_spacing = technique.focus_spacing};
}

/// As the hand refines, with its learning rates from the first to the last step.
Refinement refinement(int steps, float first_learning_rate, float last_learning_rate,
                      const Technique& technique) {
    return {.steps = steps,
            .first_learning_rate = first_learning_rate,
            .last_learning_rate = last_learning_rate,
            .second_moment_decay = technique.second_moment_decay,
            .colour_learning_rate = technique.colour_learning_rate};
}

/// Grows to so many strokes, on the coarsest level that they are not too narrow for.
Round growing(Size size, int strokes, int levels, const PlannedPass& pass, const Technique& technique) {
    Round round{.pass = pass,
                .strokes = strokes,
                .seeding = seeding(stroke_room(size, strokes), technique.growing_half_width, technique),
                .refinement = refinement(kGrowingSteps, 1.0f, 0.5f, technique)};
    while (round.level + 1 < levels && fits(size, strokes, round.level + 1, kNarrowestOnLevel))
        ++round.level;
    return round;
}

/// Moves a share of the strokes, on the level where the hand does so, or a finer one if they are too narrow.
Round moving(Size size, int strokes, float share, const PlannedPass& pass, int levels,
             const Technique& technique) {
    const bool wide_enough = fits(size, strokes, technique.moving_level, kNarrowestMoved);
    return {.pass = pass,
            .level = wide_enough ? std::min(technique.moving_level, levels - 1) : 0,
            .strokes = strokes,
            .removed = share,
            .seeding = seeding(stroke_room(size, strokes), technique.moved_half_width, technique),
            .refinement = refinement(kMovingSteps, technique.moving_learning_rate,
                                     technique.moved_learning_rate, technique)};
}

/// One of the rounds that are played in a close view, 0 to kViewRounds: all but the last lay strokes, until
/// there are `to` where there were `from` before; in the last all settle.
Round in_view(int r, int from, int to, float room, const Technique& technique) {
    const bool last = r == kViewRounds;
    return {
        .strokes = std::min(to, from + (to - from) * (r + 1) / kViewRounds),
        .removed = kMovedShare,
        .seeding = seeding(room, technique.moved_half_width, technique),
        .refinement = refinement(last ? kViewLastSteps : kMovingSteps, 1.0f, last ? 0.05f : 0.5f, technique)};
}

/// Moves a share of them once more, at full size, and lets all settle.
Round settling(Size size, int strokes, const PlannedPass& pass, int steps, float last_learning_rate,
               const Technique& technique) {
    Round round{.pass = pass,
                .strokes = strokes,
                .removed = kMovedShare,
                .seeding = seeding(stroke_room(size, strokes), technique.moved_half_width, technique),
                .refinement = refinement(steps, 1.0f, last_learning_rate, technique)};
    round.refinement.turns = technique.last_turns;
    return round;
}

}  // namespace

float stroke_room(Size size, int strokes) {
    return std::sqrt(static_cast<float>(size.area()) / static_cast<float>(std::max(1, strokes)));
}

std::vector<Round> schedule(Size size, int strokes, int levels, const Hand& hand,
                            std::span<const PlannedPass> passes) {
    const Technique technique = technique_of(hand);
    std::vector<Round> rounds;
    const int growing_rounds = passes.back().growing_ends;
    for (int r = 0; r < growing_rounds; ++r) {
        const auto number = static_cast<int>(static_cast<long long>(strokes) * (r + 1) / growing_rounds);
        rounds.push_back(growing(size, std::max(1, number), levels,
                                 pass_at(r, &PlannedPass::growing_ends, passes), technique));
    }
    for (int r = 0; r < technique.moving_rounds; ++r) {
        const float share = static_cast<float>(r) / static_cast<float>(technique.moving_rounds);
        rounds.push_back(moving(size, strokes, r == 0 ? 0.0f : kMovedShare,
                                pass_at(share, &PlannedPass::moving_ends, passes), levels, technique));
    }
    rounds.push_back(settling(size, strokes, passes.back(), technique.last_steps, 0.05f, technique));
    return rounds;
}

int strokes_for_views(std::span<const CloseView> views, int strokes) {
    const auto most = static_cast<int>(kMostForViews * static_cast<float>(strokes));
    return std::min(most, kStrokesOfView * static_cast<int>(views.size()));
}

void look_closely(std::vector<Round>& rounds, Size reference, std::span<const CloseView> views, int strokes,
                  const Hand& hand) {
    const Technique technique = technique_of(hand);
    const int before = strokes - strokes_for_views(views, strokes);
    const auto count = static_cast<long long>(views.size());
    for (long long v = 0; v < count; ++v) {
        const CloseView& view = views[static_cast<size_t>(v)];
        const int from = before + static_cast<int>((strokes - before) * v / count),
                  to = before + static_cast<int>((strokes - before) * (v + 1) / count);
        for (int r = 0; r <= kViewRounds; ++r) {
            Round round = in_view(r, from, to, stroke_room(view.colour.size(), kStrokesInView), technique);
            round.pass = kFeaturesPass;
            round.view = static_cast<int>(v);
            round.finer = view.finer;
            round.pixels =
                static_cast<double>(view.colour.size().area()) / static_cast<double>(reference.area());
            rounds.push_back(round);
        }
    }
}

std::vector<Round> retouching(double pixels, int strokes, const Hand& hand) {
    const Technique technique = technique_of(hand);
    const auto room = static_cast<float>(std::sqrt(pixels / std::max(1, strokes)));
    std::vector<Round> rounds;
    for (int r = 0; r <= kViewRounds; ++r) {
        rounds.push_back(in_view(r, 0, strokes, room, technique));
        rounds.back().pass = kRetouchesPass;
        rounds.back().view = 0;
    }
    return rounds;
}

std::vector<Round> schedule_until_good(Size size, int most, int levels, const Hand& hand,
                                       std::span<const PlannedPass> passes) {
    const Technique technique = technique_of(hand);
    std::vector<Round> rounds;
    for (double number = kFewestUntilGood;; number *= 1.5) {
        const int strokes = std::min(most, static_cast<int>(number));
        const PlannedPass& pass = pass_at(strokes, &PlannedPass::strokes, passes);
        rounds.push_back(growing(size, strokes, levels, pass, technique));
        rounds.push_back(settling(size, strokes, pass, kMovingSteps, 0.1f, technique));
        if (strokes == most)
            return rounds;
    }
}

}  // namespace allaprima
