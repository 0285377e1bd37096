#include "base/time_left.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(TimeLeft, AnEvenPaceIsForetoldExactly) {
    TimeLeft left;
    EXPECT_FALSE(left.at("painting", 0.0, 5.0)) << "nothing is known yet";
    for (double share : {0.1, 0.25, 0.5, 0.9}) {
        const std::optional<double> told = left.at("painting", share, 5.0 + 40.0 * share);
        ASSERT_TRUE(told) << share;
        EXPECT_NEAR(*told, 40.0 * (1.0 - share), 1e-9);
    }
}

TEST(TimeLeft, SaysNothingTooSoonNorWhenItIsOver) {
    TimeLeft left;
    (void)left.at("painting", 0.0, 0.0);
    EXPECT_FALSE(left.at("painting", 0.5, 0.4)) << "under a second of it";
    EXPECT_FALSE(left.at("painting", 0.005, 30.0)) << "hardly begun";
    EXPECT_FALSE(left.at("painting", 0.99, 50.0)) << "half a second is left";
    EXPECT_FALSE(left.at("painting", 1.0, 60.0));
}

TEST(TimeLeft, EveryStageIsReckonedByItself) {
    TimeLeft left;
    (void)left.at("planning", 0.0, 0.0);
    EXPECT_TRUE(left.at("planning", 0.9, 90.0));
    EXPECT_FALSE(left.at("painting", 0.1, 100.0));
    EXPECT_NEAR(left.at("painting", 0.2, 102.0).value_or(0.0), 16.0, 1e-9);
}

TEST(TimeLeft, WhatWasDoneBeforeAResumeTookNoTime) {
    TimeLeft left;
    (void)left.at("planning", 0.6, 0.0);
    EXPECT_NEAR(left.at("planning", 0.8, 10.0).value_or(0.0), 10.0, 1e-9);
}

}  // namespace
}  // namespace allaprima
