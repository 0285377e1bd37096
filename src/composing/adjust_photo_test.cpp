#include "composing/adjust_photo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "composing/adjust_light.h"
#include "composing/turned_part.h"
#include "image/colour.h"

namespace allaprima {
namespace {

Photo some_photo(Size size = {48, 36}, bool cut_out = false) {
    Photo photo{
        .colour = Image<Rgb>(size), .original_size = {2 * size.width, 2 * size.height}, .digest = "d"};
    Rng rng(3, 1);
    for (Rgb& pixel : photo.colour.pixels())
        pixel = {rng.unit(), rng.unit(), rng.unit()};
    if (cut_out) {
        photo.alpha = Image<float>(size);
        for (float& alpha : photo.alpha.pixels())
            alpha = rng.unit();
    }
    return photo;
}

/// A step from dark to light, upright and in the middle.
Photo step_photo() {
    Photo photo{.colour = Image<Rgb>({40, 40}, {0.1f, 0.1f, 0.1f}), .original_size = {40, 40}};
    for (int y = 0; y < 40; ++y)
        for (int x = 20; x < 40; ++x)
            photo.colour.at(x, y) = {0.9f, 0.9f, 0.9f};
    return photo;
}

Rgb lit(Rgb light, float stops, float warmth) {
    Image<Rgb> pixel({1, 1}, light);
    adjust_light(pixel, stops, warmth);
    return pixel.at(0, 0);
}

TEST(AdjustPhoto, NothingAskedChangesNothing) {
    for (const bool cut_out : {false, true}) {
        const Photo photo = some_photo({48, 36}, cut_out);
        EXPECT_EQ(*adjusted(photo, {}), photo);
        EXPECT_EQ(*adjusted(photo, {.crop = ShareRect{0.0f, 0.0f, 1.0f, 1.0f}}), photo);
    }
}

TEST(AdjustPhoto, OfACropNothingElseIsLeftAndItIsThePhotographFromThenOn) {
    const Photo photo = some_photo({48, 36}, true);
    const Photo left = *adjusted(photo, {.crop = ShareRect{0.25f, 0.5f, 0.5f, 0.5f}});
    EXPECT_EQ(left.size(), (Size{24, 18}));
    EXPECT_EQ(left.original_size, (Size{48, 36}));
    EXPECT_EQ(left.part, (ShareRect{0.0f, 0.0f, 1.0f, 1.0f}));
    EXPECT_EQ(left.digest, photo.digest);
    EXPECT_EQ(left.colour.at(0, 0), photo.colour.at(12, 18));
    EXPECT_EQ(left.alpha.at(23, 17), photo.alpha.at(35, 35));
}

TEST(AdjustPhoto, WhatIsCroppedIsReadAsCloselyAsTheWhole) {
    EXPECT_EQ(long_side_to_crop(2048, {}), 2048);
    EXPECT_EQ(long_side_to_crop(2048, {.crop = ShareRect{0.2f, 0.2f, 0.5f, 0.4f}}), 4096);
    EXPECT_EQ(long_side_to_crop(2048, {.crop = ShareRect{0.2f, 0.2f, 0.01f, 0.01f}}), 6144);
    EXPECT_EQ(long_side_to_crop(6144, {.crop = ShareRect{0.2f, 0.2f, 0.01f, 0.01f}}), 6144);
}

TEST(AdjustPhoto, TooLittleThatIsLeftIsRefused) {
    for (const ShareRect& crop : {ShareRect{0.0f, 0.0f, 0.3f, 1.0f}, ShareRect{2.0f, -1.0f, 5.0f, 5.0f}}) {
        const Result<Photo> left = adjusted(some_photo(), {.crop = crop});
        ASSERT_FALSE(left.ok());
        EXPECT_TRUE(left.error().usage);
        EXPECT_NE(left.error().message.find("pixels of the photograph are left: leave at least 16"),
                  std::string::npos)
            << left.error().message;
    }
}

TEST(AdjustPhoto, ATurnKeepsTheShapeAndTheMiddle) {
    for (const float degrees : {-15.0f, -3.0f, 3.0f, 15.0f}) {
        const Photo photo = some_photo({60, 40}), turned = *adjusted(photo, {.turn = degrees});
        EXPECT_LT(turned.size().width, 60);
        EXPECT_NEAR(static_cast<double>(turned.size().width) / turned.size().height, 1.5, 0.04);
        const double kept = kept_of_turned({60, 40}, degrees);
        EXPECT_EQ(turned.original_size.width, static_cast<int>(std::lround(120 * kept)));
    }
}

TEST(AdjustPhoto, ATurnGoesClockwise) {
    const Photo turned = *adjusted(step_photo(), {.turn = 10.0f});
    const int side = turned.size().width;
    // The upper end of an upright edge goes to the right: more is dark there.
    const auto dark = [&](int y) {
        int count = 0;
        for (int x = 0; x < side; ++x)
            count += turned.colour.at(x, y).g < 0.5f ? 1 : 0;
        return count;
    };
    EXPECT_EQ(dark(0), side / 2 + static_cast<int>(std::lround(0.5 * side * std::tan(0.1745))));
    EXPECT_EQ(dark(0) + dark(side - 1), side);
}

TEST(AdjustPhoto, ATurnMakesNoHalosAndNoEmptyCorners) {
    for (const float degrees : {-15.0f, -7.0f, 0.5f, 15.0f}) {
        const Photo askew = *adjusted(step_photo(), {.turn = degrees});
        for (const Rgb& pixel : askew.colour.pixels()) {
            ASSERT_GE(pixel.r, 0.1f);
            ASSERT_LE(pixel.r, 0.9f);
        }
    }
    Photo flat{.colour = Image<Rgb>({40, 30}, {0.3f, 0.2f, 0.1f}),
               .alpha = Image<float>({40, 30}, 0.5f),
               .original_size = {40, 30}};
    const Photo turned = *adjusted(flat, {.turn = -9.0f});
    for (const Rgb& pixel : turned.colour.pixels())
        ASSERT_NEAR(pixel.g, 0.2f, 1e-5f);
    for (const float alpha : turned.alpha.pixels())
        ASSERT_NEAR(alpha, 0.5f, 1e-5f);
}

TEST(AdjustPhoto, BackAndForthAPhotographIsNearlyWhatItWas) {
    Photo photo{.colour = Image<Rgb>({64, 64}), .original_size = {64, 64}};
    const auto wave = [](double x, double y) {
        return static_cast<float>(0.5 + 0.3 * std::sin(x / 4.0) * std::cos(y / 5.0));
    };
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            photo.colour.at(x, y) = {wave(x, y), wave(y, x), 0.5f};
    const Photo there = *adjusted(photo, {.turn = 8.0f}), back = *adjusted(there, {.turn = -8.0f});
    const int border = (64 - back.size().width) / 2;
    for (int y = 0; y < back.size().height; ++y)
        for (int x = 0; x < back.size().width; ++x)
            ASSERT_NEAR(back.colour.at(x, y).r, photo.colour.at(x + border, y + border).r, 0.06f);
}

TEST(AdjustLight, BrightnessIsLightTimesTwoAndWhiteStaysWhite) {
    EXPECT_EQ(lit({0.18f, 0.1f, 0.05f}, 1.0f, 0.0f), (Rgb{0.36f, 0.2f, 0.1f}));
    EXPECT_EQ(lit({0.8f, 0.4f, 0.2f}, -1.0f, 0.0f), (Rgb{0.4f, 0.2f, 0.1f}));
    for (const float stops : {0.1f, 1.0f, 2.0f})
        EXPECT_NEAR(lit({1.0f, 1.0f, 1.0f}, stops, 0.0f).g, 1.0f, 1e-6f);
    // 0.5 + 0.3 / (1 + 0.3 (2 - 1 / 1.5)) by hand; the channels keep their ratios.
    const Rgb bent = lit({0.4f, 0.2f, 0.0f}, 1.0f, 0.0f);
    EXPECT_NEAR(bent.r, 0.5f + 0.3f / 1.4f, 1e-6f);
    EXPECT_NEAR(bent.g, 0.5f * bent.r, 1e-6f);
}

TEST(AdjustLight, MoreStopsAreBrighterAndKeepTheOrderOfLights) {
    const auto grey = [](float v, float by) { return lit({v, v, v}, by, 0.0f).g; };
    for (int step = -20; step < 20; ++step)
        for (int share = 1; share < 50; ++share) {
            const float stops = 0.1f * static_cast<float>(step), light = 0.02f * static_cast<float>(share);
            ASSERT_GT(grey(light, stops + 0.1f), grey(light, stops)) << light << " " << stops;
            ASSERT_GT(grey(light + 0.02f, stops), grey(light, stops)) << light << " " << stops;
        }
}

TEST(AdjustLight, WarmthTurnsGreyAlongDaylightAndKeepsItsLuminance) {
    const float grey = 0.18f;
    for (const float warmth : {-1.0f, -0.4f, 0.01f, 0.4f, 1.0f}) {
        const Rgb seen = lit({grey, grey, grey}, 0.0f, warmth);
        EXPECT_NEAR(luminance(seen), grey, 1e-4f);
        EXPECT_EQ(seen.r > seen.b, warmth > 0.0f);
    }
    const Rgb warm = lit({grey, grey, grey}, 0.0f, 1.0f), cool = lit({grey, grey, grey}, 0.0f, -1.0f);
    // Daylight of 4103 K has x = 0.3778 and y = 0.3811, that of 15686 K 0.2600 and 0.2684.
    EXPECT_NEAR(warm.r / warm.g, 1.445f, 0.01f);
    EXPECT_NEAR(cool.b / cool.g, 1.690f, 0.01f);
}

TEST(AdjustLight, WarmingCutsNothingOff) {
    for (const float warmth : {-1.0f, 1.0f}) {
        const Rgb white = lit({1.0f, 1.0f, 1.0f}, 0.0f, warmth);
        EXPECT_NEAR(std::max({white.r, white.g, white.b}), 1.0f, 1e-5f);
    }
}

}  // namespace
}  // namespace allaprima
