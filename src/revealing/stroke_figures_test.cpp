#include "revealing/stroke_figures.h"

#include <gtest/gtest.h>

#include <numeric>

#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

TEST(StrokeFigures, OfOneStrokeAreItsOwn) {
    Plan plan;
    plan.width_mm = 100.0f;
    plan.height_mm = 50.0f;
    plan.passes = {{"only", 1}};
    Stroke stroke;
    stroke.path = {{Vec2{0.0f, 10.0f}, Vec2{20.0f, 10.0f}, Vec2{40.0f, 10.0f}}};
    stroke.width_start = 4.0f;
    stroke.width_end = 6.0f;
    plan.strokes = {stroke};
    for (const StrokeFigures& figures : stroke_figures(plan)) {
        EXPECT_EQ(figures.strokes, 1);
        EXPECT_NEAR(figures.way_m, 0.04, 1e-6);
        EXPECT_NEAR(figures.covered, (40.0 + 2.5) * 5.0 / 5000.0, 1e-6);
        EXPECT_NEAR(figures.narrowest_mm, 5.0, 1e-6);
        EXPECT_NEAR(figures.widest_mm, 5.0, 1e-6);
    }
}

TEST(StrokeFigures, PassesAddUpToTheWhole) {
    const Plan plan = testing::busy_pigment_plan(60);
    const std::vector<StrokeFigures> figures = stroke_figures(plan);
    ASSERT_EQ(figures.size(), plan.passes.size() + 1);
    StrokeFigures sum;
    for (size_t i = 1; i < figures.size(); ++i) {
        sum.strokes += figures[i].strokes;
        sum.way_m += figures[i].way_m;
        sum.covered += figures[i].covered;
        EXPECT_EQ(figures[i].name, plan.passes[i - 1].name);
    }
    EXPECT_EQ(sum.strokes, figures[0].strokes);
    EXPECT_NEAR(sum.way_m, figures[0].way_m, 1e-9);
    EXPECT_NEAR(sum.covered, figures[0].covered, 1e-9);
}

TEST(StrokeFigures, TubesShareAllThePaint) {
    const std::vector<double> shares = tube_shares(testing::busy_pigment_plan(30));
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-6);
    EXPECT_TRUE(tube_shares(testing::busy_plan(5)).empty());
}

TEST(StrokeFigures, HeapsComeWithThoseThatCoverMostFirst) {
    const Plan plan = testing::busy_pigment_plan(40);
    const std::vector<Heap> heaps = heaps_of(plan);
    ASSERT_FALSE(heaps.empty());
    int strokes = 0;
    for (size_t i = 0; i < heaps.size(); ++i) {
        strokes += heaps[i].strokes;
        EXPECT_GT(std::accumulate(heaps[i].parts.begin(), heaps[i].parts.end(), 0), 0);
        if (i > 0) {
            EXPECT_GE(heaps[i - 1].covered, heaps[i].covered);
        }
    }
    EXPECT_LE(strokes, 40);
    EXPECT_TRUE(heaps_of(testing::busy_plan(5)).empty());
}

}  // namespace
}  // namespace allaprima
