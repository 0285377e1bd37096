#include "rendering/growing_picture.h"

#include <gtest/gtest.h>

#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

using testing::busy_pigment_plan;
using testing::busy_plan;

/// The plan as it stood after so many strokes.
Plan cut_off(Plan plan, size_t strokes) {
    plan.strokes.resize(strokes);
    int left = static_cast<int>(strokes);
    for (Pass& pass : plan.passes) {
        pass.strokes = std::min(pass.strokes, left);
        left -= pass.strokes;
    }
    return plan;
}

void expect_every_step_equal(const Plan& plan, RenderSettings settings, int threads) {
    const ThreadPool workers(threads);
    GrowingPicture growing(plan, settings, workers);
    for (const size_t strokes : {0u, 1u, 2u, 7u, 19u, 20u, 31u, 40u}) {
        growing.lay_up_to(strokes);
        EXPECT_EQ(growing.strokes(), strokes);
        const Picture whole = render_picture(cut_off(plan, strokes), settings, workers);
        EXPECT_EQ(growing.picture().colour, whole.colour) << strokes << " strokes";
        EXPECT_EQ(growing.picture().alpha, whole.alpha) << strokes << " strokes";
    }
}

TEST(GrowingPicture, IsTheRenderingAtEveryStep) {
    for (const Finish finish : {Finish::Lit, Finish::Unlit, Finish::Flat, Finish::Relief}) {
        const RenderSettings settings{.size = {160, 120}, .finish = finish, .light = {}, .tile = 50};
        expect_every_step_equal(busy_plan(40), settings, 1);
        expect_every_step_equal(busy_pigment_plan(40), settings, 2);
    }
}

TEST(GrowingPicture, IsTheRenderingWithoutAGroundToo) {
    Plan plan = busy_pigment_plan(40);
    plan.transparent = true;
    expect_every_step_equal(plan, {.size = {97, 73}, .light = {}}, 2);
}

TEST(GrowingPicture, IsTheRenderingUpToASignature) {
    Plan plan = busy_plan(40);
    for (size_t i = 30; i < 40; ++i)
        plan.strokes[i].width_start = plan.strokes[i].width_end = 0.3f;
    expect_every_step_equal(plan, {.size = {640, 480}, .light = {}}, 2);
}

TEST(GrowingPicture, ChangesNothingOutsideTheAreasItNames) {
    const Plan plan = busy_pigment_plan(40);
    const RenderSettings settings{.size = {160, 120}, .light = {}, .tile = 64};
    const ThreadPool workers(1);
    GrowingPicture growing(plan, settings, workers);
    for (size_t strokes = 1; strokes <= 40; ++strokes) {
        Image<Rgb> before = growing.picture().colour;
        for (const PixelRect& area : growing.lay_up_to(strokes))
            for (int y = area.y0; y < area.y1; ++y)
                for (int x = area.x0; x < area.x1; ++x)
                    before.at(x, y) = growing.picture().colour.at(x, y);
        EXPECT_EQ(before, growing.picture().colour);
    }
}

TEST(GrowingPicture, LeavesAloneWhatLiesOutsideOfThePicture) {
    Plan plan = testing::empty_plan();
    plan.strokes = {testing::long_stroke(), testing::long_stroke()};
    for (Vec2& point : plan.strokes[0].path.points)
        point.y = 1e7f;
    for (Vec2& point : plan.strokes[1].path.points)
        point.x = -1e7f;
    const ThreadPool workers(1);
    const RenderSettings settings{.size = {40, 30}, .light = {}};
    GrowingPicture growing(plan, settings, workers);
    EXPECT_TRUE(growing.lay_up_to(2).empty());
}

TEST(GrowingPicture, KnowsWhatItKeeps) {
    const Plan plan = busy_pigment_plan(4);
    EXPECT_GT(GrowingPicture::bytes(plan, {1920, 1080}), 1920LL * 1080 * 4 * (9 + 16 + 3));
    EXPECT_LT(GrowingPicture::bytes(plan, {1920, 1080}), 1LL << 29);
}

}  // namespace
}  // namespace allaprima
