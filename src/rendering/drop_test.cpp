#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "rendering/instruction_set.h"
#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

using testing::painted;

constexpr Size kDropSize{640, 480};
constexpr float kDropPixelMm = 0.125f;
constexpr Vec2 kMiddle{40.0f, 30.0f};

Brush drop_brush() {
    Brush brush;
    brush.name = "drop";
    brush.tip = 8.0f;
    brush.bristle_width = 20.0f;
    brush.colour_spread = brush.mixing = brush.stiffness = brush.ridge = 0.0f;
    brush.ragged = 0.1f;
    brush.smoothing = 1.0f;
    brush.dome = 0.8f;
    return brush;
}

/// A drop of this width and length that flew to the right.
Stroke drop(Vec2 at, float width, float length) {
    const Vec2 half{0.5f * 0.7854f * length, 0.0f};
    Stroke stroke;
    stroke.path.points = {at - half, at, at + half};
    stroke.width_start = stroke.width_end = width;
    stroke.paint.colour = {0.7f, 0.1f, 0.15f};
    stroke.seed = 5;
    return stroke;
}

Plan plan_of(std::vector<Stroke> strokes) {
    Plan plan = testing::empty_plan();
    plan.materials.support = Support::Panel;
    plan.materials.brushes = {drop_brush()};
    plan.strokes = std::move(strokes);
    return plan;
}

/// Drops of all sizes over and under brushed paint.
Plan busy_drops(Plan plan) {
    plan.materials.brushes.push_back(drop_brush());
    for (size_t i = 0; i < plan.strokes.size(); i += 2) {
        plan.strokes[i].brush = 1;
        if (i % 4 == 0)
            plan.strokes[i].path = drop(plan.strokes[i].path.points[0], 1.0f, 1.5f).path;
    }
    return plan;
}

float height_at(const Image<Rgb>& relief, Vec2 p) {
    const float share =
        relief.at(static_cast<int>(p.x / kDropPixelMm), static_cast<int>(p.y / kDropPixelMm)).g;
    return kLowestRelief + share * (kHighestRelief - kLowestRelief);
}

bool red_at(const Image<Rgb>& picture, Vec2 p) {
    const Rgb c = picture.at(static_cast<int>(p.x / kDropPixelMm), static_cast<int>(p.y / kDropPixelMm));
    return c.r - c.g > 0.35f;
}

Vec2 direction(int turn) {
    const float angle = static_cast<float>(turn) * std::numbers::pi_v<float> / 12.0f;
    return {std::cos(angle), std::sin(angle)};
}

TEST(Drop, IsRoundSeenFromAbove) {
    const Image<Rgb> picture =
        painted(plan_of({drop(kMiddle, 10.0f, 10.0f)}), kDropSize, Finish::Unlit).colour;
    double covered = 0.0;
    for (const Rgb c : picture.pixels())
        covered += static_cast<double>(c.r - c.g > 0.35f ? kDropPixelMm * kDropPixelMm : 0.0f);
    EXPECT_NEAR(covered, 25.0 * std::numbers::pi, 0.12 * 25.0 * std::numbers::pi);
    for (int turn = 0; turn < 24; ++turn) {
        float radius = 0.0f;
        while (red_at(picture, kMiddle + direction(turn) * radius))
            radius += 0.1f;
        EXPECT_NEAR(radius, 5.0f, 0.65f) << "towards " << 15 * turn << " degrees";
    }
}

TEST(Drop, IsAsLongAndWideAsPlanned) {
    const Image<Rgb> picture =
        painted(plan_of({drop(kMiddle, 4.0f, 14.0f)}), kDropSize, Finish::Unlit).colour;
    for (const float side : {-1.0f, 1.0f}) {
        EXPECT_TRUE(red_at(picture, kMiddle + Vec2{side * 6.0f, 0.0f}));
        EXPECT_FALSE(red_at(picture, kMiddle + Vec2{side * 8.0f, 0.0f}));
        EXPECT_TRUE(red_at(picture, kMiddle + Vec2{0.0f, side * 1.7f}));
        EXPECT_FALSE(red_at(picture, kMiddle + Vec2{0.0f, side * 2.4f}));
        EXPECT_FALSE(red_at(picture, kMiddle + Vec2{side * 6.0f, 1.6f})) << "an ellipse has no corners";
    }
}

