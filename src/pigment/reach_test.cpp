#include "pigment/reach.h"

#include <gtest/gtest.h>

#include "image/cie.h"
#include "pigment/sample_palette.h"

namespace allaprima {
namespace {

/// Upper half this, lower half that.
Image<Rgb> halves(Rgb above, Rgb below) {
    Image<Rgb> picture({8, 8}, above);
    for (int y = 4; y < 8; ++y)
        for (int x = 0; x < 8; ++x)
            picture.at(x, y) = below;
    return picture;
}

constexpr Rgb kEarth{0.55f, 0.40f, 0.28f}, kBlue{0.10f, 0.20f, 0.75f};

TEST(Reach, WhatTheTubesCannotMixIsToldByShareAndColour) {
    const Palette warm =
        palette_of({"Titanium White", "Bone Black", "Cadmium Red Light", "Hansa Yellow Opaque"});
    const Image<Rgb> picture = halves(kEarth, kBlue);
    const Image<Rgb> mixed = as_mixed(picture, warm, ThreadPool(2));
    EXPECT_LT(delta_e_2000(lab_of_srgb(kEarth), lab_of_srgb(mixed.at(0, 0))), 2.0);
    const Reach reach = reach_of(picture, mixed);
    EXPECT_EQ(reach.missed_share, 0.5);
    EXPECT_NEAR(reach.wanted.b, kBlue.b, 1e-5f);
    EXPECT_NEAR(reach.mixed.b, mixed.at(0, 7).b, 1e-5f);
}

TEST(Reach, APictureOfTheirOwnMixturesIsAllMixed) {
    const Palette blue =
        palette_of({"Titanium White", "Bone Black", "Ultramarine Blue", "Hansa Yellow Opaque"});
    const Image<Rgb> once = as_mixed(halves(kEarth, kBlue), blue, ThreadPool(1));
    const Reach again = reach_of(once, as_mixed(once, blue, ThreadPool(2)));
    EXPECT_EQ(again.missed_share, 0.0);
    EXPECT_EQ(again.wanted, Rgb{});
}

TEST(Reach, PlainColourMissesNothing) {
    const Image<Rgb> picture = halves(kEarth, kBlue);
    EXPECT_EQ(as_mixed(picture, Palette{}, ThreadPool(1)), picture);
}

}  // namespace
}  // namespace allaprima
