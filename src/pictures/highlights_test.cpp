#include "pictures/highlights.h"

#include <gtest/gtest.h>

#include "image/colour.h"

namespace allaprima {
namespace {

Image<Rgb> ramp_up_to(float peak) {
    Image<Rgb> light(Size{101, 1});
    for (int x = 0; x < 101; ++x)
        light.at(x, 0) = Rgb{1.0f, 1.0f, 1.0f} * (peak * static_cast<float>(x) / 100.0f);
    return light;
}

TEST(Highlights, WhatAScreenShowsStaysAsItIs) {
    Image<Rgb> light = ramp_up_to(1.0f);
    light.at(3, 0) = {1.4f, 0.2f, -0.1f};  // Outside sRGB's gamut, and darker than white.
    const Image<Rgb> before = light;
    bring_to_screen(light);
    EXPECT_EQ(light, before);
}

TEST(Highlights, TheBrightestBecomesWhiteAndNoStepIsLostOrTurned) {
    for (const float peak : {1.001f, 2.0f, 49.0f}) {
        const Image<Rgb> before = ramp_up_to(peak);
        Image<Rgb> light = before;
        bring_to_screen(light);
        EXPECT_NEAR(light.at(100, 0).g, 1.0f, 1e-4f);
        for (int x = 1; x <= 100; ++x) {
            EXPECT_GT(light.at(x, 0).g, light.at(x - 1, 0).g) << peak << " at " << x;
            if (luminance(before.at(x, 0)) <= 0.9f) {
                EXPECT_EQ(light.at(x, 0), before.at(x, 0));
            }
        }
    }
}

TEST(Highlights, ChannelsKeepTheirRatios) {
    Image<Rgb> light(Size{2, 1});
    light.at(0, 0) = {8.0f, 4.0f, 2.0f};
    light.at(1, 0) = {3.0f, 3.0f, 1.0f};
    bring_to_screen(light);
    EXPECT_NEAR(light.at(0, 0).r / light.at(0, 0).b, 4.0f, 1e-4f);
    EXPECT_NEAR(light.at(1, 0).g / light.at(1, 0).b, 3.0f, 1e-4f);
}

}  // namespace
}  // namespace allaprima
