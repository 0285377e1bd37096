#include "learning/learn_hand.h"

#include <gtest/gtest.h>

#include "briefs/gather_materials.h"

namespace allaprima {
namespace {

constexpr PaintingMeasures kSomePainting{.width = 0.004f,
                                         .length = 0.02f,
                                         .coherence = 0.45f,
                                         .curvature = 0.25f,
                                         .relief = 0.006f,
                                         .broken = 0.008f,
                                         .darkest = 0.3f,
                                         .middle = 0.6f,
                                         .lightest = 0.9f,
                                         .chroma = 0.05f,
                                         .light_warmth = 0.01f,
                                         .shadow_warmth = -0.02f};

Hand with(float PaintingMeasures::*measure, float factor) {
    PaintingMeasures measures = kSomePainting;
    measures.*measure *= factor;
    return hand_from_measures(measures, 0.75f);
}

TEST(LearnHand, EachMeasureMovesTheSettingThatItIsOf) {
    const Hand hand = hand_from_measures(kSomePainting, 0.75f);
    EXPECT_LT(with(&PaintingMeasures::width, 1.5f).strokes, hand.strokes)
        << "broad strokes fill a canvas sooner";
    EXPECT_GT(with(&PaintingMeasures::length, 1.5f).length, hand.length);
    EXPECT_GT(with(&PaintingMeasures::coherence, 1.1f).flow, hand.flow);
    EXPECT_LT(with(&PaintingMeasures::coherence, 1.1f).waver, hand.waver);
    EXPECT_GT(with(&PaintingMeasures::curvature, 1.2f).curvature, hand.curvature);
    EXPECT_LT(with(&PaintingMeasures::curvature, 1.2f).eddy, hand.eddy);
    EXPECT_GT(with(&PaintingMeasures::broken, 1.5f).broken, hand.broken);
    EXPECT_GT(with(&PaintingMeasures::relief, 1.5f).relief, hand.relief);
    EXPECT_EQ(hand.darkest, 0.3f);
    EXPECT_EQ(hand.lightest, 0.9f);
    EXPECT_EQ(hand.mean_chroma, 0.05f);
    EXPECT_EQ(hand.shadow_warmth, -0.02f);
}

TEST(LearnHand, APaletteCanBeAListOfPigments) {
    Hand hand;
    hand.palette = "Titanium White, Bone Black,Cadmium Red Light";
    const Result<Materials> materials = gather_materials(hand);
    ASSERT_TRUE(materials.ok()) << materials.error().message;
    ASSERT_EQ(materials->palette.tubes.size(), 3u);
    EXPECT_EQ(materials->palette.tubes[1].name, "Bone Black");
    hand.palette = "Titanium White, Moonlight";
    const Result<Materials> refused = gather_materials(hand);
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("no measured pigment 'Moonlight'"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
