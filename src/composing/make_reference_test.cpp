#include "composing/make_reference.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "image/colour.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

Photo plain_photo(Size size, Rgb linear) {
    Photo photo;
    photo.colour = Image<Rgb>(size, linear);
    return photo;
}

TEST(PlanningLongSide, GrowsWithTheStrokesButNotFarPastThePhotograph) {
    Brief brief;
    brief.strokes = 500;
    EXPECT_EQ(planning_long_side({6000, 4000}, brief), 512);
    brief.strokes = 12000;
    EXPECT_EQ(planning_long_side({6000, 4000}, brief), 1024);
    EXPECT_EQ(planning_long_side({800, 600}, brief), 1024);
    EXPECT_EQ(planning_long_side({400, 300}, brief), 800);
    brief.strokes = 100000;
    EXPECT_EQ(planning_long_side({6000, 4000}, brief), 2048);
    EXPECT_EQ(planning_long_side({3, 2}, brief), 512);
    brief.plan_size = 700;
    EXPECT_EQ(planning_long_side({3, 2}, brief), 700);
}

TEST(PlanningLongSide, APanoramaGetsAsManyPixelsAsOthers) {
    Brief brief;
    brief.strokes = 500;
    EXPECT_EQ(planning_long_side({6000, 2000}, brief), 512);
    const int longer = planning_long_side({12000, 1000}, brief);
    EXPECT_NEAR(longer * longer / 12, 512 * 512 / 3, 200);
    EXPECT_EQ(planning_long_side({1000, 12000}, brief), longer);
    EXPECT_EQ(planning_long_side({50000, 1000}, brief), kLargestAutomaticPlan);
}

TEST(MakeReference, APlainPhotographKeepsItsColour) {
    const Rgb linear{0.2f, 0.5f, 0.8f};
    const Reference reference = make_reference(plain_photo({90, 60}, linear), Brief{});
    EXPECT_EQ(reference.size(), (Size{512, 341}));
    EXPECT_FALSE(reference.transparent_ground);
    const Rgb encoded = srgb_from_linear(linear);
    for (const Rgb& pixel : reference.colour.pixels()) {
        EXPECT_NEAR(pixel.r, encoded.r, 1e-4f);
        EXPECT_NEAR(pixel.g, encoded.g, 1e-4f);
        EXPECT_NEAR(pixel.b, encoded.b, 1e-4f);
    }
}

TEST(MakeReference, ColoursOutsideTheGamutAreBroughtIn) {
    const Reference reference = make_reference(plain_photo({8, 8}, {-0.5f, 7.0f, 0.5f}), Brief{});
    EXPECT_EQ(reference.colour.at(0, 0).r, 0.0f);
    EXPECT_EQ(reference.colour.at(0, 0).g, 1.0f);
}

TEST(MakeReference, ColourUnderATransparentPixelNeverShows) {
    Photo photo = plain_photo({64, 64}, {1.0f, 0.0f, 0.0f});
    photo.alpha = Image<float>({64, 64}, 0.0f);
    for (int y = 16; y < 48; ++y)
        for (int x = 16; x < 48; ++x) {
            photo.colour.at(x, y) = {0.0f, 0.0f, 1.0f};
            photo.alpha.at(x, y) = 1.0f;
        }
    Brief brief;
    brief.ground = Rgb{0.0f, 1.0f, 0.0f};
    for (const Transparency transparency : {Transparency::Ground, Transparency::Transparent}) {
        brief.transparency = transparency;
        const Reference reference = make_reference(photo, brief);
        for (const Rgb& pixel : reference.colour.pixels())
            ASSERT_LT(pixel.r, 0.01f) << "red from under the transparent part";
    }
}

/// A blue square in the middle of nothing.
Photo cut_out_square() {
    Photo photo = plain_photo({64, 64}, {0.0f, 0.0f, 1.0f});
    photo.alpha = Image<float>({64, 64}, 0.0f);
    for (int y = 16; y < 48; ++y)
        for (int x = 16; x < 48; ++x)
            photo.alpha.at(x, y) = x == 16 ? 0.5f : 1.0f;
    return photo;
}

TEST(MakeReference, ACutOutKeepsItsOutlineAndNothingElseIsToBePainted) {
    Brief brief;
    brief.transparency = Transparency::Transparent;
    brief.plan_size = 64;
    const Reference reference = make_reference(cut_out_square(), brief);
    EXPECT_TRUE(reference.transparent_ground);
    EXPECT_EQ(reference.alpha.at(8, 8), 0.0f);
    EXPECT_EQ(reference.alpha.at(30, 30), 1.0f);
    EXPECT_NEAR(reference.alpha.at(16, 30), 0.5f, 1e-4f);
    EXPECT_EQ(in_16_bit_steps(reference.alpha.at(16, 30)), reference.alpha.at(16, 30));
    for (const Rgb& pixel : reference.colour.pixels()) {
        ASSERT_NEAR(pixel.b, 1.0f, 1e-3f) << "beside the subject its colour goes on, so that no border shows";
        ASSERT_NEAR(pixel.r, 0.0f, 1e-3f);
    }
}

TEST(MakeReference, ACutOutLiesOnAGroundOfItsOwn) {
    Brief brief;
    for (const Transparency transparency : {Transparency::Ground, Transparency::Transparent}) {
        brief.transparency = transparency;
        brief.ground = std::nullopt;
        const Rgb ground = make_reference(cut_out_square(), brief).ground;
        EXPECT_GT(std::min({ground.r, ground.g, ground.b}), 0.8f)
            << "neither blue nor a colour that shows up";
        brief.ground = Rgb{0.25f, 0.5f, 0.75f};
        EXPECT_EQ(make_reference(cut_out_square(), brief).ground, *brief.ground);
    }
}

TEST(MakeReference, ExtremeShapesWork) {
    EXPECT_EQ(make_reference(plain_photo({65500, 1}, {0.5f, 0.5f, 0.5f}), Brief{}).size(), (Size{2048, 1}));
    EXPECT_EQ(make_reference(plain_photo({1, 1}, {0.5f, 0.5f, 0.5f}), Brief{}).size(), (Size{512, 512}));
}

}  // namespace
}  // namespace allaprima
