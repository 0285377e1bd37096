#include "studio/pace.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Pace, IsLearnedForEachKind) {
    Pace pace;
    EXPECT_EQ(pace.of(".png"), 1.0);
    pace.note(".png", 2.0, 6.0);
    EXPECT_EQ(pace.of(".png"), 3.0);
    EXPECT_EQ(pace.of(".jpg"), 1.0);
    pace.note(".png", 2.0, 2.0);
    EXPECT_EQ(pace.of(".png"), 2.0);
    pace.note(".png", 0.001, 2.0);
    EXPECT_EQ(pace.of(".png"), 2.0) << "nothing is learned from what takes no time";
    pace.note(".gif", 0.1, 1e9);
    EXPECT_LT(pace.of(".gif"), 100.0) << "a machine that slept teaches little";
}

}  // namespace
}  // namespace allaprima
