#include "robot/hand_order.h"

#include <gtest/gtest.h>

#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

TEST(HandOrder, EachToolIsTakenOnceAndPaintsWhatLiesBeneathFirst) {
    // A broad red ground, a blue dab on it that shows, and red and blue beside each other elsewhere.
    Plan plan = testing::empty_plan();
    const auto add = [&](Vec2 from, Vec2 to, float width) {
        Stroke stroke = testing::long_stroke();
        stroke.path.points = {from, (from + to) * 0.5f, to};
        stroke.width_start = stroke.width_end = width;
        plan.strokes.push_back(stroke);
    };
    add({0, 15}, {80, 15}, 28);   // 0: red, broad
    add({10, 15}, {30, 15}, 4);   // 1: blue, fine, on it
    add({0, 45}, {35, 45}, 20);   // 2: blue, broad
    add({45, 45}, {80, 45}, 20);  // 3: red, broad
    add({50, 45}, {70, 45}, 4);   // 4: blue, fine, on it
    plan.passes = {{"all", 5}};
    const HandWork work{.tools = {0, 1, 0, 0, 1},
                        .pots = {0, 1, 1, 0, 1},
                        .ranks = {0, 1},
                        .looks = {{0.8f, 0.1f, 0.1f}, {0.1f, 0.1f, 0.8f}}};
    SilentObserver observer;
    EXPECT_EQ(*order_for_hand(plan, work, observer), (std::vector<size_t>{0, 3, 2, 1, 4}));
}

TEST(HandOrder, WhatShowsIsNotCoveredByWhatLayBeneath) {
    Plan plan = testing::empty_plan();
    for (int i = 0; i < 6; ++i)
        plan.strokes.push_back(testing::long_stroke());
    plan.passes = {{"all", 6}};
    // All in one place: only the last is seen, and must come last of the colours that differ.
    const HandWork work{.tools = {0, 0, 0, 0, 0, 0},
                        .pots = {0, 1, 0, 1, 0, 1},
                        .ranks = {0},
                        .looks = {{0.8f, 0.1f, 0.1f}, {0.1f, 0.1f, 0.8f}}};
    SilentObserver observer;
    const std::vector<size_t> order = *order_for_hand(plan, work, observer);
    EXPECT_EQ(order.back(), 5u);
    EXPECT_EQ((std::vector<size_t>(order.begin(), order.begin() + 3)), (std::vector<size_t>{0, 2, 4}));
}

}  // namespace
}  // namespace allaprima
