#include "planning/finish_plan.h"

#include <gtest/gtest.h>

#include "image/colour.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

/// Dark on the left, light on the right, with a small bright spot in the dark.
Reference two_halves() {
    Reference reference;
    reference.colour = Image<Rgb>({128, 96}, {0.1f, 0.1f, 0.12f});
    for (int y = 0; y < 96; ++y)
        for (int x = 64; x < 128; ++x)
            reference.colour.at(x, y) = {0.8f, 0.78f, 0.7f};
    for (int y = 46; y < 50; ++y)
        for (int x = 28; x < 36; ++x)
            reference.colour.at(x, y) = {0.8f, 0.78f, 0.7f};
    reference.ground = {0.5f, 0.5f, 0.5f};
    reference.pixel_mm = kCanvasLongSide / 128.0f;
    return reference;
}

DraftStroke upright(float x, float half, Rgb colour) {
    DraftStroke stroke;
    stroke.points = {Vec2{x, 20.0f}, Vec2{x, 48.0f}, Vec2{x, 76.0f}};
    stroke.half_width = {half, half};
    stroke.opacity_logit = 3.0f;
    stroke.colour = colour;
    return stroke;
}

constexpr Rgb kDark{0.1f, 0.1f, 0.12f}, kLight{0.8f, 0.78f, 0.7f};

Plan finished(const std::vector<DraftStroke>& strokes, const Hand& hand = {}) {
    std::vector<Round> rounds(1);
    Materials materials = Plan{}.materials;
    materials.hand = hand;
    const Reference reference = two_halves();
    return finish_plan(strokes, std::vector<int32_t>(strokes.size(), 0), rounds, reference,
                       Image<float>(reference.size(), 1.0f), materials, 1);
}

TEST(FinishPlan, LightsAreThickerThanDarksAndHighlightsThickest) {
    DraftStroke spot = upright(32.0f, 1.0f, kLight);
    spot.points = {Vec2{28.0f, 48.0f}, Vec2{32.0f, 48.0f}, Vec2{36.0f, 48.0f}};
    const Plan plan = finished({upright(16.0f, 6.0f, kDark), upright(100.0f, 6.0f, kLight), spot});
    EXPECT_LT(plan.strokes[0].load, 0.3f);
    EXPECT_GT(plan.strokes[1].load, plan.strokes[0].load + 0.2f);
    EXPECT_GT(plan.strokes[2].load, plan.strokes[1].load + 0.1f);
}

TEST(FinishPlan, SidesAreLostOnEvenGroundAndFoundOnContours) {
    const Plan plan = finished({upright(100.0f, 10.0f, kLight), upright(70.0f, 6.0f, kLight)});
    EXPECT_EQ(plan.strokes[0].softness, 1.0f);
    EXPECT_LT(plan.strokes[1].softness, 0.1f);
}

TEST(FinishPlan, AHandLosesEdgesInTheDarksOrFindsThemEverywhere) {
    const std::vector<DraftStroke> strokes = {upright(58.0f, 6.0f, kDark), upright(100.0f, 10.0f, kLight)};
    EXPECT_LT(finished(strokes).strokes[0].softness, 0.1f) << "its side is a contour";
    EXPECT_GT(finished(strokes, {.lost_darks = 1.0f}).strokes[0].softness, 0.9f);
    EXPECT_EQ(finished(strokes, {.lost = 0.5f}).strokes[1].softness, 1.0f);
    EXPECT_EQ(finished(strokes, {.found = 1.0f}).strokes[1].softness, 0.0f);
}

TEST(FinishPlan, MeasuresInMillimetresAndCountsThePasses) {
    const Plan plan = finished({upright(16.0f, 6.0f, kDark), upright(100.0f, 6.0f, kLight)});
    EXPECT_FLOAT_EQ(plan.width_mm, kCanvasLongSide);
    EXPECT_FLOAT_EQ(plan.strokes[0].width_start, 12.0f * plan.planned_pixel_mm);
    ASSERT_EQ(plan.passes.size(), 1u);
    EXPECT_EQ(plan.passes[0], (Pass{"block-in", 2}));
}

}  // namespace
}  // namespace allaprima
