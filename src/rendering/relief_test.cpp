#include <gtest/gtest.h>

#include <cmath>

#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

using testing::painted;

constexpr Size kReliefSize{320, 240};
constexpr float kReliefPixelMm = 0.25f;

float height_at(const Image<Rgb>& relief, int x, int y) {
    return kLowestRelief + relief.at(x, y).g * (kHighestRelief - kLowestRelief);
}

TEST(Relief, NormalsAreUnitVectorsThatFaceTheEye) {
    for (const Plan& plan : {testing::busy_plan(60), testing::busy_pigment_plan(60)}) {
        const Image<Rgb> normals = painted(plan, kReliefSize, Finish::Normals).colour;
        for (const Rgb c : normals.pixels()) {
            const float x = 2.0f * c.r - 1.0f, y = 2.0f * c.g - 1.0f, z = 2.0f * c.b - 1.0f;
            ASSERT_NEAR(x * x + y * y + z * z, 1.0f, 1e-5f);
            ASSERT_GT(z, 0.0f);
        }
    }
}

TEST(Relief, NormalsAgreeWithTheDifferencesOfHeights) {
    const Plan plan = testing::busy_pigment_plan(60);
    const Image<Rgb> relief = painted(plan, kReliefSize, Finish::Relief).colour;
    const Image<Rgb> normals = painted(plan, kReliefSize, Finish::Normals).colour;
    for (int y = 1; y < kReliefSize.height - 1; ++y)
        for (int x = 1; x < kReliefSize.width - 1; ++x) {
            const Vec2 slope{
                (height_at(relief, x + 1, y) - height_at(relief, x - 1, y)) / (2.0f * kReliefPixelMm),
                (height_at(relief, x, y + 1) - height_at(relief, x, y - 1)) / (2.0f * kReliefPixelMm)};
            const Rgb n = normals.at(x, y);
            const float z = 2.0f * n.b - 1.0f;
            const Vec2 told{-(2.0f * n.r - 1.0f) / z, (2.0f * n.g - 1.0f) / z};
            // Steep slopes slump, which turns no slope into another direction.
            ASSERT_NEAR(cross(slope, told), 0.0f, 2e-4f) << x << ' ' << y;
            ASSERT_NEAR(length(told), length(slope) / std::sqrt(1.0f + dot(slope, slope) / 0.81f), 2e-4f)
                << x << ' ' << y;
        }
}

TEST(Relief, BarePrimingLiesAboutZeroAndPaintAbove) {
    Plan plan = testing::empty_plan();
    plan.materials.support = Support::Panel;
    auto mean_height = [&] {
        const Rgb mean =
            testing::mean_colour(painted(plan, kReliefSize, Finish::Relief).colour, {80, 100, 200, 140});
        return kLowestRelief + mean.g * (kHighestRelief - kLowestRelief);
    };
    EXPECT_NEAR(mean_height(), 0.0f, 0.002f);
    plan.strokes = {testing::long_stroke()};
    float before = 0.0f;
    for (float load : {0.3f, 0.6f, 0.9f}) {
        plan.strokes[0].load = load;
        const float height = mean_height();
        EXPECT_GT(height, before + 0.02f) << "mm, load " << load;
        before = height;
    }
}

double squared_error(const Image<Rgb>& a, const Image<Rgb>& b) {
    double sum = 0.0;
    for (size_t i = 0; i < a.pixels().size(); ++i) {
        const Rgb off = a.pixels()[i] - b.pixels()[i];
        sum += static_cast<double>(off.r * off.r + off.g * off.g + off.b * off.b);
    }
    return sum;
}

Picture lit_from(float azimuth, const Plan& plan) {
    RenderSettings settings;
    settings.size = kReliefSize;
    settings.light = {azimuth, 20.0f};
    return render_picture(plan, settings, ThreadPool(2));
}

TEST(Relief, LightBringsItOutAsStronglyAsAsked) {
    const Plan plan = testing::busy_plan(60);
    RenderSettings settings{.size = {160, 120}, .light = {315.0f, 30.0f}};
    const auto shown = [&](float strength) {
        settings.relief_strength = strength;
        return render_picture(plan, settings, ThreadPool(2)).colour;
    };
    const Image<Rgb> flat = shown(0.0f), usual = shown(1.0f);
    double before = 0.0;
    for (const float strength : {0.5f, 1.0f, 2.0f}) {
        const double off = squared_error(flat, shown(strength));
        EXPECT_GT(off, 1.5 * before) << strength;
        before = off;
    }
    EXPECT_EQ(shown_as(Brief{}, settings.size).relief_strength, 1.0f);
    EXPECT_EQ(usual,
              render_picture(plan, {.size = {160, 120}, .light = {315.0f, 30.0f}}, ThreadPool(1)).colour);
}

TEST(Relief, OneLightGivesOnePicture) {
    const Plan plan = testing::busy_plan(60);
    EXPECT_EQ(lit_from(77.0f, plan), lit_from(77.0f, plan));
    EXPECT_EQ(lit_from(0.0f, plan), lit_from(360.0f, plan)) << "once around";
    EXPECT_NE(lit_from(0.0f, plan), lit_from(180.0f, plan));
}

}  // namespace
}  // namespace allaprima
