#include "briefs/read_palette.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/shipped_files.h"

namespace allaprima {
namespace {

std::string palette_refusal(const std::string& text) {
    const Result<Palette> palette = palette_from_toml(text, "mine.toml");
    EXPECT_FALSE(palette.ok()) << text;
    if (palette)
        return {};
    EXPECT_TRUE(palette.error().usage);
    EXPECT_EQ(palette.error().message.find('\n'), std::string::npos);
    return palette.error().message;
}

std::string spectrum_of(const std::string& number) {
    std::string list = "[" + number;
    for (int band = 1; band < kBands; ++band)
        list += ", " + number;
    return list + "]";
}

std::string own_tube(const std::string& absorption, const std::string& scattering) {
    return "name = 'x'\n[[tube]]\nname = 'mine'\nabsorption = " + spectrum_of(absorption) +
           "\nscattering = " + spectrum_of(scattering) + "\n";
}

TEST(ReadPalette, EveryShippedPaletteIsReadAndTellsWhatItIs) {
    for (const ShippedFile& shipped : shipped_files(Shipped::Palettes)) {
        const Result<Palette> palette = read_palette(std::string(shipped.name));
        ASSERT_TRUE(palette.ok()) << palette.error().message;
        EXPECT_EQ(palette->name, shipped.name);
        EXPECT_FALSE(palette->plain());
        EXPECT_EQ(shipped.text.rfind("# ", 0), 0u);
        EXPECT_GT(about(shipped).size(), 10u);
    }
    EXPECT_TRUE(read_palette("rgb")->plain());
}

TEST(ReadPalette, UnknownPaintsAreToldWithTheirLineAndAllThereAre) {
    EXPECT_EQ(palette_refusal("name = 'x'\n[[tube]]\npigment = 'Unobtainium'\n")
                  .rfind("mine.toml, line 3, column 11: no paint 'Unobtainium' was measured; there are: ", 0),
              0u);
    EXPECT_EQ(palette_refusal("name = 'x'\n[[tube]]\nname = 'y'\nmix = { Mud = 1 }\n")
                  .rfind("mine.toml, line 4, column 9: no paint 'Mud' was measured; there are: ", 0),
              0u);
}

TEST(ReadPalette, APaletteHasOneToSixteenTubesOfDifferentNames) {
    for (const char* none : {"name = 'x'\n", "name = 'x'\ntube = []\n", "name = 'x'\ntube = 5\n"})
        EXPECT_EQ(palette_refusal(none), "mine.toml: it has no tubes; give it at least one [[tube]]");
    std::string many = "name = 'x'\n";
    for (int i = 0; i < 17; ++i)
        many += "[[tube]]\npigment = 'Bone Black'\nname = 'black " + std::to_string(i) + "'\n";
    EXPECT_NE(palette_refusal(many).find("it has 17 tubes; a palette holds at most 16"), std::string::npos);
    EXPECT_EQ(
        palette_refusal("name = 'x'\n[[tube]]\npigment = 'Bone Black'\n[[tube]]\npigment = 'bone black'\n"),
        "mine.toml, line 4, column 1: there are two tubes 'Bone Black'");
    EXPECT_EQ(palette_refusal(""), "mine.toml: it needs a 'name' of 1 to 100 letters");
}

TEST(ReadPalette, PartsOfAMixtureAreNumbersThatAFloatTellsFromNothing) {
    for (const char* parts : {"0", "-1", "nan", "inf", "1e-300", "2e6", "'much'"})
        EXPECT_EQ(palette_refusal(std::string("name = 'x'\n[[tube]]\nname = 'y'\nmix = { \"Bone Black\" = ") +
                                  parts + " }\n"),
                  "mine.toml, line 4, column 24: 'Bone Black' must be a number of parts, 1e-06 to 1e+06")
            << parts;
}

TEST(ReadPalette, SpectraHaveThirtyEightNumbersWithinWhatPaintCanDo) {
    for (const char* wrong : {"-1", "nan", "inf", "1e7", "'dark'"})
        EXPECT_EQ(
            palette_refusal(own_tube(wrong, "100")),
            "mine.toml, line 4, column 15: 'absorption' must be a list of 38 numbers, 0 to 1e+06: one for "
            "each 10 nm from 380 to 750")
            << wrong;
    EXPECT_NE(
        palette_refusal(own_tube("1", "0")).find("'scattering' must be a list of 38 numbers, 1e-06 to 1e+06"),
        std::string::npos);
    EXPECT_NE(
        palette_refusal("name = 'x'\n[[tube]]\nname = 'y'\nabsorption = [1, 2]\n").find("line 4, column 14"),
        std::string::npos);
}

TEST(ReadPalette, ThePaintsAtTheLimitsReflectBetweenNothingAndAll) {
    for (const char* absorption : {"0", "1e-6", "1", "1e6"})
        for (const char* scattering : {"1e-6", "1", "1e6"}) {
            const Result<Palette> palette = palette_from_toml(own_tube(absorption, scattering), "mine.toml");
            ASSERT_TRUE(palette.ok()) << palette.error().message;
            const Pigment& tube = palette->tubes.front();
            for (const float seen : masstone({tube.absorption, tube.scattering})) {
                EXPECT_GE(seen, 0.0f) << absorption << " " << scattering;
                EXPECT_LE(seen, 1.0f) << absorption << " " << scattering;
            }
        }
}

TEST(ReadPalette, WhatIsNoPaletteIsRefused) {
    EXPECT_EQ(
        read_palette("mud").error().message,
        "there is no palette 'mud'; there are: full, impressionist, limited, vangogh, zorn, rgb, auto:3 to "
        "auto:16, or name a .toml file");
    EXPECT_EQ(palette_refusal("name = 'x'\n[[tube]]\npigment = 'Bone Black'\nhue = 3\n")
                  .rfind("mine.toml, line 4, column 1: there is no setting 'hue' here", 0),
              0u);
    EXPECT_EQ(palette_refusal("name = 'x'\n[[tube]]\nname = 'y'\n"),
              "mine.toml, line 2, column 1: a tube has either 'pigment', or 'name' and 'mix', or 'name', "
              "'absorption' and 'scattering'");
    EXPECT_EQ(palette_refusal("name = 'x'\nété = 1\n").rfind("mine.toml, line 2", 0), 0u);
    EXPECT_EQ(palette_refusal(std::string("\0\xff\xfe\0", 4)).rfind("mine.toml, line 1", 0), 0u);
}

/// A megabyte of dots would be a table in a table, half a million deep.
TEST(ReadPalette, TablesInTablesWithoutEndAreRefused) {
    std::string deep = "a";
    while (deep.size() < 1'000'000)
        deep += ".a";
    EXPECT_EQ(
        palette_refusal(deep + " = 1\n").rfind("mine.toml: it has more than 1000 dots outside numbers", 0),
        0u);
    std::replace(deep.begin(), deep.end(), 'a', '1');
    EXPECT_NE(palette_refusal("[" + deep + "]\n"), "");
}

}  // namespace
}  // namespace allaprima
