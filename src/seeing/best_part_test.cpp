#include "seeing/best_part.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

/// One everywhere, and much more in a box.
Image<float> interest_in(PixelRect box) {
    Image<float> interest(Size{60, 40}, 1.0f);
    for (int y = box.y0; y < box.y1; ++y)
        for (int x = box.x0; x < box.x1; ++x)
            interest.at(x, y) = 12.0f;
    return interest;
}

TEST(BestPart, IsTheMiddleWhereAllCountsTheSame) {
    EXPECT_EQ(best_part(interest_in({}), {0.5f, 1.0f}), (ShareRect{0.25f, 0.0f, 0.5f, 1.0f}));
    EXPECT_EQ(best_part(interest_in({}), {1.0f, 1.0f}), (ShareRect{0.0f, 0.0f, 1.0f, 1.0f}));
    EXPECT_EQ(best_part(Image<float>(Size{60, 40}), {1.0f, 0.5f}).width, 1.0f);
}

TEST(BestPart, KeepsWhatMattersWhereverItIs) {
    for (int x = 0; x <= 52; x += 4) {
        const ShareRect part = best_part(interest_in({x, 10, x + 8, 18}), {0.4f, 1.0f});
        EXPECT_LE(part.x * 60.0f, static_cast<float>(x) + 0.5f);
        EXPECT_GE((part.x + part.width) * 60.0f, static_cast<float>(x) + 7.5f);
        EXPECT_GE(part.x, 0.0f);
        EXPECT_LE(part.x + part.width, 1.0f);
    }
    for (int y = 0; y <= 32; y += 4) {
        const ShareRect part = best_part(interest_in({20, y, 28, y + 8}), {1.0f, 0.5f});
        EXPECT_LE(part.y * 40.0f, static_cast<float>(y) + 0.5f);
        EXPECT_GE((part.y + part.height) * 40.0f, static_cast<float>(y) + 7.5f);
    }
}

TEST(BestPart, WhatMattersIsRatherInTheMiddleOfIt) {
    const ShareRect part = best_part(interest_in({14, 10, 22, 18}), {0.5f, 1.0f});
    EXPECT_NEAR((part.x + 0.5f * part.width) * 60.0f, 18.0f, 3.0f);
}

}  // namespace
}  // namespace allaprima
