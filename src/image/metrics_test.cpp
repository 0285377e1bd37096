#include "image/metrics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"

namespace allaprima {
namespace {

Rgb from_codes(int r, int g, int b) {
    return Rgb{static_cast<float>(r), static_cast<float>(g), static_cast<float>(b)} * (1.0f / 255.0f);
}

/// A small picture with ramps, fine rings and a grid, defined by whole numbers so that any tool can make it.
Image<Rgb> pattern() {
    Image<Rgb> picture({48, 40});
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 48; ++x)
            picture.at(x, y) =
                from_codes((5 * x + 3 * y) % 256, (x * x + 2 * y * y) % 256, 128 + (x * y) % 97);
    return picture;
}

/// The pattern with a change of up to 15 codes in red and green and 30 in blue.
Image<Rgb> changed_pattern() {
    Image<Rgb> picture = pattern();
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 48; ++x) {
            const int d = (13 * x + 29 * y) % 31 - 15;
            auto moved = [](int code) { return std::clamp(code, 0, 255); };
            picture.at(x, y) =
                from_codes(moved((5 * x + 3 * y) % 256 + d), moved((x * x + 2 * y * y) % 256 - d),
                           moved(128 + (x * y) % 97 + 2 * d));
        }
    return picture;
}

Image<Rgb> with_noise(const Image<Rgb>& source, float amount) {
    Image<Rgb> noisy = source;
    Rng rng(3, 0);
    for (Rgb& pixel : noisy.pixels())
        pixel = pixel + Rgb{rng.between(-1, 1), rng.between(-1, 1), rng.between(-1, 1)} * amount;
    return noisy;
}

TEST(Metrics, APictureEqualsItself) {
    const Image<Rgb> picture = pattern();
    EXPECT_TRUE(std::isinf(psnr(picture, picture)));
    EXPECT_DOUBLE_EQ(ssim(picture, picture), 1.0);
    EXPECT_EQ(flip_error(picture, picture), 0.0);
}

TEST(Metrics, OrderDoesNotMatter) {
    const Image<Rgb> a = pattern(), b = changed_pattern();
    EXPECT_DOUBLE_EQ(psnr(a, b), psnr(b, a));
    EXPECT_DOUBLE_EQ(ssim(a, b), ssim(b, a));
    EXPECT_DOUBLE_EQ(flip_error(a, b), flip_error(b, a));
}

TEST(Metrics, MoreNoiseIsWorse) {
    const Image<Rgb> picture(Size{40, 40}, Rgb{0.4f, 0.5f, 0.6f});
    for (float amount : {0.02f, 0.05f, 0.1f}) {
        const Image<Rgb> less = with_noise(picture, amount), more = with_noise(picture, 2.0f * amount);
        EXPECT_GT(psnr(picture, less), psnr(picture, more)) << "noise " << amount;
        EXPECT_GT(ssim(picture, less), ssim(picture, more)) << "noise " << amount;
        EXPECT_LT(flip_error(picture, less), flip_error(picture, more)) << "noise " << amount;
    }
}

// Expected: scikit-image 0.19.3, peak_signal_noise_ratio and structural_similarity(channel_axis=2), on the
// same two pictures as 8-bit arrays.
TEST(Metrics, AgreeWithScikitImage) {
    EXPECT_NEAR(psnr(pattern(), changed_pattern()), 26.1419904558, 1e-9);
    EXPECT_NEAR(ssim(pattern(), changed_pattern()), 0.8837594717, 1e-9);
}

// Expected: the paper's formulas with whole, not separated, filters in double precision (NumPy, SciPy).
TEST(Metrics, FlipAgreesWithItsFormulas) {
    EXPECT_NEAR(flip_error(pattern(), changed_pattern()), 0.08074038, 2e-5);
}

TEST(Differences, AreFoundInTheirPlace) {
    Image<Rgb> a({64, 48}, Rgb{0.5f, 0.5f, 0.5f}), b = a;
    EXPECT_EQ(differences(a, b).pixels, 0);
    EXPECT_EQ(differences(a, b).most, 0.0);
    for (int y = 20; y < 24; ++y)
        for (int x = 40; x < 45; ++x)
            b.at(x, y) = {1.0f, 0.5f, 0.0f};
    const Differences found = differences(a, b);
    EXPECT_EQ(found.pixels, 20);
    EXPECT_EQ(found.within, (PixelRect{40, 20, 45, 24}));
    EXPECT_LE(found.where.x0, 40);
    EXPECT_GE(found.where.x1, 45);
    EXPECT_GT(found.most, 0.02);
    EXPECT_EQ(found.usual, 0.0);
}

