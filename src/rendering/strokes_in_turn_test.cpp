#include "rendering/strokes_in_turn.h"

#include <gtest/gtest.h>

#include "rendering/detail.h"
#include "rendering/growing_picture.h"
#include "rendering/rendering_cost.h"
#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

using testing::busy_pigment_plan;

RenderSettings small_picture() {
    return {.size = {96, 72}, .light = {}, .tile = 40};
}

TEST(StrokesInTurn, HoldNoMoreThanTheMemoryForThem) {
    const Plan plan = busy_pigment_plan(20);
    RenderSettings settings = small_picture();
    settings.ready_bytes = 4 * StrokesInTurn::bytes_of(plan.strokes[0], plan, 1.0f);
    const ThreadPool workers(1);
    StrokesInTurn strokes(plan, settings, workers);
    EXPECT_FALSE(strokes.all_ready());
    size_t seen = 0;
    do {
        EXPECT_EQ(strokes.scene().first, seen);
        EXPECT_GT(strokes.scene().end(), seen);
        seen = strokes.scene().end();
    } while (strokes.ready_next());
    EXPECT_EQ(seen, plan.strokes.size());
    strokes.begin_again();
    EXPECT_EQ(strokes.scene().first, 0u);
}

TEST(StrokesInTurn, MakeTheSamePicture) {
    for (Plan plan : {testing::busy_plan(20), busy_pigment_plan(20)})
        for (const bool transparent : {false, true}) {
            plan.transparent = transparent;
            const ThreadPool workers(2);
            RenderSettings settings = small_picture();
            const Picture at_once = render_picture(plan, settings, workers);
            settings.ready_bytes = 1;
            const Picture in_turns = render_picture(plan, settings, workers);
            EXPECT_EQ(at_once.colour, in_turns.colour);
            EXPECT_EQ(at_once.alpha, in_turns.alpha);
            GrowingPicture growing(plan, settings, workers);
            growing.lay_up_to(7);
            growing.lay_up_to(plan.strokes.size());
            EXPECT_EQ(growing.picture().colour, at_once.colour);
        }
}

TEST(StrokesInTurn, TakeNoMoreForWideStrokesThanAFewMegabytes) {
    Plan plan = testing::empty_plan();
    plan.width_mm = plan.height_mm = 600.0f;
    Stroke stroke = testing::long_stroke();
    stroke.path.points = {Vec2{0.0f, 300.0f}, Vec2{300.0f, 300.0f}, Vec2{600.0f, 300.0f}};
    stroke.width_start = stroke.width_end = 600.0f;
    EXPECT_LT(StrokesInTurn::bytes_of(stroke, plan, 1.0f), size_t{4} << 20);
}

TEST(Detail, IsLessOnlyWhereNoHandWouldLayIt) {
    Plan plan = testing::busy_plan(40);
    EXPECT_EQ(detail_of(plan), 1.0f);
    Stroke wide = testing::long_stroke();
    wide.width_start = wide.width_end = 900.0f;
    plan.strokes.assign(1000, wide);
    EXPECT_NEAR(detail_of(plan), 0.2f, 1e-3f);
    EXPECT_LT(StrokesInTurn::bytes_of(wide, plan, detail_of(plan)),
              StrokesInTurn::bytes_of(wide, plan, 1.0f) / 3);
}

TEST(RenderingCost, GrowsWithStrokesPixelsAndWhatTheyCover) {
    const Plan few = testing::busy_plan(10), many = testing::busy_plan(40);
    const RenderSettings small{.size = {80, 60}, .light = {}}, large{.size = {800, 600}, .light = {}};
    EXPECT_GT(rendering_cost(many, small).laid_pixels, rendering_cost(few, small).laid_pixels);
    EXPECT_GT(rendering_cost(few, large).laid_pixels, rendering_cost(few, small).laid_pixels);
    RenderSettings part = large;
    part.part = PixelRect{0, 0, 8, 6};
    EXPECT_LT(rendering_cost(few, part).laid_pixels, rendering_cost(few, large).laid_pixels);
}

TEST(RenderingCost, CountsEveryPixelUnderAStroke) {
    Plan plan = testing::empty_plan();
    plan.strokes.assign(100, testing::long_stroke());
    for (Stroke& stroke : plan.strokes)
        stroke.width_start = stroke.width_end = 600.0f;
    EXPECT_GE(rendering_cost(plan, {.size = {80, 60}, .light = {}}).laid_pixels, 100.0 * 80 * 60);
}

}  // namespace
}  // namespace allaprima
