#include "seeing/figure_doubt.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

constexpr Size kDoubted{80, 60};

/// The left half.
Image<float> half() {
    Image<float> figure(kDoubted);
    for (int y = 0; y < kDoubted.height; ++y)
        for (int x = 0; x < 40; ++x)
            figure.at(x, y) = 1.0f;
    return figure;
}

TEST(FigureDoubt, ThereIsNoneWhereColoursPartIt) {
    Image<Rgb> picture(kDoubted, Rgb{0.8f, 0.3f, 0.2f});
    for (int y = 0; y < kDoubted.height; ++y)
        for (int x = 40; x < kDoubted.width; ++x)
            picture.at(x, y) = {0.2f, 0.3f, 0.8f};
    EXPECT_FALSE(doubt_of(picture, half(), {}));
    EXPECT_FALSE(doubt_of(picture, half(), half()));
}

TEST(FigureDoubt, ABorderWithOneColourIsDoubtfulAndTheMarksLieOnItsTwoSides) {
    const std::optional<FigureDoubt> doubt =
        doubt_of(Image<Rgb>(kDoubted, Rgb{0.4f, 0.4f, 0.4f}), half(), {});
    ASSERT_TRUE(doubt);
    EXPECT_LT(doubt->figure.x, 0.5f);
    EXPECT_GT(doubt->background.x, 0.5f);
}

TEST(FigureDoubt, AFigureWhereNobodyIsSeenIsDoubtful) {
    Image<float> people(kDoubted);
    for (int y = 0; y < kDoubted.height; ++y)
        for (int x = 50; x < kDoubted.width; ++x)
            people.at(x, y) = 1.0f;
    const std::optional<FigureDoubt> doubt =
        doubt_of(Image<Rgb>(kDoubted, Rgb{0.4f, 0.4f, 0.4f}), half(), people);
    ASSERT_TRUE(doubt);
    EXPECT_GT(doubt->figure.x, 0.6f);
    EXPECT_LT(doubt->background.x, 0.5f);
}

}  // namespace
}  // namespace allaprima
