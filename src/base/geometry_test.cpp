#include "base/geometry.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Vec2, ArithmeticIsByCoordinate) {
    const Vec2 a{1, 2}, b{3, -4};
    EXPECT_EQ(a + b, (Vec2{4, -2}));
    EXPECT_EQ(a - b, (Vec2{-2, 6}));
    EXPECT_EQ(a * 2, (Vec2{2, 4}));
    EXPECT_EQ(dot(a, b), -5);
    EXPECT_EQ(length({3, 4}), 5);
}

TEST(Vec2, CrossTellsTheTurn) {
    const Vec2 right{1, 0}, down{0, 1};
    EXPECT_GT(cross(right, down), 0) << "down lies clockwise of right on a screen";
    EXPECT_EQ(cross(right, down), -cross(down, right));
}

TEST(Size, KnowsItsAreaBeyondAnInt) {
    EXPECT_EQ((Size{100000, 100000}).area(), 10000000000LL);
    EXPECT_EQ((Size{3, 8}).long_side(), 8);
    EXPECT_EQ((Size{8, 3}).long_side(), 8);
}

TEST(PixelRect, EndsOneBeforeItsSecondCorner) {
    const PixelRect rect{2, 3, 5, 9};
    EXPECT_EQ(rect.width(), 3);
    EXPECT_EQ(rect.height(), 6);
}

}  // namespace
}  // namespace allaprima