// A law of all strokes, on which it hangs in what order they may be laid.
TEST(Drop, WithAFlatTipItStaysWithinItsReach) {
    constexpr Size kCoarse{64, 48};
    constexpr float kCoarsePixel = 1.25f;  // mm
    for (const float tip : {0.0f, 0.05f, 1.0f}) {
        Stroke bent = drop(kMiddle, 4.0f, 8.0f);
        bent.path.points = {Vec2{46.0f, 20.0f}, Vec2{30.0f, 20.0f}, Vec2{30.0f, 43.1f}};
        Plan plan = plan_of({bent});
        plan.materials.brushes[0].tip = tip;
        const Image<Rgb> picture = painted(plan, kCoarse, Finish::Unlit).colour;
        plan.strokes.clear();
        const Image<Rgb> bare = painted(plan, kCoarse, Finish::Unlit).colour;
        for (int y = 0; y < kCoarse.height; ++y)
            for (int x = 0; x < kCoarse.width; ++x) {
                const Vec2 p =
                    Vec2{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f} * kCoarsePixel;
                if (p.x > 38.0f && p.y > 30.0f) {
                    ASSERT_EQ(picture.at(x, y), bare.at(x, y)) << x << ", " << y << ", tip " << tip;
                }
            }
    }
}

TEST(Drop, IsADomeSeenFromTheSide) {
    const Image<Rgb> relief =
        painted(plan_of({drop(kMiddle, 10.0f, 10.0f)}), kDropSize, Finish::Relief).colour;
    const float top = height_at(relief, kMiddle);
    EXPECT_GT(top, 0.3f);
    for (int turn = 0; turn < 24; ++turn) {
        float above = top + 1e-4f;
        for (float radius = 0.0f; radius < 6.0f; radius += 0.25f) {
            const float height = height_at(relief, kMiddle + direction(turn) * radius);
            EXPECT_LE(height, above + 0.015f) << radius << " mm out, direction " << turn;
            above = height;
        }
        EXPECT_GT(height_at(relief, kMiddle + direction(turn) * 2.5f), 0.8f * top) << "a shoulder";
        EXPECT_LT(height_at(relief, kMiddle + direction(turn) * 4.7f), 0.65f * top) << "that is round";
        EXPECT_NEAR(height_at(relief, kMiddle + direction(turn) * 6.0f), 0.0f, 0.05f);
    }
}

TEST(Drop, SmallOnesAreLower) {
    float before = 0.0f;
    for (const float width : {0.6f, 1.2f, 2.4f, 4.8f}) {
        const float height = height_at(
            painted(plan_of({drop(kMiddle, width, width)}), kDropSize, Finish::Relief).colour, kMiddle);
        EXPECT_GT(height, before);
        EXPECT_LT(height, 0.5f * width);
        before = height;
    }
}

TEST(Drop, ThoseThatTouchFlowTogether) {
    const Vec2 aside{6.0f, 0.0f};
    const float alone =
        height_at(painted(plan_of({drop(kMiddle, 8.0f, 8.0f)}), kDropSize, Finish::Relief).colour, kMiddle);
    const Image<Rgb> both = painted(plan_of({drop(kMiddle, 8.0f, 8.0f), drop(kMiddle + aside, 8.0f, 8.0f)}),
                                    kDropSize, Finish::Relief)
                                .colour;
    EXPECT_NEAR(height_at(both, kMiddle), alone, 0.02f);
    EXPECT_NEAR(height_at(both, kMiddle + aside), alone, 0.05f);
    EXPECT_GT(height_at(both, kMiddle + aside * 0.5f), 0.7f * alone) << "no ditch between them";
    const std::vector<Stroke> heap(60, drop(kMiddle, 8.0f, 8.0f));
    EXPECT_LT(height_at(painted(plan_of(heap), kDropSize, Finish::Relief).colour, kMiddle), 2.0f * alone);
}

