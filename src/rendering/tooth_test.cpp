#include "rendering/tooth.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

TEST(Tooth, LiesAboutZeroWithinItsHeight) {
    const Tooth tooth;
    double sum = 0.0;
    constexpr int side = 400;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float h =
                tooth.height_at({static_cast<float>(x) * 0.23f, static_cast<float>(y) * 0.23f}, 0.05f);
            ASSERT_LT(std::fabs(h), 1.8f * tooth.height_mm);
            sum += h;
        }
    EXPECT_NEAR(sum / (side * side), 0.0, 0.1 * static_cast<double>(tooth.height_mm));
}

TEST(Tooth, VanishesInCoarsePixelsInsteadOfAliasing) {
    const Tooth tooth;
    EXPECT_EQ(tooth.height_at({12.3f, 45.6f}, 2.0f), 0.0f);
}

}  // namespace
}  // namespace allaprima
