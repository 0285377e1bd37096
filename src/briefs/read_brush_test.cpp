#include "briefs/read_brush.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"
#include "model/shipped_files.h"

namespace allaprima {
namespace {

std::string brush_refusal(const std::string& text) {
    const Result<Brush> brush = brush_from_toml(text, "mine.toml");
    EXPECT_FALSE(brush.ok()) << text;
    if (brush)
        return {};
    EXPECT_TRUE(brush.error().usage);
    EXPECT_EQ(brush.error().message.find('\n'), std::string::npos);
    return brush.error().message;
}

TEST(ReadBrush, EveryShippedBrushIsWrittenAndReadBackAsItself) {
    for (const ShippedFile& shipped : shipped_files(Shipped::Brushes)) {
        const Result<Brush> brush = read_brush(std::string(shipped.name));
        ASSERT_TRUE(brush.ok()) << brush.error().message;
        EXPECT_EQ(brush->name, shipped.name);
        const Result<Brush> again = brush_from_toml(brush_as_toml(*brush), "again.toml");
        ASSERT_TRUE(again.ok()) << again.error().message;
        EXPECT_EQ(*again, *brush);
    }
}

TEST(ReadBrush, EverySettingIsAllowedAtBothItsLimits) {
    for (const BrushSetting& setting : brush_settings())
        for (float value : {setting.low, setting.high}) {
            Brush brush;
            brush.*setting.member = value;
            const Result<Brush> again = brush_from_toml(brush_as_toml(brush), "again.toml");
            ASSERT_TRUE(again.ok()) << again.error().message;
            EXPECT_EQ(*again, brush) << setting.name;
        }
}

TEST(ReadBrush, NamesAndNumbersOfAnySpellingAreReadBack) {
    Brush brush;
    brush.dryness = 1.0f / 3.0f;
    for (const char* name : {"a \"quoted\" one", "back\\slash", "it's", "line\nbreak", "é", "\x01"}) {
        brush.name = name;
        const Result<Brush> again = brush_from_toml(brush_as_toml(brush), "again.toml");
        ASSERT_TRUE(again.ok()) << again.error().message;
        EXPECT_EQ(*again, brush);
    }
}

TEST(ReadBrush, AWrongSettingIsToldWithItsLineAndWhatIsAllowed) {
    for (const char* value : {"nan", "inf", "-inf", "1e300", "-0.1", "4.1", "'soft'", "[1]", "true"})
        EXPECT_EQ(brush_refusal(std::string("name = 'x'\ndryness = ") + value + "\n"),
                  "mine.toml, line 2, column 11: 'dryness' must be a number from 0 to 4")
            << value;
    EXPECT_EQ(brush_refusal("name = 'x'\nload = 0.04\n"),
              "mine.toml, line 2, column 8: 'load' must be a number from 0.05 to 4");
    EXPECT_EQ(
        brush_refusal("name = 'x'\nhair = 3\n")
            .rfind("mine.toml, line 2, column 1: there is no setting 'hair' here; there are: bristle_width",
                   0),
        0u);
}

TEST(ReadBrush, ABrushNeedsAName) {
    for (const std::string& text : {std::string(), std::string("load = 1\n"), std::string("name = ''\n"),
                                    std::string("name = 5\n"), "name = '" + std::string(101, 'x') + "'\n"})
        EXPECT_EQ(brush_refusal(text), "mine.toml: it needs a 'name' of 1 to 100 letters");
}

TEST(ReadBrush, WhatIsNoTomlIsToldWithItsLine) {
    EXPECT_EQ(brush_refusal("name = 'x'\nload = = 3\n").rfind("mine.toml, line 2, column ", 0), 0u);
    EXPECT_EQ(brush_refusal(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)).rfind("mine.toml, line 1", 0),
              0u);
    EXPECT_EQ(brush_refusal(std::string(500'000, '[')).rfind("mine.toml, line 1", 0), 0u);
}

TEST(ReadBrush, FilesThatAreNoneAreRefusedAtOnce) {
    const testing::TestFolder folder;
    const auto refused = [](const std::string& path) {
        const Result<Brush> brush = read_brush(path);
        return brush ? std::string() : brush.error().message;
    };
    const std::string missing = folder.at("missing.toml"), big = folder.at("big.toml");
    EXPECT_EQ(refused(missing), "there is no file " + missing);
    std::filesystem::create_directory(folder.at("dir.toml"));
    EXPECT_EQ(refused(folder.at("dir.toml")),
              folder.at("dir.toml") + " is a folder; name a .toml file in it");
    EXPECT_EQ(refused("/dev/zero"), "/dev/zero is not an ordinary file");
    std::ofstream(big) << std::string((1 << 20) + 1, '#');
    EXPECT_EQ(refused(big),
              big + " is longer than a megabyte; palettes, brushes, hands and briefs are far shorter");
    EXPECT_EQ(
        refused("broom"),
        "there is no brush 'broom'; there are: drop, fan, filbert, flat, knife, rigger, round, or name a "
        ".toml file");
}

}  // namespace
}  // namespace allaprima
