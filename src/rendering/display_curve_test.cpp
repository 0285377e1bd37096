#include "rendering/display_curve.h"

#include <gtest/gtest.h>

#include "image/colour.h"

namespace allaprima {
namespace {

TEST(DisplayCurve, FollowsTheFormula) {
    for (int i = 0; i <= 1000; ++i) {
        const float v = static_cast<float>(i) / 1000.0f;
        EXPECT_NEAR(quickly_encoded({v, v, v}).g, srgb_from_linear(v), 1.2e-4f) << v;
        EXPECT_NEAR(quickly_linear({v, v, v}).r, linear_from_srgb(v), 1.2e-4f) << v;
    }
}

TEST(DisplayCurve, CutsWhatNoScreenShows) {
    const Rgb cut = quickly_encoded({-3.0f, 0.0f, 7.0f});
    EXPECT_EQ(cut.r, 0.0f);
    EXPECT_EQ(cut.g, 0.0f);
    EXPECT_FLOAT_EQ(cut.b, 1.0f);
}

}  // namespace
}  // namespace allaprima
