#include "image/image.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Image, BeginsFilled) {
    const Image<int> picture({3, 2}, 7);
    EXPECT_EQ(picture.size(), (Size{3, 2}));
    EXPECT_EQ(picture.pixels().size(), 6u);
    for (int pixel : picture.pixels())
        EXPECT_EQ(pixel, 7);
}

TEST(Image, PixelsLieRowAfterRow) {
    Image<int> picture({3, 2});
    for (int i = 0; i < 6; ++i)
        picture.pixels()[static_cast<size_t>(i)] = i;
    EXPECT_EQ(picture.at(2, 0), 2);
    EXPECT_EQ(picture.at(0, 1), 3);
    EXPECT_EQ(picture.row(1)[2], 5);
}

TEST(Image, NothingIsEmpty) {
    EXPECT_TRUE(Image<int>().empty());
    EXPECT_TRUE(Image<int>({0, 5}).empty());
    EXPECT_FALSE(Image<int>({1, 1}).empty());
}

TEST(ImageDeathTest, ANegativeSideIsABrokenPromise) {
    EXPECT_DEATH(Image<char>({-1, -1}), "broken promise");
}

TEST(Lerp, RunsFromTheFirstToTheSecond) {
    const Rgb a{0, 1, 2}, b{4, 3, 2};
    EXPECT_EQ(lerp(a, b, 0.0f), a);
    EXPECT_EQ(lerp(a, b, 1.0f), b);
    EXPECT_EQ(lerp(a, b, 0.25f), (Rgb{1, 1.5f, 2}));
}

}  // namespace
}  // namespace allaprima
