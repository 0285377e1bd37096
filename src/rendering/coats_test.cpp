#include <gtest/gtest.h>

#include <cmath>

#include "image/cie.h"
#include "rendering/sample_plans.h"
#include "rendering/tooth.h"

namespace allaprima {
namespace {

using testing::mixture;
using testing::painted;

constexpr Size kCoatsSize{320, 240};            // four pixels to a millimetre
constexpr PixelRect kInside{80, 96, 240, 144};  // of the stroke through the middle

/// One stroke in pigments through the middle of a white canvas.
Plan coated(Coat coat, std::array<float, 5> parts, float load, float opacity = 1.0f) {
    Plan plan = testing::empty_plan();
    plan.ground = {0.95f, 0.945f, 0.925f};
    plan.materials.palette = testing::five_tubes();
    Stroke stroke = testing::long_stroke();
    stroke.paint = mixture(plan.materials.palette, parts);
    stroke.load = load;
    stroke.opacity = opacity;
    plan.strokes = {stroke};
    plan.passes = {{"only", 1, coat}};
    return plan;
}

/// The same over a dry stroke of thick paint with its furrows.
Plan over_impasto(Plan plan) {
    Stroke beneath = plan.strokes.front();
    beneath.paint = mixture(plan.materials.palette, {1, 0, 0, 0, 0});
    beneath.load = 1.0f;
    beneath.opacity = 1.0f;
    beneath.seed = 7;
    plan.strokes.insert(plan.strokes.begin(), beneath);
    plan.passes.insert(plan.passes.begin(), {"form", 1, Coat::Body});
    return plan;
}

Image<Rgb> colours(const Plan& plan) {
    return painted(plan, kCoatsSize, Finish::Unlit).colour;
}

float lightness(const Plan& plan) {
    return lab_of_srgb(testing::mean_colour(colours(plan), kInside)).lightness;
}

constexpr std::array<std::array<float, 5>, 3> kGlazePaints = {
    {{0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}, {0, 1, 0, 1, 0}}};

TEST(Coats, AGlazeDarkensAWhiteGroundEverywhere) {
    Plan bare = coated(Coat::Glaze, {0, 0, 0, 1, 0}, 0.5f);
    bare.strokes.clear();
    bare.passes.clear();
    const Image<Rgb> before = colours(bare);
    for (const auto& parts : kGlazePaints) {
        const Image<Rgb> after = colours(coated(Coat::Glaze, parts, 0.5f));
        for (int y = 0; y < kCoatsSize.height; ++y)
            for (int x = 0; x < kCoatsSize.width; ++x)
                ASSERT_LE(lab_of_srgb(after.at(x, y)).lightness,
                          lab_of_srgb(before.at(x, y)).lightness + 0.01f)
                    << x << ' ' << y;
        EXPECT_LT(lightness(coated(Coat::Glaze, parts, 0.5f)), lightness(bare) - 3.0f);
    }
}

TEST(Coats, AGlazeTwiceAsThickDarkensMore) {
    for (const auto& parts : kGlazePaints)
        for (float load : {0.1f, 0.2f, 0.4f})
            EXPECT_LT(lightness(coated(Coat::Glaze, parts, 2.0f * load)),
                      lightness(coated(Coat::Glaze, parts, load)))
                << "load " << load;
}

TEST(Coats, AGlazeLeavesTheReliefBeneath) {
    const Plan glazed = over_impasto(coated(Coat::Glaze, {0, 0, 0, 1, 0}, 0.5f));
    Plan without = glazed;
    without.strokes.pop_back();
    without.passes.pop_back();
    EXPECT_EQ(painted(glazed, kCoatsSize, Finish::Relief), painted(without, kCoatsSize, Finish::Relief));
    EXPECT_LT(lightness(glazed), lightness(without) - 3.0f);
}

TEST(Coats, BodyPaintHides) {
    const std::array<float, 5> parts{1, 0, 0, 1, 1};
    Plan over_black = over_impasto(coated(Coat::Body, parts, 0.9f));
    over_black.materials.wetness = 0.0f;
    Plan over_white = over_black;
    over_black.strokes[0].paint = mixture(over_black.materials.palette, {0, 1, 0, 0, 0});
    const Rgb dark = testing::mean_colour(colours(over_black), kInside);
    const Rgb light = testing::mean_colour(colours(over_white), kInside);
    EXPECT_LT(delta_e_2000(lab_of_srgb(dark), lab_of_srgb(light)), 1.0);
}

TEST(Coats, ThinPaintOnTheGroundIsAsLightAsPlanned) {
    for (std::array<float, 5> parts :
         {std::array<float, 5>{0, 0, 0, 1, 0}, {3, 0, 0, 0, 1}, {1, 0, 1, 0, 0}, {0, 1, 0, 0, 0}})
        for (float opacity : {0.2f, 0.4f, 0.6f, 0.8f}) {
            Plan plan = coated(Coat::Body, parts, 0.5f, opacity);
            plan.ground = {0.6f, 0.5f, 0.4f};
            const Rgb flat = testing::mean_colour(painted(plan, kCoatsSize, Finish::Flat).colour, kInside);
            EXPECT_NEAR(lightness(plan), lab_of_srgb(flat).lightness, 6.0f) << "opacity " << opacity;
        }
}

TEST(Coats, HairsThatStandApartLeaveTheGroundBare) {
    Plan plan = coated(Coat::Body, {0, 1, 0, 0, 0}, 0.7f);
    plan.materials.brushes[0].contact = 0.5f;
    const Image<Rgb> picture = colours(plan);
    int bare = 0, covered = 0, all = 0;
    for (int y = kInside.y0; y < kInside.y1; ++y)
        for (int x = kInside.x0; x < kInside.x1; ++x, ++all) {
            const float grey = lab_of_srgb(picture.at(x, y)).lightness;
            bare += grey > 80.0f ? 1 : 0;
            covered += grey < 15.0f ? 1 : 0;
        }
    EXPECT_GT(bare, all / 4);
    EXPECT_GT(covered, all / 4);
}

constexpr float kFromNear = 0.05f;  // mm; pixels that show the weave

/// How much a scumble covers of each pixel of some 20 × 12 mm: the alpha of one that lies alone.
Image<float> scumbled(float opacity) {
    Plan plan = coated(Coat::Scumble, {1, 0, 0, 0, 0}, 0.3f, opacity);
    plan.transparent = true;
    plan.width_mm = 20.0f;
    plan.height_mm = 12.0f;
    plan.strokes[0].path.points = {Vec2{-20.0f, 6.0f}, Vec2{10.0f, 6.0f}, Vec2{40.0f, 6.0f}};
    return painted(plan, {400, 240}, Finish::Unlit).alpha;
}

TEST(Coats, AScumbleBreaksOnTheWeave) {
    const Image<float> cover = scumbled(0.45f);
    const Tooth tooth;
    int bare = 0, hidden = 0, all = 0;
    double on_covered = 0.0, on_bare = 0.0, covered = 0.0;
    for (int y = 60; y < 180; ++y)
        for (int x = 0; x < cover.width(); ++x, ++all) {
            const float share = cover.at(x, y);
            const Vec2 centre{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
            const float height = tooth.height_at(centre * kFromNear, kFromNear);
            bare += share < 0.15f ? 1 : 0;
            hidden += share > 0.7f ? 1 : 0;
            covered += share;
            on_covered += share * height;
            on_bare += (1.0f - share) * height;
        }
    EXPECT_GT(bare, all / 10) << "ground that stays visible";
    EXPECT_GT(hidden, all / 10) << "peaks that are touched";
    EXPECT_GT(on_covered / covered, on_bare / (all - covered) + 0.004)
        << "mm; paint catches on what stands up";
    EXPECT_NEAR(covered / all, 0.45, 0.06) << "and covers as much as was planned";
}

TEST(Coats, AFullScumbleCoversMoreThanAThinOne) {
    auto covered = [](float opacity) {
        const Image<float> cover = scumbled(opacity);
        double sum = 0.0;
        for (float share : cover.pixels())
            sum += share;
        return sum;
    };
    EXPECT_GT(covered(0.6f), 1.5 * covered(0.3f));
}

}  // namespace
}  // namespace allaprima
