#include "image/colour.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(Colour, EveryCodeComesBack) {
    for (int code = 0; code <= 65535; code += 17) {
        const float encoded = static_cast<float>(code) / 65535.0f;
        EXPECT_NEAR(srgb_from_linear(linear_from_srgb(encoded)), encoded, 2e-6f) << "code " << code;
    }
}

TEST(Colour, KnownValues) {
    EXPECT_EQ(linear_from_srgb(0.0f), 0.0f);
    EXPECT_NEAR(linear_from_srgb(1.0f), 1.0f, 1e-6f);
    EXPECT_NEAR(linear_from_srgb(0.5f), 0.2140411f, 1e-6f);
    EXPECT_NEAR(srgb_from_linear(0.18f), 0.4613561f, 1e-6f);
}

TEST(Colour, BrighterStaysBrighter) {
    float last = -1.0f;
    for (int i = 0; i <= 4000; ++i) {
        const float next = linear_from_srgb(static_cast<float>(i) / 4000.0f);
        EXPECT_GT(next, last) << "step " << i;
        last = next;
    }
}

TEST(Colour, OutOfGamutValuesMirrorAboutZero) {
    for (float v : {0.001f, 0.2f, 1.5f}) {
        EXPECT_EQ(srgb_from_linear(-v), -srgb_from_linear(v));
        EXPECT_EQ(linear_from_srgb(-v), -linear_from_srgb(v));
    }
}

TEST(Colour, WhiteHasLuminanceOne) {
    EXPECT_NEAR(luminance({1, 1, 1}), 1.0f, 1e-6f);
    EXPECT_NEAR(luma({0.3f, 0.3f, 0.3f}), 0.3f, 1e-6f);
    EXPECT_GT(luminance({0, 1, 0}), luminance({1, 0, 0}));
    EXPECT_GT(luminance({1, 0, 0}), luminance({0, 0, 1}));
}

TEST(Colour, ChannelsAreTreatedAlike) {
    const Rgb encoded = srgb_from_linear(Rgb{0.1f, 0.4f, 0.9f});
    EXPECT_EQ(encoded, (Rgb{srgb_from_linear(0.1f), srgb_from_linear(0.4f), srgb_from_linear(0.9f)}));
}

TEST(Colour, HexIsReadBackAsItWasWritten) {
    for (const char* text : {"#000000", "#ffffff", "#0a1b2c", "#d4af37"})
        EXPECT_EQ(hex_of_srgb(*srgb_from_hex(text)), text);
    EXPECT_EQ(srgb_from_hex("#ABCDEF"), srgb_from_hex("#abcdef"));
    EXPECT_EQ(hex_of_srgb({-0.2f, 1.7f, 0.5f}), "#00ff80");
    for (const char* text :
         {"", "#", "#fff", "ffffff", "#ffffff0", "#gggggg", "#-1-1-1", "#+1+1+1", "# 1 1 1"})
        EXPECT_FALSE(srgb_from_hex(text)) << text;
}

TEST(Colour, AScreenShowsNothingBeyondItsRange) {
    const Image<Rgb> shown = screen_srgb(Image<Rgb>({1, 1}, {-0.5f, 2.0f, 4.0f}));
    EXPECT_EQ(shown.at(0, 0), (Rgb{0.0f, 1.0f, 1.0f}));
}

}  // namespace
}  // namespace allaprima
