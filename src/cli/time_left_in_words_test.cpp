#include "cli/time_left_in_words.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(TimeLeftInWords, IsToldInRoundNumbers) {
    EXPECT_EQ(time_left_in_words(1.2), "about 1 s left");
    EXPECT_EQ(time_left_in_words(7.6), "about 8 s left");
    EXPECT_EQ(time_left_in_words(38.0), "about 40 s left");
    EXPECT_EQ(time_left_in_words(89.0), "about 90 s left");
    EXPECT_EQ(time_left_in_words(91.0), "about 2 min left");
    EXPECT_EQ(time_left_in_words(200.0), "about 3 min left");
    EXPECT_EQ(time_left_in_words(5500.0), "about 1.5 h left");
}

}  // namespace
}  // namespace allaprima
