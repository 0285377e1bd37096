#include "image/without_small_forms.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

constexpr Rgb kDark{0.2f, 0.1f, 0.1f}, kLight{0.8f, 0.9f, 0.7f};

/// Dark on the left, light on the right, with a speck in the dark.
Image<Rgb> halves() {
    Image<Rgb> picture({24, 16}, kDark);
    for (int y = 0; y < 16; ++y)
        for (int x = 12; x < 24; ++x)
            picture.at(x, y) = kLight;
    picture.at(4, 8) = {1.0f, 1.0f, 1.0f};
    return picture;
}

TEST(WithoutSmallForms, SpecksGoAndEdgesStay) {
    const Image<Rgb> simple = without_small_forms(halves(), Image<float>({24, 16}, 1.0f), 5);
    EXPECT_LT(simple.at(4, 8).r, 0.3f);
    for (int y = 0; y < 16; ++y) {
        EXPECT_NEAR(simple.at(11, y).r, kDark.r, 1e-5f);
        EXPECT_NEAR(simple.at(12, y).r, kLight.r, 1e-5f);
    }
}

TEST(WithoutSmallForms, AnEvenPictureStaysAndSoDoesOneOfSquaresOfOnePixel) {
    const Image<Rgb> even({9, 7}, kLight);
    const Image<Rgb> still_even = without_small_forms(even, Image<float>({9, 7}, 1.0f), 4);
    for (const Rgb p : still_even.pixels())
        EXPECT_NEAR(p.g, kLight.g, 1e-5f);
    const Image<Rgb> same = without_small_forms(halves(), Image<float>({24, 16}, 1.0f), 1);
    for (size_t i = 0; i < same.pixels().size(); ++i)
        EXPECT_NEAR(same.pixels()[i].r, halves().pixels()[i].r, 1e-5f);
}

TEST(WithoutSmallForms, WhatDoesNotCountDoesNotComeIn) {
    Image<float> left({24, 16});
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 12; ++x)
            left.at(x, y) = 1.0f;
    const Image<Rgb> simple = without_small_forms(halves(), left, 9);
    EXPECT_NEAR(simple.at(13, 8).r, kDark.r, 0.02f) << "of what counts near it";
    EXPECT_EQ(simple.at(23, 8), kLight) << "as it is, where nothing counts";
}

}  // namespace
}  // namespace allaprima
