#include "image/oklab.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(OklabColours, AgreeWithTheirAuthorAndComeBack) {
    const Oklab white = oklab_of_srgb(Rgb{1.0f, 1.0f, 1.0f}), red = oklab_of_srgb(Rgb{1.0f, 0.0f, 0.0f});
    EXPECT_NEAR(white.lightness, 1.0f, 1e-3f);
    EXPECT_NEAR(chroma_of(white), 0.0f, 1e-3f);
    EXPECT_NEAR(red.lightness, 0.62796f, 1e-3f);
    EXPECT_NEAR(red.a, 0.22486f, 1e-3f);
    EXPECT_NEAR(red.b, 0.12585f, 1e-3f);
    const Rgb c{0.2f, 0.5f, 0.8f}, back = srgb_of_oklab(oklab_of_srgb(c));
    EXPECT_NEAR(back.r, c.r, 1e-3f);
    EXPECT_NEAR(back.g, c.g, 1e-3f);
    EXPECT_NEAR(back.b, c.b, 1e-3f);
}

TEST(OklabColours, WhatNoScreenShowsLosesChromaAlone) {
    const Oklab far{0.7f, 0.3f, 0.1f};
    EXPECT_FALSE(in_gamut(far));
    const Oklab shown = oklab_of_srgb(srgb_of_oklab_in_gamut(far));
    EXPECT_NEAR(shown.lightness, far.lightness, 5e-3f);
    EXPECT_NEAR(shown.b / shown.a, far.b / far.a, 0.02f);
    EXPECT_LT(chroma_of(shown), chroma_of(far));
}

TEST(OklabColours, OrangeIsWarmAndBlueIsCold) {
    EXPECT_GT(warmth_of(oklab_of_srgb(Rgb{0.9f, 0.5f, 0.2f})), 0.1f);
    EXPECT_LT(warmth_of(oklab_of_srgb(Rgb{0.2f, 0.4f, 0.9f})), -0.1f);
}

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
