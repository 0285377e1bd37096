#include "planning/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "brush/hand.h"
#include "model/reference.h"
#include "planning/finish_plan.h"

namespace allaprima {
namespace {

constexpr Size kPicture{128, 96};

/// The names of the passes of the rounds, each once where it begins.
std::vector<std::string> passes_of(const std::vector<Round>& rounds) {
    std::vector<std::string> names;
    for (const Round& round : rounds)
        if (names.empty() || names.back() != round.pass.name)
            names.push_back(round.pass.name);
    return names;
}

std::vector<std::string> names_of(std::span<const PlannedPass> passes) {
    std::vector<std::string> names;
    for (const PlannedPass& pass : passes)
        names.push_back(pass.name);
    return names;
}

TEST(Schedule, EveryPassHasItsTurnInTheOrderOfTheTable) {
    for (bool likeness : {false, true})
        EXPECT_EQ(passes_of(schedule(kPicture, 500, 2, {.likeness = likeness})), names_of(kPlannedPasses));
}

TEST(Schedule, GrowsToTheNumberThatWasAskedFor) {
    for (int strokes : {1, 7, 500}) {
        const std::vector<Round> rounds = schedule(kPicture, strokes, 2, {});
        EXPECT_TRUE(std::ranges::is_sorted(rounds, {}, &Round::strokes));
        EXPECT_EQ(rounds.back().strokes, strokes);
    }
}

TEST(Schedule, UntilGoodItEndsInThePassOfItsLastNumber) {
    EXPECT_EQ(passes_of(schedule_until_good(kPicture, 100, 2, {})), std::vector<std::string>{"block-in"});
    EXPECT_EQ(passes_of(schedule_until_good(kPicture, 5000, 2, {})),
              (std::vector<std::string>{"block-in", "form", "detail"}));
}

/// One row more in the table is all that a new pass takes: rounds, passes of the plan and brushes follow.
TEST(Schedule, APassIsAddedByOneRow) {
    std::vector<PlannedPass> passes(kPlannedPasses.begin(), kPlannedPasses.end());
    passes.insert(passes.begin() + 1,
                  {.name = "masses", .brush = 0, .growing_ends = 4, .moving_ends = 0.0f, .strokes = 480});
    const std::vector<Round> rounds = schedule(kPicture, 500, 2, {}, passes);
    EXPECT_EQ(passes_of(rounds), names_of(passes));

    Reference reference;
    reference.colour = Image<Rgb>(kPicture, Rgb{0.5f, 0.5f, 0.5f});
    DraftStroke stroke;
    stroke.points = {Vec2{20.0f, 40.0f}, Vec2{40.0f, 40.0f}, Vec2{60.0f, 40.0f}};
    stroke.half_width = {4.0f, 4.0f};
    std::vector<int32_t> born(rounds.size());
    std::iota(born.begin(), born.end(), 0);
    Materials materials;
    for (const char* name : {"broad", "middle", "small", "smallest"})
        materials.brushes.push_back({.name = name});
    const Plan plan = finish_plan(std::vector(rounds.size(), stroke), born, rounds, reference,
                                  Image<float>(kPicture, 1.0f), materials, 1);
    ASSERT_EQ(plan.passes.size(), passes.size());
    size_t first = 0;
    for (size_t i = 0; i < passes.size(); ++i) {
        EXPECT_EQ(plan.passes[i].name, passes[i].name);
        EXPECT_EQ(plan.strokes[first].brush, static_cast<int>(passes[i].brush)) << passes[i].name;
        first += static_cast<size_t>(plan.passes[i].strokes);
    }
}

}  // namespace
}  // namespace allaprima
