#include "plotting/pens.h"

#include <gtest/gtest.h>

#include "image/colour.h"
#include "image/oklab.h"

namespace allaprima {
namespace {

/// What the lines look like from afar.
Rgb seen(const std::vector<Tint>& tints, std::span<const Pen> pens) {
    Rgb light{1.0f, 1.0f, 1.0f};
    for (const Tint& tint : tints)
        light = light + (linear_from_srgb(pens[tint.pen].colour) - Rgb{1.0f, 1.0f, 1.0f}) * tint.share;
    return srgb_from_linear(light);
}

TEST(Pens, PaperIsNotDrawnAndInkIsDrawnDensest) {
    const std::vector<Pen> black{{"black", {0.0f, 0.0f, 0.0f}}};
    EXPECT_TRUE(tints_for({1.0f, 1.0f, 1.0f}, black).empty());
    EXPECT_EQ(tints_for({0.0f, 0.0f, 0.0f}, black), (std::vector<Tint>{{0, kDensest}}));
    float before = 1.0f;
    for (const float grey : {0.45f, 0.6f, 0.8f, 0.9f}) {
        const std::vector<Tint> tints = tints_for({grey, grey, grey}, black);
        ASSERT_EQ(tints.size(), 1u);
        EXPECT_LT(tints[0].share, before) << "lighter is less dense";
        before = tints[0].share;
        EXPECT_NEAR(seen(tints, black).r, grey, 0.04f);
    }
}

TEST(Pens, TwoPensMixWhereOneIsNotEnough) {
    const std::vector<Pen> pens = pens_named("black,yellow,blue").value();
    const Rgb green{0.45f, 0.6f, 0.45f};
    const std::vector<Tint> tints = tints_for(green, pens);
    ASSERT_EQ(tints.size(), 2u);
    EXPECT_LT(distance(oklab_of_srgb(seen(tints, pens)), oklab_of_srgb(green)), 0.06f);
    EXPECT_LE(tints[0].share + tints[1].share, kDensest + 1e-4f);
}

TEST(Pens, ThoseAreChosenThatThePictureNeeds) {
    const std::vector<DrawnColour> colours{{{0.1f, 0.1f, 0.1f}, 50.0f}, {{0.8f, 0.15f, 0.2f}, 20.0f}};
    const std::vector<Pen> two = best_pens(colours, 2);
    ASSERT_EQ(two.size(), 2u);
    EXPECT_EQ(two[0].name, "black");
    EXPECT_EQ(two[1].name, "red");
    EXPECT_EQ(best_pens(colours, 100).size(), usual_pens().size());
}

TEST(Pens, NamesAndColoursAreRead) {
    const std::vector<Pen> pens = pens_named(" black, #102030 ,black").value();
    ASSERT_EQ(pens.size(), 2u);
    EXPECT_EQ(pens[1].name, "#102030");
    const Result<std::vector<Pen>> unknown = pens_named("black,mud");
    ASSERT_FALSE(unknown.ok());
    EXPECT_TRUE(unknown.error().usage);
    EXPECT_NE(unknown.error().message.find("no pen 'mud'"), std::string::npos);
    EXPECT_NE(unknown.error().message.find("light blue"), std::string::npos);
    EXPECT_FALSE(pens_named("").ok());
}

}  // namespace
}  // namespace allaprima
