#include "composing/temper_colours.h"

#include <gtest/gtest.h>

#include <cmath>

#include "image/oklab.h"

namespace allaprima {
namespace {

/// From dark to light, and from cold to warm.
Reference ramp() {
    Reference reference;
    reference.colour = Image<Rgb>({64, 48});
    reference.ground = {0.4f, 0.5f, 0.6f};
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x) {
            const float v = 0.2f + 0.6f * static_cast<float>(x) / 64.0f,
                        t = static_cast<float>(y - 24) / 240.0f;
            reference.colour.at(x, y) = {v + t, v, v - t};
        }
    return reference;
}

Reference tempered(const Hand& hand, bool own_ground = false) {
    Reference reference = ramp();
    temper_colours(reference, hand, own_ground);
    return reference;
}

Image<Oklab> seen(const Reference& reference) {
    return oklab_of_srgb(reference.colour);
}

TEST(TemperColours, AHandWithoutWishesLeavesEveryBit) {
    EXPECT_EQ(tempered({}), ramp());
}

TEST(TemperColours, MovesValuesToTheHandsRange) {
    const ValueRange values =
        value_range(seen(tempered({.range = 1.0f, .darkest = 0.3f, .middle = 0.7f, .lightest = 0.9f})));
    EXPECT_NEAR(values.darkest, 0.3f, 0.02f);
    EXPECT_NEAR(values.middle, 0.7f, 0.02f);
    EXPECT_NEAR(values.lightest, 0.9f, 0.02f);
}

TEST(TemperColours, MultipliesChromaAndWarmsLightsAndCoolsShadows) {
    const ColourMeans plain = colour_means(seen(ramp()));
    EXPECT_NEAR(colour_means(seen(tempered({.chroma = 2.0f}))).chroma, 2.0f * plain.chroma,
                0.1f * plain.chroma);
    EXPECT_NEAR(colour_means(seen(tempered({.chroma = 0.0f}))).chroma, 0.0f, 1e-3f);
    EXPECT_GT(colour_means(seen(tempered({.warm_lights = 0.05f}))).light_warmth, plain.light_warmth + 0.03f);
    EXPECT_LT(colour_means(seen(tempered({.cool_shadows = 0.05f}))).shadow_warmth,
              plain.shadow_warmth - 0.03f);
}

TEST(TemperColours, MeetsWantedMeans) {
    const Hand hand{.tint = 1.0f, .mean_chroma = 0.05f, .light_warmth = 0.03f, .shadow_warmth = -0.02f};
    const ColourMeans means = colour_means(seen(tempered(hand)));
    EXPECT_NEAR(means.chroma, 0.05f, 0.005f);
    EXPECT_NEAR(means.light_warmth, 0.03f, 0.003f);
    EXPECT_NEAR(means.shadow_warmth, -0.02f, 0.003f);
}

TEST(TemperColours, LosesEdgesInTheDarksAlone) {
    Reference reference = ramp();
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x) {
            const float v = (x < 32 ? 0.06f : 0.8f) + (y % 2 ? 0.05f : 0.0f);
            reference.colour.at(x, y) = {v, v, v};
        }
    const Reference before = reference;
    temper_colours(reference, {.lost_darks = 1.0f}, false);
    const auto step = [](const Reference& r, int x) {
        return std::abs(r.colour.at(x, 20).g - r.colour.at(x, 21).g);
    };
    EXPECT_LT(step(reference, 8), 0.7f * step(before, 8));
    EXPECT_NEAR(step(reference, 56), step(before, 56), 1e-3f);
}

TEST(TemperColours, OnlyAGroundThatNobodyAskedForFollows) {
    EXPECT_EQ(tempered({.chroma = 2.0f}, true).ground, ramp().ground);
    EXPECT_NE(tempered({.chroma = 2.0f}, false).ground, ramp().ground);
    Reference cut = ramp();
    cut.transparent_ground = true;
    cut.colour.at(3, 3) = cut.ground;
    temper_colours(cut, {.chroma = 2.0f}, false);
    EXPECT_EQ(cut.ground, ramp().ground);
    EXPECT_EQ(cut.colour.at(3, 3), cut.ground);
}

}  // namespace
}  // namespace allaprima
