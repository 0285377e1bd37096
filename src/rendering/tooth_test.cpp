#include "rendering/tooth.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

constexpr std::array kSupports{Support::Linen, Support::Cotton, Support::Panel, Support::Paper};

const char* word(Support support) {
    return kSupportWords[static_cast<size_t>(support)];
}

TEST(Tooth, LiesAboutZeroWithinItsHeight) {
    for (Support support : kSupports) {
        const Tooth tooth(support);
        double sum = 0.0, rough = 0.0;
        constexpr int side = 400;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const float h =
                    tooth.height_at({static_cast<float>(x) * 0.23f, static_cast<float>(y) * 0.23f}, 0.05f);
                ASSERT_LT(std::fabs(h), 1.9f * tooth.height()) << word(support);
                sum += h;
                rough += std::fabs(h);
            }
        EXPECT_NEAR(sum / (side * side), 0.0, 0.1 * static_cast<double>(tooth.height())) << word(support);
        EXPECT_GT(rough / (side * side), 0.1 * static_cast<double>(tooth.height())) << word(support);
    }
}

TEST(Tooth, VanishesInCoarsePixelsInsteadOfAliasing) {
    for (Support support : kSupports)
        EXPECT_EQ(Tooth(support).height_at({12.3f, 45.6f}, 3.0f), 0.0f) << word(support);
}

TEST(Tooth, APanelIsSmootherThanCanvas) {
    EXPECT_LT(Tooth(Support::Panel).height(), 0.5f * Tooth(Support::Linen).height());
    EXPECT_LT(Tooth(Support::Cotton).height(), Tooth(Support::Linen).height());
}

}  // namespace
}  // namespace allaprima
