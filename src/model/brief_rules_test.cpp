#include "model/brief_rules.h"

#include <gtest/gtest.h>

#include <variant>

#include "model/brief_settings.h"
#include "model/wish.h"

namespace allaprima {
namespace {

TEST(BriefRules, FaithfulHandKnowsNoFocus) {
    EXPECT_EQ(settled({}, {.likeness = true}).focus, Focus::None);
    EXPECT_EQ(settled({}, {}).focus, Focus::Auto);
}

TEST(BriefRules, WhatIsAskedForStandsInPlaceOfTheHandsOwn) {
    Hand hand;
    hand.strokes = 700.0f;
    hand.palette = "zorn";
    hand.brush = "knife";
    hand.wetness = 0.9f;
    hand.glazes = 0.2f;
    hand.canvas = "panel";
    hand.ground = Rgb{0.1f, 0.2f, 0.3f};
    EXPECT_EQ(as_asked(hand, {}), hand);
    EXPECT_EQ(settled({}, hand).strokes, 700);
    EXPECT_EQ(settled({}, hand).ground, hand.ground);
    Brief brief;
    const Wishes wishes{{"strokes", "30"},   {"palette", "full"}, {"brush", "round"},  {"wetness", "0.5"},
                        {"scumbles", "0.1"}, {"glazes", "0"},     {"canvas", "linen"}, {"ground", "white"}};
    ASSERT_TRUE(ask(wishes, brief).ok());
    const Hand asked = as_asked(hand, brief);
    EXPECT_EQ(asked.palette, "full");
    EXPECT_EQ(asked.brush, "round");
    EXPECT_EQ(asked.wetness, 0.5f);
    EXPECT_EQ(asked.scumbles, 0.1f);
    EXPECT_EQ(asked.glazes, 0.0f);
    EXPECT_EQ(asked.canvas, "linen");
    EXPECT_EQ(asked.ground, brief.ground);
    EXPECT_EQ(settled(brief, hand).strokes, 30);
    brief.brush = "auto";
    EXPECT_EQ(as_asked(hand, brief).brush, "knife") << "auto is the hand's";
}

TEST(BriefRules, WhatCannotHoldTogetherMakesRoomForWhatIsAskedLast) {
    Brief brief;
    ASSERT_TRUE(ask({{"long", "800"}, {"dpi", "200"}}, brief).ok());
    make_room_for("size", brief);
    EXPECT_FALSE(brief.output.long_side);
    EXPECT_EQ(brief.output.dpi, 200.0);
    brief.output.size = Size{30, 20};
    make_room_for("width", brief);
    EXPECT_FALSE(brief.output.size);
    brief.signature.file = "name.svg";
    make_room_for("signature", brief);
    EXPECT_EQ(brief.signature.file, "");
}

TEST(BriefRules, AHandIsAsStrongAsIsAsked) {
    const Hand strong{.name = "loud",
                      .calm = 0.24f,
                      .strokes = 4000.0f,
                      .width = 0.64f,
                      .chroma = 2.0f,
                      .palette = "zorn",
                      .ground = Rgb{0.5f, 0.5f, 0.5f}};
    Brief brief;
    EXPECT_EQ(as_asked(strong, brief), strong);
    brief.hand_strength = 1.0f;
    EXPECT_EQ(as_asked(strong, brief), strong);
    brief.hand_strength = 0.5f;
    const Hand half = as_asked(strong, brief);
    EXPECT_FLOAT_EQ(half.calm, 0.14f);
    EXPECT_FLOAT_EQ(half.width, 0.54f);
    EXPECT_FLOAT_EQ(half.strokes, 3000.0f);
    EXPECT_EQ(half.palette, "zorn");
    EXPECT_EQ(half.ground, strong.ground);
    Hand plain;
    plain.name = strong.name;
    plain.strokes = static_cast<float>(kStandardStrokes);
    plain.palette = strong.palette;
    plain.ground = strong.ground;
    EXPECT_EQ(with_strength(strong, 0.0f), plain);
    for (const HandSetting& setting : hand_settings())
        if (const auto* member = std::get_if<float Hand::*>(&setting.member)) {
            EXPECT_GE(with_strength(strong, 1.5f).*(*member), setting.low) << setting.name;
            EXPECT_LE(with_strength(strong, 1.5f).*(*member), setting.high) << setting.name;
        }
}

TEST(BriefRules, PrintsHaveOneSize) {
    Brief brief;
    brief.output.long_side = 800;
    brief.output.width_mm = 300.0;
    brief.output.dpi = 150.0;
    EXPECT_FALSE(check_whole(brief).ok());
    brief.output.dpi.reset();
    EXPECT_TRUE(check_whole(brief).ok());
    brief.motifs.resize(200);
    EXPECT_FALSE(check_whole(brief).ok());
}

TEST(BriefRules, TheShapeThatIsAskedForNeedsBothSides) {
    OutputSize output;
    output.width_mm = 400.0;
    EXPECT_EQ(shape_asked(output), std::nullopt);
    output.height_mm = 500.0;
    EXPECT_EQ(shape_asked(output), 0.8);
    output.long_side = 1000;
    EXPECT_EQ(shape_asked(output), 0.8);
    output.size = Size{300, 100};
    EXPECT_EQ(shape_asked(output), 3.0);
}

}  // namespace
}  // namespace allaprima
