#include "planning/adam.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

DraftStroke gradient_of(float slope) {
    DraftStroke gradient;
    gradient.points = {Vec2{slope, -slope}, Vec2{slope, slope}, Vec2{2.0f * slope, slope}};
    return gradient;
}

TEST(Adam, AnEvenGradientIsFollowedInWholeStepsWhateverIsRemembered) {
    Moments moments;
    for (int move = 0; move < 40; ++move) {
        // A stroke that comes into focus, leaves it again, and strays along its border.
        const float second_moment_decay = move < 10   ? 0.99f
                                          : move < 20 ? 0.9f
                                          : move < 30 ? 0.99f
                                                      : 0.9f + 0.009f * (move % 10);
        const Parameters direction = adam_direction(moments, gradient_of(0.3f), second_moment_decay);
        EXPECT_NEAR(direction[0], 1.0f, 1e-5f) << "move " << move;
        EXPECT_NEAR(direction[1], -1.0f, 1e-5f) << "move " << move;
        EXPECT_NEAR(direction[4], 1.0f, 1e-5f) << "move " << move;
        EXPECT_EQ(direction[9], 0.0f) << "move " << move;
    }
}

TEST(Adam, AnEvenMemoryIsCorrectedAsInThePaper) {
    Moments moments;
    double mean = 0.0, square = 0.0;
    for (int move = 1; move <= 100; ++move) {
        const float slope = std::sin(0.7f * static_cast<float>(move)) + 0.2f;
        mean = 0.9 * mean + 0.1 * slope;
        square = 0.99 * square + 0.01 * slope * slope;
        const double expected =
            mean / (1.0 - std::pow(0.9, move)) / std::sqrt(square / (1.0 - std::pow(0.99, move)));
        EXPECT_NEAR(adam_direction(moments, gradient_of(slope), 0.99f)[0], expected, 1e-4) << move;
    }
}

TEST(Adam, AGradientThatTurnsBackAndForthGoesNowhere) {
    Moments moments;
    float farthest = 0.0f;
    for (int move = 0; move < 60; ++move)
        farthest = std::fabs(adam_direction(moments, gradient_of(move % 2 ? 1.0f : -1.0f), 0.99f)[0]);
    EXPECT_LT(farthest, 0.1f);
}

}  // namespace
}  // namespace allaprima
