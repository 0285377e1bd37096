#include "rendering/pickup.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace allaprima {
namespace {

Plan plan_with(std::vector<Stroke> strokes) {
    Plan plan;
    plan.width_mm = 100.0f;
    plan.height_mm = 60.0f;
    plan.ground = {1.0f, 1.0f, 1.0f};
    plan.planned_pixel_mm = 0.5f;
    plan.strokes = std::move(strokes);
    return plan;
}

std::vector<PickUp> pick_up_paint(const Plan& plan) {
    const ThreadPool workers(2);
    PickUpWalk walk(plan, workers);
    std::vector<PickUp> tables(plan.strokes.size());
    std::ranges::generate(tables, [&walk] { return walk.next(); });
    return tables;
}

Stroke stroke_at(float y, Rgb colour) {
    Stroke stroke;
    stroke.path.points = {Vec2{10.0f, y}, Vec2{50.0f, y}, Vec2{90.0f, y}};
    stroke.width_start = stroke.width_end = 10.0f;
    stroke.paint.colour = colour;
    return stroke;
}

TEST(PickUp, BrushThroughItsOwnColourStaysClean) {
    const Rgb red{0.7f, 0.1f, 0.1f};
    const std::vector<PickUp> tables =
        pick_up_paint(plan_with({stroke_at(30.0f, red), stroke_at(30.0f, red)}));
    ASSERT_EQ(tables.size(), 2u);
    const Rgb stray = tables[1].colour_at(0.0f, 0.5f);
    EXPECT_NEAR(stray.r, 0.0f, 1e-4f);
    EXPECT_NEAR(stray.g, 0.0f, 1e-4f);
}

TEST(PickUp, BrushCarriesWhatItCrosses) {
    const Rgb red{0.7f, 0.1f, 0.1f}, blue{0.1f, 0.1f, 0.7f};
    const std::vector<PickUp> tables =
        pick_up_paint(plan_with({stroke_at(30.0f, red), stroke_at(30.0f, blue)}));
    const Rgb early = tables[1].colour_at(0.0f, 0.05f), late = tables[1].colour_at(0.0f, 0.9f);
    EXPECT_GT(late.r, early.r) << "more red on the brush the longer it went through red";
    EXPECT_GT(late.r, 0.1f);
    EXPECT_LT(late.b, -0.1f);
}

TEST(PickUp, GroupsCarryDifferentColours) {
    const Rgb red{0.7f, 0.1f, 0.1f}, yellow{0.8f, 0.7f, 0.1f}, blue{0.1f, 0.1f, 0.7f};
    // The third stroke runs half on the first, half on the second.
    const std::vector<PickUp> tables =
        pick_up_paint(plan_with({stroke_at(25.0f, red), stroke_at(35.0f, yellow), stroke_at(30.0f, blue)}));
    EXPECT_LT(tables[2].colour_at(-0.8f, 0.8f).g, tables[2].colour_at(0.8f, 0.8f).g - 0.05f);
}

TEST(PickUp, DryGroundStaysWhereItIs) {
    const std::vector<PickUp> tables = pick_up_paint(plan_with({stroke_at(30.0f, {0.1f, 0.1f, 0.7f})}));
    EXPECT_EQ(tables[0].colour_at(0.0f, 0.9f), Rgb{});
}

TEST(PickUp, NothingIsWetInADryPainting) {
    Plan plan = plan_with({stroke_at(30.0f, {0.7f, 0.1f, 0.1f}), stroke_at(30.0f, {0.1f, 0.1f, 0.7f})});
    plan.materials.wetness = 0.0f;
    for (const PickUp& table : pick_up_paint(plan))
        EXPECT_TRUE(table.clean());
}

TEST(PickUp, AScumbleFindsEverythingDry) {
    Plan plan = plan_with({stroke_at(30.0f, {0.7f, 0.1f, 0.1f}), stroke_at(30.0f, {0.1f, 0.1f, 0.7f})});
    plan.passes = {{"form", 1, Coat::Body}, {"scumble", 1, Coat::Scumble}};
    EXPECT_TRUE(pick_up_paint(plan)[1].clean());
}

TEST(PickUp, TubesAreCarriedToo) {
    Plan plan = plan_with({stroke_at(30.0f, {0.7f, 0.1f, 0.1f}), stroke_at(30.0f, {0.1f, 0.1f, 0.7f})});
    plan.materials.palette = {"two", {*find_pigment("Pyrrole Red"), *find_pigment("Ultramarine Blue")}};
    plan.strokes[0].paint.shares = {1.0f, 0.0f};
    plan.strokes[1].paint.shares = {0.0f, 1.0f};
    const PickUp table = pick_up_paint(plan)[1];
    const size_t size = 4 + 4;
    const float* last = table.stray.data() + table.stray.size() - size;
    EXPECT_GT(last[4], 0.05f) << "red that it carries";
    EXPECT_NEAR(last[4] + last[5], 0.0f, 1e-5f) << "in place of blue";
}

}  // namespace
}  // namespace allaprima
