#include "rendering/laid_part.h"

#include <gtest/gtest.h>

#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

using testing::busy_pigment_plan;
using testing::busy_plan;

/// Tries strokes over a plan, and renders the plan that has them.
void expect_equal_to_the_rendering(Plan plan, const RenderSettings& settings) {
    const ThreadPool workers(2);
    if (plan.passes.empty())
        plan.passes = {{"body", static_cast<int>(plan.strokes.size())}};
    std::vector<Stroke> tried(plan.strokes.begin(), plan.strokes.begin() + 6);
    for (Stroke& stroke : tried)
        for (Vec2& point : stroke.path.points)
            point = point + Vec2{6.0f, 4.0f};
    Plan all = plan;
    all.strokes.insert(all.strokes.end(), tried.begin(), tried.end());
    all.passes.push_back({"retouches", 6});
    const LaidPart laid(plan, settings, workers);
    EXPECT_EQ(laid.picture().colour, render_picture(plan, settings, workers).colour);
    for (int time = 0; time < 2; ++time)
        EXPECT_EQ(laid.with(tried).colour, render_picture(all, settings, workers).colour) << "try " << time;
    EXPECT_EQ(laid.with({}).colour, laid.picture().colour);
}

TEST(LaidPart, IsTheRenderingWithAllThatIsTried) {
    const RenderSettings part{
        .size = {96, 72}, .finish = Finish::Unlit, .light = {}, .tile = 40, .part = PixelRect{11, 7, 90, 61}};
    expect_equal_to_the_rendering(busy_plan(30), part);
    expect_equal_to_the_rendering(busy_pigment_plan(30), part);
    expect_equal_to_the_rendering(busy_plan(30), {.size = {96, 72}, .light = {}});
}

TEST(LaidPart, IsTheRenderingWhereStrokesAreMadeReadyInTurns) {
    expect_equal_to_the_rendering(busy_pigment_plan(30),
                                  {.size = {64, 48}, .light = {}, .ready_bytes = 100'000});
}

}  // namespace
}  // namespace allaprima