TEST(Drop, KeepsItsColourOverWetPaint) {
    Plan plan = plan_of({});
    plan.materials.wetness = 1.0f;
    plan.materials.brushes.push_back(Brush{});
    Stroke beneath = testing::long_stroke();
    beneath.brush = 1;
    plan.strokes = {beneath, drop(kMiddle, 10.0f, 10.0f)};
    const Image<Rgb> picture = painted(plan, kDropSize, Finish::Unlit).colour;
    for (int turn = 0; turn < 24; ++turn) {
        const Vec2 p = kMiddle + direction(turn) * 4.0f;
        const Rgb c = picture.at(static_cast<int>(p.x / kDropPixelMm), static_cast<int>(p.y / kDropPixelMm));
        EXPECT_NEAR(c.r, 0.7f, 0.01f);
        EXPECT_NEAR(c.b, 0.15f, 0.01f);
    }
}

TEST(Drop, HidesTheBareGroundBeneath) {
    Plan plan = plan_of({drop(kMiddle, 10.0f, 10.0f)});
    plan.materials.palette = testing::five_tubes();
    plan.strokes.front().paint = testing::mixture(plan.materials.palette, {0.2f, 0, 0, 1, 0});
    const Image<Rgb> picture = painted(plan, kDropSize, Finish::Unlit).colour;
    const Rgb seen = testing::mean_colour(picture, {304, 224, 336, 256});
    const Rgb wanted = plan.strokes.front().paint.colour;
    EXPECT_NEAR(seen.r, wanted.r, 0.02f);
    EXPECT_NEAR(seen.g, wanted.g, 0.02f);
    EXPECT_NEAR(seen.b, wanted.b, 0.02f);
}

TEST(Drop, TwoSizesAgreeWhenReduced) {
    const Plan plan =
        plan_of({drop({20, 20}, 3.0f, 3.0f), drop({50, 30}, 5.0f, 9.0f), drop({30, 45}, 1.0f, 1.2f)});
    const Image<Rgb> small = painted(plan, {160, 120}, Finish::Unlit).colour;
    const Image<Rgb> large = painted(plan, {640, 480}, Finish::Unlit).colour;
    double difference = 0.0;
    for (int y = 0; y < 120; ++y)
        for (int x = 0; x < 160; ++x)
            difference += static_cast<double>(std::fabs(
                small.at(x, y).g - testing::mean_colour(large, {4 * x, 4 * y, 4 * x + 4, 4 * y + 4}).g));
    EXPECT_LT(difference / (160.0 * 120.0), 0.003);
}

TEST(Drop, SameValuesForAnyThreadsAndTiles) {
    const Plan plan = busy_drops(testing::busy_plan(80));
    const Picture whole = painted(plan, {161, 121}, Finish::Lit, 1, 256);
    EXPECT_EQ(whole, painted(plan, {161, 121}, Finish::Lit, 3, 19));
}

TEST(Drop, InstructionSetsGiveTheSameBits) {
    for (const Plan& plan :
         {busy_drops(testing::busy_plan(60)), busy_drops(testing::busy_pigment_plan(60))}) {
        const Picture best = painted(plan, {101, 75}, Finish::Lit);
        for (const int64_t target : hwy::SupportedAndGeneratedTargets()) {
            const testing::InstructionSet set(target);
            EXPECT_TRUE(painted(plan, {101, 75}, Finish::Lit) == best) << hwy::TargetName(target);
        }
    }
}

TEST(Drop, OddOnesDoNoHarm) {
    Stroke still = drop(kMiddle, 2.0f, 0.0f), hair = drop(kMiddle, 1e-5f, 3.0f);
    const Picture picture =
        painted(plan_of({still, hair, drop({-50, -50}, 3.0f, 3.0f)}), kDropSize, Finish::Lit);
    for (const Rgb c : picture.colour.pixels())
        ASSERT_TRUE(std::isfinite(c.r) && std::isfinite(c.g) && std::isfinite(c.b));
}

}  // namespace
}  // namespace allaprima
