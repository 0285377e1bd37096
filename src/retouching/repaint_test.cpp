#include "retouching/repaint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "image/filters.h"
#include "planning/append_pass.h"
#include "planning/painted_picture.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

constexpr Size kSize{64, 48};
constexpr PixelRect kPlace{36, 12, 56, 36};

/// Stripes on the right, an even ground on the left.
Reference striped() {
    Reference reference;
    reference.colour = Image<Rgb>(kSize, {0.6f, 0.55f, 0.5f});
    reference.ground = {0.6f, 0.55f, 0.5f};
    for (int y = 0; y < kSize.height; ++y)
        for (int x = 32; x < kSize.width; ++x)
            reference.colour.at(x, y) = y / 4 % 2 == 0 ? Rgb{0.85f, 0.8f, 0.7f} : Rgb{0.3f, 0.2f, 0.2f};
    return reference;
}

/// Painted with few strokes, that know no stripes.
Plan painted(const Reference& reference) {
    Plan plan;
    plan.width_mm = static_cast<float>(kSize.width);
    plan.height_mm = static_cast<float>(kSize.height);
    plan.ground = reference.ground;
    std::vector<Stroke> strokes(12);
    for (size_t i = 0; i < strokes.size(); ++i) {
        const float y = 2.0f + 4.0f * static_cast<float>(i);
        strokes[i].path.points = {Vec2{10.0f, y}, Vec2{46.0f, y}, Vec2{70.0f, y}};
        strokes[i].width_start = strokes[i].width_end = 6.0f;
        strokes[i].paint.colour = reference.ground;
        strokes[i].seed = i;
    }
    append_pass(plan, "form", strokes);
    return plan;
}

/// Errors counted alike, and count so many times more in a place.
Changes counting(float times) {
    Changes changes{Image<float>(kSize, 1.0f), Image<float>(kSize, 1.0f)};
    for (int y = kPlace.y0; y < kPlace.y1; ++y)
        for (int x = kPlace.x0; x < kPlace.x1; ++x)
            changes.now.at(x, y) = times;
    return changes;
}

double error_in_place(const Plan& plan, const Image<Rgb>& wanted) {
    const Image<Rgb> picture = painted_picture(plan, kSize, ThreadPool(2));
    double sum = 0.0;
    for (int y = kPlace.y0; y < kPlace.y1; ++y)
        for (int x = kPlace.x0; x < kPlace.x1; ++x) {
            const Rgb e = picture.at(x, y) - wanted.at(x, y);
            sum += static_cast<double>(e.r * e.r + e.g * e.g + e.b * e.b);
        }
    return sum;
}

std::vector<Stroke> carried_out(const std::vector<Retouch>& orders, const Plan& plan,
                                const Reference& reference, int threads = 2) {
    return repaint(orders, plan, reference, plan.materials, ThreadPool(threads), [] { return true; });
}

TEST(Repaint, WhereNothingChangedNothingIsOrdered) {
    const Reference reference = striped();
    const Plan plan = painted(reference);
    EXPECT_TRUE(orders_for(counting(1.0f), plan, reference, 1).empty());
    // What only moved along with the mean has not changed.
    Changes all = counting(1.0f);
    for (float& w : all.now.pixels())
        w = 0.4f;
    EXPECT_TRUE(orders_for(all, plan, reference, 1).empty());
    EXPECT_TRUE(carried_out({}, plan, reference).empty());
}

