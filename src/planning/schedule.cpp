#include "planning/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace allaprima {
namespace {

constexpr int kGrowingRounds = 8;
constexpr int kGrowingSteps = 40;
constexpr int kMovingRounds = 8;
constexpr int kMovingSteps = 40;
constexpr int kLastSteps = 80;
constexpr float kMovedShare = 0.1f;
constexpr float kGrowingHalfWidth = 0.30f;  ///< Of new strokes, in units of √(area / number).
constexpr float kMovedHalfWidth = 0.20f;
/// Strokes narrower than this, in pixels of a level, need a finer one.
constexpr float kNarrowestOnLevel = 3.0f;

const char* pass_of_growing_round(int round) {
    return round < 2 ? "block-in" : round < 5 ? "form" : "detail";
}

}  // namespace

std::vector<Round> schedule(Size size, int strokes, int levels) {
    auto spacing = [&](int number) {
        return std::sqrt(static_cast<float>(size.area()) / static_cast<float>(std::max(1, number)));
    };
    std::vector<Round> rounds;
    for (int r = 0; r < kGrowingRounds; ++r) {
        Round round;
        round.pass = pass_of_growing_round(r);
        round.strokes = static_cast<int>(
            std::max<long long>(1, static_cast<long long>(strokes) * (r + 1) / kGrowingRounds));
        const float scale = 0.45f * spacing(round.strokes);
        while (round.level + 1 < levels && scale / static_cast<float>(2 << round.level) >= kNarrowestOnLevel)
            ++round.level;
        round.seed_half_width = kGrowingHalfWidth * spacing(round.strokes);
        round.refinement = {kGrowingSteps, 1.0f, 0.5f};
        rounds.push_back(round);
    }
    for (int r = 0; r < kMovingRounds; ++r)
        rounds.push_back({r < kMovingRounds / 2 ? "detail" : "accents", 0, strokes, r == 0 ? 0.0f : kMovedShare,
                          kMovedHalfWidth * spacing(strokes), {kMovingSteps, 1.0f, 0.7f}});
    rounds.push_back({"accents", 0, strokes, kMovedShare, kMovedHalfWidth * spacing(strokes), {kLastSteps, 1.0f, 0.05f}});
    return rounds;
}

}  // namespace allaprima
