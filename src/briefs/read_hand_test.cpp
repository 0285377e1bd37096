#include "briefs/read_hand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "briefs/read_brush.h"
#include "briefs/read_palette.h"
#include "model/brief_settings.h"
#include "model/shipped_files.h"

namespace allaprima {
namespace {

std::string hand_refusal(const std::string& text) {
    const Result<Hand> hand = hand_from_toml(text, "mine.toml");
    EXPECT_FALSE(hand.ok()) << text;
    if (hand)
        return {};
    EXPECT_TRUE(hand.error().usage);
    EXPECT_EQ(hand.error().message.find('\n'), std::string::npos);
    return hand.error().message;
}

TEST(ReadHand, EveryShippedHandIsWrittenAndReadBackAsItself) {
    for (const ShippedFile& shipped : shipped_files(Shipped::Hands)) {
        const Result<Hand> hand = read_hand(std::string(shipped.name));
        ASSERT_TRUE(hand.ok()) << hand.error().message;
        EXPECT_EQ(hand->name, shipped.name);
        const Result<Hand> again = hand_from_toml(hand_as_toml(*hand), "again.toml");
        ASSERT_TRUE(again.ok()) << again.error().message;
        EXPECT_EQ(*again, *hand);
        EXPECT_TRUE(read_palette(hand->palette).ok()) << hand->palette;
    }
}

TEST(ReadHand, ANamedGroundIsReadBackAsItself) {
    const Result<Hand> hand = hand_from_toml("name = 'x'\nground = 'burnt sienna'\n", "mine.toml");
    ASSERT_TRUE(hand.ok() && hand->ground);
    const Result<Hand> again = hand_from_toml(hand_as_toml(*hand), "again.toml");
    ASSERT_TRUE(again.ok()) << again.error().message;
    EXPECT_EQ(*again, *hand);
}

TEST(ReadHand, PainterlyIsWhatAHandIsUnlessItsFileSaysOtherwise) {
    const Result<Hand> hand = read_hand("painterly");
    ASSERT_TRUE(hand.ok()) << hand.error().message;
    EXPECT_EQ(*hand, Hand{});
}

TEST(ReadHand, EveryHandThatHelpTellsIsThereAndNoOther) {
    std::set<std::string> told, there;
    for (const BriefSetting& setting : brief_settings())
        if (setting.name == "hand")
            told.insert(setting.choices.begin(), setting.choices.end());
    for (const ShippedFile& shipped : shipped_files(Shipped::Hands))
        there.emplace(shipped.name);
    EXPECT_EQ(told, there);
}

TEST(ReadHand, SettingsHaveNamesOfTheirOwnAndStandardsWithinTheirRanges) {
    std::set<std::string> names{"name"};
    const Hand standard;
    for (const HandSetting& setting : hand_settings()) {
        EXPECT_TRUE(names.insert(setting.name).second) << setting.name;
        EXPECT_FALSE(std::string(setting.help).empty());
        if (const auto* number = std::get_if<float Hand::*>(&setting.member)) {
            EXPECT_GE(standard.**number, setting.low) << setting.name;
            EXPECT_LE(standard.**number, setting.high) << setting.name;
        }
    }
}

TEST(ReadHand, EveryNumberIsAllowedAtBothItsLimits) {
    for (const HandSetting& setting : hand_settings())
        if (const auto* number = std::get_if<float Hand::*>(&setting.member))
            for (float value : {setting.low, setting.high}) {
                Hand hand;
                hand.** number = value;
                const Result<Hand> again = hand_from_toml(hand_as_toml(hand), "again.toml");
                ASSERT_TRUE(again.ok()) << again.error().message;
                EXPECT_EQ(*again, hand) << setting.name;
            }
}

TEST(ReadHand, AWrongSettingIsToldWithItsPlaceAndWhatIsAllowed) {
    for (const char* value : {"nan", "-0.1", "20.5", "'long'", "true", "[1]"})
        EXPECT_EQ(hand_refusal(std::string("name = 'x'\nlength = ") + value + "\n"),
                  "mine.toml, line 2, column 10: 'length' must be a number from 0 to 20");
    for (const char* value : {"1", "'yes'"})
        EXPECT_EQ(hand_refusal(std::string("name = 'x'\n\nfading = ") + value + "\n"),
                  "mine.toml, line 3, column 10: 'fading' must be true or false");
    EXPECT_NE(hand_refusal("name = 'x'\ncanvas = 'slate'\n")
                  .find("line 2, column 10: 'canvas' must be linen, cotton"),
              std::string::npos);
    EXPECT_NE(hand_refusal("name = 'x'\nground = 'mud'\n").find("'ground' must be auto, white, grey"),
              std::string::npos);
    EXPECT_NE(hand_refusal("name = 'x'\nlenght = 3\n").find("line 2, column 1: there is no setting 'lenght'"),
              std::string::npos);
    EXPECT_NE(hand_refusal("length = 3\n").find("needs a 'name'"), std::string::npos);
}

TEST(ReadHand, WhateverAFileHoldsIsToldInALine) {
    const std::string deep = std::string(5000, '[') + std::string(5000, ']');
    std::string long_list = "1";
    for (int i = 0; i < 5000; ++i)
        long_list += ",1";
    for (const auto& [text, says] : std::initializer_list<std::pair<std::string, const char*>>{
             {"flow = inf", "'flow' must be a number from 0 to 8"},
             {"strokes = 1e308", "'strokes' must be a number from 0 to 100000"},
             {"strokes = 99999999999999999999", "64 bits"},
             {"width = -1", "'width' must be a number"},
             {"flow = [" + long_list + "]", "'flow' must be a number"},
             {"flow = " + deep, "nested"},
             {"ground = 1e308", "'ground' must be auto, white, grey"},
             {"ground = '#zzzzzz'", "'ground' must be auto, white, grey"},
             {"canvas = '\x07'", "control characters"},
             {"canvas = \"\\u001b[2J\"", "'canvas' must be linen"},
             {"[name]", "redefine"},
         }) {
        const std::string told = hand_refusal("name = 'x'\n" + text + "\n");
        EXPECT_NE(told.find(says), std::string::npos) << told;
        EXPECT_LT(told.size(), 400u) << told;
    }
}

TEST(ReadHand, AHandThatIsNotThereIsToldWithThoseThatAre) {
    for (const char* name : {"clumsy", "", "Painterly"}) {
        const Result<Hand> hand = read_hand(name);
        ASSERT_FALSE(hand.ok());
        EXPECT_TRUE(hand.error().usage);
        EXPECT_NE(hand.error().message.find("painterly, "), std::string::npos);
    }
    EXPECT_FALSE(read_hand("nowhere.toml").ok());
}

}  // namespace
}  // namespace allaprima