TEST(Repaint, WhatCountsMoreIsWorkedOutAndAllElseStaysToTheByte) {
    const Reference reference = striped();
    const Plan plan = painted(reference);
    const std::vector<Retouch> orders = orders_for(counting(3.0f), plan, reference, 1);
    ASSERT_EQ(orders.size(), 1u);
    EXPECT_EQ(orders.front().smallest_form, 0.0f);
    EXPECT_NEAR(share_of_picture(orders, kSize), 20.0f * 24.0f / (64.0f * 48.0f), 0.01f);
    const std::vector<Stroke> strokes = carried_out(orders, plan, reference);
    EXPECT_LE(static_cast<int>(strokes.size()), strokes_of(orders));
    const Plan after = with_retouches(plan, strokes);
    EXPECT_LT(error_in_place(after, reference.colour), 0.6 * error_in_place(plan, reference.colour));
    const RenderSettings settings{.size = {128, 96}, .light = {}};
    const Picture was = render_picture(plan, settings, ThreadPool(2)),
                  is = render_picture(after, settings, ThreadPool(2));
    for (int y = 0; y < 96; ++y)
        for (int x = 0; x < 40; ++x)
            ASSERT_EQ(was.colour.at(x, y), is.colour.at(x, y)) << x << ", " << y;
}

TEST(Repaint, WhatCountsLessIsLaidOverWithFewerAndBroaderStrokes) {
    const Reference reference = striped();
    const Plan plan = painted(reference);
    const std::vector<Retouch> finer = orders_for(counting(3.0f), plan, reference, 1),
                               calmer = orders_for(counting(0.3f), plan, reference, 1);
    ASSERT_EQ(calmer.size(), 1u);
    EXPECT_GT(calmer.front().smallest_form, 0.5f);
    EXPECT_LE(calmer.front().strokes, finer.front().strokes);
}

TEST(Repaint, StrokesGoWhereTheReferenceIsAnother) {
    const Reference reference = striped();
    const Plan plan = painted(reference);
    Changes changes = counting(1.0f);
    changes.reference = Image<float>(kSize);
    for (int y = kPlace.y0; y < kPlace.y1; ++y)
        for (int x = kPlace.x0; x < kPlace.x1; ++x)
            changes.reference.at(x, y) = 1.0f;
    const std::vector<Retouch> orders = orders_for(changes, plan, reference, 1);
    ASSERT_EQ(orders.size(), 1u);
    for (const Stroke& stroke : carried_out(orders, plan, reference)) {
        EXPECT_GT(stroke.path.points[1].x, 30.0f);
        EXPECT_GT(stroke.path.points[1].y, 6.0f);
    }
}

TEST(Repaint, MoreStrokesAreSharedOutOverAllOfThePicture) {
    const Reference reference = striped();
    const Plan plan = painted(reference);
    Changes changes = counting(1.0f);
    changes.more_strokes = 20;
    const std::vector<Retouch> orders = orders_for(changes, plan, reference, 1);
    ASSERT_EQ(orders.size(), 1u);
    EXPECT_EQ(strokes_of(orders), 20);
    EXPECT_EQ(share_of_picture(orders, kSize), 1.0f);
    const std::vector<Stroke> strokes = carried_out(orders, plan, reference);
    EXPECT_GT(strokes.size(), 3u);
    EXPECT_LE(strokes.size(), 20u);
    EXPECT_EQ(strokes, carried_out(orders, plan, reference, 3)) << "on any number of threads";
}

TEST(Repaint, HearsOfStrokesAndStopsWhenItIsTold) {
    const Reference reference = striped();
    const Plan plan = painted(reference);
    const std::vector<Retouch> orders = orders_for(counting(3.0f), plan, reference, 1);
    std::vector<size_t> heard, done;
    const std::vector<Stroke> strokes = repaint(
        orders, plan, reference, plan.materials, ThreadPool(2), [] { return true; },
        [&](const std::vector<Stroke>& now) { heard.push_back(now.size()); },
        [&](size_t count) { done.push_back(count); });
    ASSERT_FALSE(heard.empty());
    EXPECT_GT(heard.front(), 0u);
    EXPECT_EQ(done, (std::vector<size_t>{1}));
    EXPECT_TRUE(repaint(orders, plan, reference, plan.materials, ThreadPool(2), [&] {
                    return heard.size() == done.size() + 99;
                }).empty());
}

}  // namespace
}  // namespace allaprima
