#include "image/filters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/rng.h"

namespace allaprima {
namespace {

Image<float> noise(Size size) {
    Image<float> picture(size);
    Rng rng(4, 0);
    for (float& pixel : picture.pixels())
        pixel = rng.unit();
    return picture;
}

double mean(const Image<float>& picture) {
    double sum = 0.0;
    for (float pixel : picture.pixels())
        sum += pixel;
    return sum / static_cast<double>(picture.size().area());
}

TEST(Resized, AFlatPictureStaysFlat) {
    const Image<Rgb> flat({13, 7}, Rgb{0.2f, 0.5f, 0.9f});
    for (Size size : {Size{1, 1}, Size{5, 3}, Size{13, 7}, Size{40, 2}, Size{29, 31}}) {
        const Image<Rgb> result = resized(flat, size);
        for (const Rgb& pixel : result.pixels()) {
            EXPECT_NEAR(pixel.r, 0.2f, 1e-6f) << size.width << "×" << size.height;
            EXPECT_NEAR(pixel.g, 0.5f, 1e-6f) << size.width << "×" << size.height;
            EXPECT_NEAR(pixel.b, 0.9f, 1e-6f) << size.width << "×" << size.height;
        }
    }
}

TEST(Resized, ShrinkingKeepsTheMean) {
    const Image<float> picture = noise({60, 41});
    for (Size size : {Size{1, 1}, Size{30, 41}, Size{20, 7}, Size{59, 40}, Size{17, 23}})
        EXPECT_NEAR(mean(resized(picture, size)), mean(picture), 1e-5) << size.width << "×" << size.height;
}

TEST(Resized, ShrinkingByAWholeNumberIsTheMeanOfBlocks) {
    Image<float> picture({4, 2});
    for (int i = 0; i < 8; ++i)
        picture.at(i % 4, i / 4) = static_cast<float>(i);
    const Image<float> half = resized(picture, {2, 1});
    EXPECT_FLOAT_EQ(half.at(0, 0), (0 + 1 + 4 + 5) / 4.0f);
    EXPECT_FLOAT_EQ(half.at(1, 0), (2 + 3 + 6 + 7) / 4.0f);
}

TEST(Resized, ShrinkingSharesAPixelBetweenItsNeighbours) {
    Image<float> picture({3, 1});
    picture.at(1, 0) = 1.0f;
    const Image<float> two = resized(picture, {2, 1});
    EXPECT_FLOAT_EQ(two.at(0, 0), 0.5f / 1.5f);
    EXPECT_FLOAT_EQ(two.at(1, 0), 0.5f / 1.5f);
}

TEST(Resized, GrowingKeepsTheRangeAndTheRamp) {
    Image<float> ramp({4, 1});
    for (int x = 0; x < 4; ++x)
        ramp.at(x, 0) = static_cast<float>(x) + 0.5f;
    const Image<float> grown = resized(ramp, {16, 3});
    for (int y = 0; y < 3; ++y)
        for (int x = 0; x < 16; ++x)
            EXPECT_NEAR(grown.at(x, y), std::clamp((static_cast<float>(x) + 0.5f) / 4.0f, 0.5f, 3.5f), 1e-5f);
}

TEST(Resized, TheSameSizeIsTheSamePicture) {
    const Image<float> picture = noise({9, 8});
    EXPECT_EQ(resized(picture, {9, 8}), picture);
}

TEST(Resized, OnePixelGrowsToAFlatPicture) {
    const Image<float> dot({1, 1}, 0.7f);
    EXPECT_EQ(resized(dot, {5, 4}), Image<float>({5, 4}, 0.7f));
}

TEST(Blurred, AFlatPictureStaysFlat) {
    const Image<float> flat({31, 17}, 0.6f);
    for (float sigma : {0.5f, 2.0f, 9.0f, 40.0f}) {
        const Image<float> result = blurred(flat, sigma);
        for (float pixel : result.pixels())
            EXPECT_NEAR(pixel, 0.6f, 1e-5f) << "sigma " << sigma;
    }
}

TEST(Blurred, ADotSpreadsWithTheAskedSigmaAndLosesNothing) {
    for (float sigma : {1.0f, 2.0f, 3.5f, 6.0f}) {
        Image<float> dot({101, 101});
        dot.at(50, 50) = 1.0f;
        const Image<float> spread = blurred(dot, sigma);
        double sum = 0.0, across = 0.0, down = 0.0;
        for (int y = 0; y < 101; ++y)
            for (int x = 0; x < 101; ++x) {
                sum += spread.at(x, y);
                across += spread.at(x, y) * (x - 50) * (x - 50);
                down += spread.at(x, y) * (y - 50) * (y - 50);
            }
        EXPECT_NEAR(sum, 1.0, 1e-4) << "sigma " << sigma;
        EXPECT_NEAR(std::sqrt(across), sigma, 0.15 * sigma + 0.1) << "sigma " << sigma;
        EXPECT_NEAR(down, across, 1e-3 * across) << "sigma " << sigma;
    }
}

TEST(Blurred, StaysNearTheGaussian) {
    for (float sigma : {2.0f, 3.0f, 4.0f, 7.0f, 12.0f}) {
        Image<float> dot({161, 1});
        dot.at(80, 0) = 1.0f;
        const Image<float> spread = blurred(dot, sigma);
        const double peak = 1.0 / (sigma * std::sqrt(2.0 * std::numbers::pi));
        for (int x = 0; x < 161; ++x)
            EXPECT_NEAR(spread.at(x, 0), peak * std::exp(-0.5 * (x - 80) * (x - 80) / (sigma * sigma)),
                        0.07 * peak)
                << "column " << x << ", sigma " << sigma;
    }
}

TEST(Blurred, ATinySigmaChangesNothing) {
    const Image<float> picture = noise({7, 5});
    EXPECT_EQ(blurred(picture, 0.3f), picture);
    EXPECT_EQ(blurred(picture, 0.0f), picture);
}

TEST(Blurred, ChannelsDoNotMix) {
    Image<Rgb> dot({21, 21});
    dot.at(10, 10) = {1, 0, 2};
    const Image<Rgb> spread = blurred(dot, 2.0f);
    for (const Rgb& pixel : spread.pixels()) {
        EXPECT_EQ(pixel.g, 0.0f);
        EXPECT_NEAR(pixel.b, 2.0f * pixel.r, 1e-6f);
    }
}

TEST(WithLongSide, KeepsTheShape) {
    EXPECT_EQ(with_long_side({800, 600}, 400), (Size{400, 300}));
    EXPECT_EQ(with_long_side({600, 800}, 1600), (Size{1200, 1600}));
    EXPECT_EQ(with_long_side({65500, 1}, 512), (Size{512, 1}));
}

}  // namespace
}  // namespace allaprima
