#include "planning/draft_stroke.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

constexpr DraftStroke kStroke{.points = {Vec2{1.0f, 2.0f}, Vec2{3.0f, 4.0f}, Vec2{5.0f, 6.0f}},
                              .half_width = {7.0f, 8.0f},
                              .fade = 9.0f,
                              .opacity_logit = 10.0f,
                              .colour = {11.0f, 12.0f, 13.0f}};

TEST(DraftStroke, ParametersStandInTheOrderOfTheMembers) {
    // By the compiler, which lets nothing undefined pass.
    constexpr Parameters kValues = parameters(kStroke);
    static_assert(kValues[5] == 6.0f && kValues[12] == 13.0f);
    static_assert(stroke_of(kValues) == kStroke);
    for (size_t k = 0; k < kParameters; ++k)
        EXPECT_EQ(kValues[k], static_cast<float>(k + 1));
}

TEST(DraftStroke, StrokesOfAPlanInTheMaking) {
    PlanState state;
    DraftStroke other = kStroke;
    other.colour = {0.1f, 0.2f, 0.3f};
    for (const DraftStroke& stroke : {kStroke, other}) {
        const Parameters values = parameters(stroke);
        state.parameters.insert(state.parameters.end(), values.begin(), values.end());
        state.born.push_back(0);
    }
    EXPECT_EQ(strokes_of(state), (std::vector<DraftStroke>{kStroke, other}));
    EXPECT_TRUE(strokes_of({}).empty());
}

}  // namespace
}  // namespace allaprima
