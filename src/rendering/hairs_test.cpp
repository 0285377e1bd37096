#include "rendering/hairs.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

TEST(Hairs, AreSeenOnlyInPixelsFinerThanBristles) {
    EXPECT_LT(std::fabs(Hairs(0.195f).at(3.3f, 7.7f)), 0.02f)
        << "a picture 2,048 pixels wide is left as it is";
    EXPECT_FALSE(Hairs(0.4f).visible());
    EXPECT_TRUE(Hairs(0.05f).visible());
}

TEST(Hairs, EvenOutAndStretchAlongTheWay) {
    const Hairs hairs(0.02f);
    double sum = 0.0, across = 0.0, along = 0.0;
    constexpr int side = 300;
    for (int i = 0; i < side; ++i)
        for (int j = 0; j < side; ++j) {
            const float x = 0.05f * static_cast<float>(i), y = 1.9f * static_cast<float>(j);
            const float here = hairs.at(x, y);
            ASSERT_LE(std::fabs(here), 1.6f);
            sum += here;
            across += std::fabs(hairs.at(x + 0.1f, y) - here);
            along += std::fabs(hairs.at(x, y + 0.1f) - here);
        }
    EXPECT_NEAR(sum / (side * side), 0.0, 0.03);
    EXPECT_GT(across, 8.0 * along);
}

}  // namespace
}  // namespace allaprima
