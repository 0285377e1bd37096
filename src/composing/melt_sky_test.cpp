#include "composing/melt_sky.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "composing/blend_bands.h"

namespace allaprima {
namespace {

/// A sky that grows lighter down to its middle, with a stone tower before it that stands on the lower edge.
Image<Rgb> tower() {
    Image<Rgb> picture({80, 100});
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 80; ++x) {
            const float down = std::min(0.45f, static_cast<float>(y) / 100.0f);
            picture.at(x, y) = x >= 34 && x < 46 && y > 15
                                   ? Rgb{0.45f, 0.33f, 0.2f}
                                   : Rgb{0.1f + 0.5f * down, 0.2f + 0.5f * down, 0.7f + 0.2f * down};
        }
    return picture;
}

TEST(MeltSky, TheSkyGoesAndTheTowerStays) {
    const Layer melted = melt_sky(tower(), 0.3f, ThreadPool(1));
    EXPECT_LT(melted.alpha.at(5, 5), 0.01f);
    EXPECT_LT(melted.alpha.at(70, 95), 0.01f);
    EXPECT_GT(melted.alpha.at(40, 60), 0.99f);
    EXPECT_EQ(melted.colour.at(40, 60), tower().at(40, 60));
}

TEST(MeltSky, APictureWithoutABackgroundStaysWhole) {
    Image<Rgb> checks({64, 64});
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            checks.at(x, y) = (x / 8 + y / 8) % 2 == 0 ? Rgb{0.9f, 0.1f, 0.1f} : Rgb{0.1f, 0.7f, 0.2f};
    const Layer melted = melt_sky(checks, 0.3f, ThreadPool(1));
    for (const float alpha : melted.alpha.pixels())
        EXPECT_TRUE(alpha == 1.0f || melted.alpha.pixels().front() < 1.0f);
}

TEST(BlendBands, OfOnePictureWithItselfIsThatPicture) {
    const Image<Rgb> picture = tower();
    Image<float> share(picture.size());
    for (int y = 0; y < 100; ++y)
        for (int x = 40; x < 80; ++x)
            share.at(x, y) = 1.0f;
    const Image<Rgb> blend = blend_bands(picture, picture, share, ThreadPool(2));
    for (size_t i = 0; i < blend.pixels().size(); ++i)
        EXPECT_NEAR(blend.pixels()[i].g, picture.pixels()[i].g, 1e-5f);
}

TEST(BlendBands, ASeamBetweenPlainPicturesIsSpread) {
    const Image<Rgb> dark({128, 64}, {0.1f, 0.1f, 0.1f}), light({128, 64}, {0.9f, 0.9f, 0.9f});
    Image<float> share({128, 64});
    for (int y = 0; y < 64; ++y)
        for (int x = 64; x < 128; ++x)
            share.at(x, y) = 1.0f;
    const Image<Rgb> blend = blend_bands(dark, light, share, ThreadPool(1));
    for (int x = 1; x < 128; ++x) {
        EXPECT_LT(std::abs(blend.at(x, 32).g - blend.at(x - 1, 32).g), 0.1f) << x;
        EXPECT_GE(blend.at(x, 32).g, blend.at(x - 1, 32).g - 1e-4f);
    }
}

}  // namespace
}  // namespace allaprima
