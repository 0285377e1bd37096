#include "showing/picture_bytes.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(PictureBytes, AreThoseOfAFile) {
    Picture picture{Image<Rgb>({8, 6}), {}};
    const auto png = picture_bytes(picture, ScreenFormat::Png),
               jpeg = picture_bytes(picture, ScreenFormat::Jpeg);
    ASSERT_TRUE(png && jpeg);
    EXPECT_EQ(png->substr(1, 3), "PNG");
    EXPECT_EQ(jpeg->substr(0, 2), "\xff\xd8");
    EXPECT_EQ(*png, *picture_bytes(picture, ScreenFormat::Png));
}

TEST(PictureBytes, WhatIsTransparentLiesOnPaperWhereTheFormatHasNoAlpha) {
    const Picture clear{Image<Rgb>({8, 6}), Image<float>({8, 6})};
    const Picture white{Image<Rgb>({8, 6}, Rgb{1.0f, 1.0f, 1.0f}), {}};
    EXPECT_EQ(*picture_bytes(clear, ScreenFormat::Jpeg), *picture_bytes(white, ScreenFormat::Jpeg));
    EXPECT_NE(*picture_bytes(clear, ScreenFormat::Png), *picture_bytes(white, ScreenFormat::Png));
}

}  // namespace
}  // namespace allaprima