TEST(Psnr, IsTheLogarithmOfTheMeanSquare) {
    const Image<Rgb> black({1, 2});
    Image<Rgb> one_off = black;
    one_off.at(0, 1).g = 1.0f / 255.0f;
    // One code wrong in six.
    EXPECT_NEAR(psnr(black, one_off), 10.0 * std::log10(255.0 * 255.0 * 6.0), 1e-9);
    EXPECT_NEAR(psnr(black, Image<Rgb>({1, 2}, Rgb{1, 1, 1})), 0.0, 1e-12);
}

TEST(Psnr, LooksAtEightBits) {
    const Image<Rgb> a({4, 4}, Rgb{0.5f, 0.5f, 0.5f});
    EXPECT_TRUE(std::isinf(psnr(a, Image<Rgb>({4, 4}, Rgb{0.5005f, 0.5005f, 0.5005f}))));
    EXPECT_TRUE(std::isinf(psnr(Image<Rgb>({4, 4}, Rgb{1, 1, 1}), Image<Rgb>({4, 4}, Rgb{7, 1, 2}))));
}

TEST(Ssim, FlatPicturesDifferByTheLuminanceTermAlone) {
    const Image<Rgb> a({9, 9}, from_codes(100, 100, 100)), b({9, 9}, from_codes(50, 50, 50));
    const double c1 = 2.55 * 2.55;
    EXPECT_NEAR(ssim(a, b), (2 * 100 * 50 + c1) / (100 * 100 + 50 * 50 + c1), 1e-12);
}

TEST(Ssim, ANegativeIsDissimilar) {
    const Image<Rgb> picture = pattern();
    Image<Rgb> negative = picture;
    for (Rgb& pixel : negative.pixels())
        pixel = Rgb{1, 1, 1} - pixel;
    EXPECT_LT(ssim(picture, negative), 0.0);
}

TEST(Metrics, PicturesOfAnySizeAreMeasured) {
    for (Size size : {Size{1, 1}, Size{1, 9}, Size{6, 3}, Size{7, 7}, Size{8, 7}}) {
        const Image<Rgb> grey(size, Rgb{0.5f, 0.5f, 0.5f}), red(size, Rgb{0.6f, 0.5f, 0.5f});
        EXPECT_DOUBLE_EQ(ssim(grey, grey), 1.0) << size.width << "×" << size.height;
        EXPECT_LT(ssim(grey, red), 1.0) << size.width << "×" << size.height;
        EXPECT_GT(flip_error(grey, red), 0.0) << size.width << "×" << size.height;
        EXPECT_LT(psnr(grey, red), 30.0) << size.width << "×" << size.height;
    }
}

// The scale of FLIP is set so that the two colours furthest apart in the gamut differ by 1.
TEST(Flip, GreenAndBlueAreFurthestApart) {
    const Image<Rgb> green({16, 16}, Rgb{0, 1, 0}), blue({16, 16}, Rgb{0, 0, 1});
    EXPECT_NEAR(flip_error(green, blue), 1.0, 1e-4);
    const Image<Rgb> black({16, 16}), white({16, 16}, Rgb{1, 1, 1});
    EXPECT_NEAR(flip_error(black, white), 0.96737976, 1e-4);
}

TEST(Flip, BandsDoNotShow) {
    const Image<Rgb> a = pattern(), b = changed_pattern();
    const double whole = flip_error_in_bands(a, b, a.height());
    for (int rows : {1, 7, 16, 39, 1000})
        EXPECT_NEAR(flip_error_in_bands(a, b, rows), whole, 1e-9) << rows << " rows";
    EXPECT_NEAR(flip_error(a, b), whole, 1e-9);
}

TEST(Flip, AFineCheckIsForgivenAtADistance) {
    Image<Rgb> check({32, 32}), blocks({32, 32});
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 32; ++x) {
            const float fine = (x + y) % 2 == 0 ? 0.45f : 0.55f,
                        coarse = (x / 16 + y / 16) % 2 == 0 ? 0.45f : 0.55f;
            check.at(x, y) = {fine, fine, fine};
            blocks.at(x, y) = {coarse, coarse, coarse};
        }
    const Image<Rgb> grey({32, 32}, Rgb{0.5f, 0.5f, 0.5f});
    EXPECT_LT(flip_error(grey, check), 0.3 * flip_error(grey, blocks));
}

}  // namespace
}  // namespace allaprima
