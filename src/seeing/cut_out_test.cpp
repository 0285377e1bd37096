#include "seeing/cut_out.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "image/filters.h"

namespace allaprima {
namespace {

/// A picture put together of a figure and a ground, and the share of the figure in each pixel.
struct Composite {
    Image<Rgb> picture;
    Image<float> alpha;
};

/// A head on shoulders with one arm raised: the share of it in each pixel, with a soft border.
Image<float> person(Size size) {
    Image<float> alpha(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float u = (static_cast<float>(x) + 0.5f) / static_cast<float>(size.width);
            const float v = (static_cast<float>(y) + 0.5f) / static_cast<float>(size.height);
            const bool head = std::hypot((u - 0.5f) / 0.11f, (v - 0.3f) / 0.15f) < 1.0f;
            const bool trunk = std::hypot((u - 0.5f) / 0.26f, (v - 1.0f) / 0.55f) < 1.0f;
            const bool arm = std::fabs(u - 0.74f + 0.1f * (v - 0.4f)) < 0.045f && v > 0.15f && v < 0.85f;
            alpha.at(x, y) = head || trunk || arm ? 1.0f : 0.0f;
        }
    return blurred(alpha, 0.8f);
}

float noise(int x, int y, uint64_t seed) {
    return 2.0f * unit_float(scramble(seed ^ scramble(static_cast<uint64_t>(y * 4096 + x)))) - 1.0f;
}

template <typename Figure, typename Ground>
Composite composite(Size size, const Figure& figure, const Ground& ground) {
    Composite c{Image<Rgb>(size), person(size)};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float grain = 0.02f * noise(x, y, 7);
            c.picture.at(x, y) =
                lerp(ground(x, y), figure(x, y), c.alpha.at(x, y)) + Rgb{grain, grain, grain};
        }
    return c;
}

Rgb clothes(int x, int y) {
    const float fold = 0.06f * std::sin(0.15f * static_cast<float>(x) + 0.05f * static_cast<float>(y));
    return y < 80 ? Rgb{0.75f + fold, 0.55f + fold, 0.45f + fold}
                  : Rgb{0.65f + fold, 0.25f + fold, 0.2f + fold};
}

/// What both maps share of what either has.
double overlap(const Image<float>& a, const Image<float>& b) {
    double both = 0.0, either = 1e-9;
    for (size_t i = 0; i < a.pixels().size(); ++i) {
        both += std::min(a.pixels()[i], b.pixels()[i]);
        either += std::max(a.pixels()[i], b.pixels()[i]);
    }
    return both / either;
}

constexpr Size kSize{200, 180};

TEST(CutOut, AFigureOnAPlainGroundIsFoundUnasked) {
    const Rgb grounds[] = {{0.85f, 0.87f, 0.9f}, {0.1f, 0.12f, 0.1f}, {0.35f, 0.5f, 0.65f}};
    for (const Rgb ground : grounds) {
        const Composite c = composite(kSize, clothes, [&](int, int y) {
            const float shade = 0.08f * static_cast<float>(y) / kSize.height;
            return ground + Rgb{shade, shade, shade};
        });
        EXPECT_GT(overlap(*cut_out(c.picture, {}, {}), c.alpha), 0.92)
            << ground.r << " " << ground.g << " " << ground.b;
    }
}

TEST(CutOut, OneScribbleTellsAFigureFromABusyGround) {
    const Composite c = composite(kSize, clothes, [](int x, int y) {
        const float leaf = 0.12f * noise(x / 7, y / 7, 3);
        return Rgb{0.35f + leaf, 0.5f + 1.5f * leaf, 0.3f + leaf};
    });
    Marks marks{.figure = Image<float>(kSize), .background = {}};
    for (int y = 45; y < 170; ++y)
        for (int x = 96; x < 104; ++x)
            marks.figure.at(x, y) = 1.0f;
    for (int x = 96; x < 150; ++x)
        for (int y = 110; y < 116; ++y)
            marks.figure.at(x, y) = 1.0f;
    EXPECT_GT(overlap(*cut_out(c.picture, {}, marks), c.alpha), 0.97);
}

TEST(CutOut, WhatIsMarkedIsObeyed) {
    const Composite c = composite(kSize, clothes, [](int, int) { return Rgb{0.8f, 0.8f, 0.85f}; });
    Marks marks{.figure = Image<float>(kSize), .background = Image<float>(kSize)};
    for (int y = 10; y < 30; ++y)
        for (int x = 10; x < 30; ++x)
            marks.figure.at(x, y) = 1.0f;
    for (int y = 120; y < 140; ++y)
        for (int x = 90; x < 110; ++x)
            marks.background.at(x, y) = 1.0f;
    const Image<float> alpha = *cut_out(c.picture, {}, marks);
    EXPECT_GT(alpha.at(20, 20), 0.95f);
    EXPECT_LT(alpha.at(100, 130), 0.05f);
}

TEST(CutOut, SharesAreBetweenNothingAndAllOnAnyPicture) {
    for (const Size size : {Size{1, 1}, Size{3, 2}, Size{400, 1}, Size{64, 64}}) {
        const Image<float> alpha = *cut_out(Image<Rgb>(size, Rgb{0.4f, 0.4f, 0.4f}),
                                            {.faces = {{.box = {0.4f, 0.3f, 0.2f, 0.2f}}}}, {});
        ASSERT_EQ(alpha.size(), size);
        for (const float a : alpha.pixels()) {
            EXPECT_GE(a, 0.0f);
            EXPECT_LE(a, 1.0f);
        }
    }
    EXPECT_TRUE(cut_out({}, {}, {})->empty());
}

TEST(CutOut, TheSameTwice) {
    const Composite c = composite({90, 80}, clothes, [](int x, int y) {
        const float leaf = 0.2f * noise(x / 5, y / 5, 3);
        return Rgb{0.4f + leaf, 0.4f, 0.4f - leaf};
    });
    EXPECT_EQ(*cut_out(c.picture, {}, {}), *cut_out(c.picture, {}, {}));
}

}  // namespace
}  // namespace allaprima
