#include "image/oklab.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Oklab, ComesBackAndKnowsItsLandmarks) {
    for (const Rgb c :
         {Rgb{0, 0, 0}, Rgb{1, 1, 1}, Rgb{1, 0, 0}, Rgb{0.2f, 0.5f, 0.8f}, Rgb{-0.1f, 1.4f, 0.3f}}) {
        const Rgb back = linear_of_oklab(oklab_of_linear(c));
        EXPECT_NEAR(back.r, c.r, 2e-5f);
        EXPECT_NEAR(back.g, c.g, 2e-5f);
        EXPECT_NEAR(back.b, c.b, 2e-5f);
    }
    // The values of the article's table for sRGB red.
    const Oklab red = oklab_of_linear({1, 0, 0});
    EXPECT_NEAR(red.lightness, 0.628f, 1e-3f);
    EXPECT_NEAR(red.a, 0.225f, 1e-3f);
    EXPECT_NEAR(red.b, 0.126f, 1e-3f);
    EXPECT_NEAR(distance(oklab_of_linear({1, 1, 1}), oklab_of_linear({0, 0, 0})), 1.0f, 1e-4f);
}

}  // namespace
}  // namespace allaprima
