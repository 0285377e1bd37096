#include "seeing/spread_marks.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

/// Upright stripes of four pixels, red and white, with folds.
Image<Lab> flag() {
    Image<Lab> picture({16, 10});
    for (int y = 0; y < 10; ++y)
        for (int x = 0; x < 16; ++x) {
            const bool red = x / 4 % 2 == 0;
            picture.at(x, y) = {(red ? 45.0f : 90.0f) + 0.8f * static_cast<float>(y), red ? 60.0f : 0.0f,
                                red ? 35.0f : 2.0f};
        }
    return picture;
}

TEST(SpreadMarks, AMarkTakesTheStripeInWhichItLies) {
    Image<Certain> marks({16, 10}, Certain::No), certain = marks;
    marks.at(1, 1) = certain.at(1, 1) = Certain::Background;
    spread_marks(flag(), marks, certain);
    for (int y = 0; y < 10; ++y)
        for (int x = 0; x < 16; ++x)
            EXPECT_EQ(certain.at(x, y), x < 4 ? Certain::Background : Certain::No) << x << ", " << y;
}

TEST(SpreadMarks, WhatIsCertainStays) {
    Image<Certain> marks({16, 10}, Certain::No), certain = marks;
    marks.at(1, 1) = certain.at(1, 1) = Certain::Background;
    for (int y = 4; y < 6; ++y)
        for (int x = 0; x < 4; ++x)
            certain.at(x, y) = Certain::Figure;
    spread_marks(flag(), marks, certain);
    EXPECT_EQ(certain.at(2, 4), Certain::Figure);
    EXPECT_EQ(certain.at(2, 8), Certain::No) << "beyond it";
}

}  // namespace
}  // namespace allaprima
