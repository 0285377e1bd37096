#include "exporting/stroke_order.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

using testing::painted;

/// Strokes of a few brushes in two passes, wet or not, with pigments or without; some leave the canvas.
Plan random_plan(uint64_t seed, int strokes) {
    Plan plan = seed % 2 == 0 ? testing::busy_pigment_plan(strokes) : testing::busy_plan(strokes);
    Rng rng(seed, 1);
    plan.materials.brushes = {
        {}, {.name = "round", .tip = 1.0f, .ragged = 0.6f}, {.name = "drops", .dome = 0.7f}};
    plan.materials.wetness = rng.unit();
    plan.planned_pixel_mm = rng.between(0.2f, 1.0f);
    for (Stroke& stroke : plan.strokes) {
        const Stroke other = testing::random_stroke(rng);
        const float scale = rng.between(0.05f, 0.6f);
        for (size_t i = 0; i < 3; ++i)
            stroke.path.points[i] =
                other.path.points[0] + (other.path.points[i] - other.path.points[0]) * scale;
        stroke.width_start = scale * other.width_start + 0.3f;
        stroke.width_end = scale * other.width_end + 0.3f;
        stroke.fade = rng.unit();
        stroke.brush = static_cast<int>(rng.between(0.0f, 2.99f));
    }
    if (plan.passes.empty())
        plan.passes = {{"form", strokes / 2, Coat::Body}, {"detail", strokes - strokes / 2, Coat::Body}};
    return plan;
}

TEST(StrokeReach, CostsNoMoreForStrokesAsWideAsThePage) {
    Plan plan = testing::empty_plan();
    Rng rng(5, 1);
    for (int i = 0; i < 2000; ++i) {
        Stroke stroke = testing::random_stroke(rng);
        stroke.width_start = stroke.width_end = 400.0f;
        plan.strokes.push_back(stroke);
    }
    EXPECT_TRUE(StrokeReach(plan).may_touch(0, 1));
}

std::vector<size_t> random_keys(uint64_t seed, size_t count) {
    Rng rng(seed, 2);
    std::vector<size_t> keys(count);
    for (size_t& key : keys)
        key = static_cast<size_t>(rng.between(0.0f, 3.99f));
    return keys;
}

Plan in_order(const Plan& plan, const std::vector<size_t>& order) {
    Plan moved = plan;
    for (size_t i = 0; i < order.size(); ++i)
        moved.strokes[i] = plan.strokes[order[i]];
    return moved;
}

size_t changes(const std::vector<size_t>& keys, const std::vector<size_t>& order) {
    size_t count = 0;
    for (size_t i = 1; i < order.size(); ++i)
        count += keys[order[i]] != keys[order[i - 1]] ? 1 : 0;
    return count;
}

RC_GTEST_PROP(StrokeOrder, ThePaintingStaysTheSame, ()) {
    const auto seed = *rc::gen::arbitrary<uint64_t>();
    const int strokes = *rc::gen::inRange(2, 40);
    const Plan plan = random_plan(seed, strokes);
    const std::vector<size_t> keys = random_keys(seed, plan.strokes.size());
    SilentObserver observer;
    const std::optional<std::vector<size_t>> order = order_by_key(plan, keys, observer);
    RC_ASSERT(order.has_value());
    const Plan moved = in_order(plan, *order);
    for (const Finish finish : {Finish::Lit, Finish::Flat, Finish::Relief}) {
        const Picture before = painted(plan, {64, 48}, finish), after = painted(moved, {64, 48}, finish);
        RC_ASSERT(before.colour == after.colour);
    }
}

RC_GTEST_PROP(StrokeOrder, PassesKeepTheirStrokesAndNoneIsLost, ()) {
    const auto seed = *rc::gen::arbitrary<uint64_t>();
    const Plan plan = random_plan(seed, *rc::gen::inRange(4, 60));
    SilentObserver observer;
    std::vector<size_t> order = *order_by_key(plan, random_keys(seed, plan.strokes.size()), observer);
    auto from = order.begin();
    size_t first = 0;
    for (const Pass& pass : plan.passes) {
        std::sort(from, from + pass.strokes);
        for (int i = 0; i < pass.strokes; ++i)
            RC_ASSERT(*from++ == first++);
    }
}

TEST(StrokeOrder, KeysAreGathered) {
    Plan plan = testing::empty_plan();
    for (int i = 0; i < 12; ++i) {
        Stroke stroke = testing::long_stroke();
        stroke.width_start = stroke.width_end = 1.0f;
        for (Vec2& p : stroke.path.points)
            p = {10.0f + 0.1f * p.x, 4.0f + 4.4f * static_cast<float>(i)};
        plan.strokes.push_back(stroke);
    }
    plan.planned_pixel_mm = 0.1f;
    std::vector<size_t> keys(12);
    for (size_t i = 0; i < 12; ++i)
        keys[i] = i % 3;
    SilentObserver observer;
    const std::vector<size_t> order = *order_by_key(plan, keys, observer);
    EXPECT_EQ(changes(keys, order), 2u);
}

TEST(StrokeOrder, OfTwoThatTouchTheEarlierStaysEarlier) {
    Plan plan = testing::empty_plan();
    plan.strokes = {testing::long_stroke(), testing::long_stroke(), testing::long_stroke()};
    SilentObserver observer;
    EXPECT_EQ(*order_by_key(plan, {0, 1, 0}, observer), (std::vector<size_t>{0, 1, 2}));
}

}  // namespace
}  // namespace allaprima
