#include "planning/habits.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"

namespace allaprima {
namespace {

DraftStroke random_stroke(Rng& rng) {
    DraftStroke s;
    for (Vec2& p : s.points)
        p = {rng.between(0, 40), rng.between(0, 40)};
    s.half_width = {rng.between(2, 9), rng.between(2, 9)};
    s.opacity_logit = rng.between(-2, 3);
    return s;
}

TEST(Habits, GradientAgreesWithFiniteDifferences) {
    Hand hand;
    for (float Hand::*weight : {&Hand::flow, &Hand::calm, &Hand::reach, &Hand::opacity, &Hand::taper,
                                &Hand::keep_width, &Hand::keep_length})
        hand.*weight = 1.0f;
    hand.length = 2.5f;
    hand.curvature = 0.1f;
    Rng rng(4, 4);
    for (int trial = 0; trial < 50; ++trial) {
        const DraftStroke stroke = random_stroke(rng);
        const float angle = rng.between(0, 3.14f);
        const StrokeSetting flow{{{std::cos(angle), std::sin(angle)}, rng.unit()}, 4.0f};
        DraftStroke gradient, unused;
        habit_cost(stroke, flow, hand, 1.0f, gradient);
        const auto cost = [&](const Parameters& values) {
            return habit_cost(stroke_of(values), flow, hand, 1.0f, unused);
        };
        for (size_t k = 0; k < kParameters; ++k) {
            constexpr float kStep = 0.01f;
            Parameters above = parameters(stroke), below = above;
            above[k] += kStep;
            below[k] -= kStep;
            const float expected = (cost(above) - cost(below)) / (2.0f * kStep);
            EXPECT_NEAR(parameters(gradient)[k], expected, 0.02f * std::fabs(expected) + 2e-3f)
                << "trial " << trial << ", parameter " << k;
        }
    }
}

TEST(Habits, AStraightLongOpaqueStrokeAlongTheFormCostsNothing) {
    DraftStroke stroke;
    stroke.points = {{{0, 0}, {30, 0}, {60, 0}}};
    stroke.half_width = {5, 5};
    stroke.opacity_logit = 20.0f;
    DraftStroke gradient;
    EXPECT_NEAR(habit_cost(stroke, {{{1, 0}, 1.0f}}, Hand{}, 1.0f, gradient), 0.0f, 1e-6f);
}

TEST(Habits, EachBadHabitCosts) {
    DraftStroke good;
    good.points = {{{0, 0}, {30, 0}, {60, 0}}};
    good.half_width = {5, 5};
    good.opacity_logit = 20.0f;
    DraftStroke bent = good, shorter = good, thin = good, tapered = good;
    bent.points[1].y = 25;
    shorter.points[2] = {4, 0};
    shorter.points[1] = {2, 0};
    thin.opacity_logit = -1;
    tapered.half_width = {2, 8};
    DraftStroke gradient;
    const StrokeSetting along{{{1, 0}, 1.0f}}, across{{{0, 1}, 1.0f}};
    for (const DraftStroke& bad : {bent, shorter, thin, tapered})
        EXPECT_GT(habit_cost(bad, along, Hand{}, 1.0f, gradient), 1e-4f);
    EXPECT_GT(habit_cost(good, across, Hand{}, 1.0f, gradient), 1e-4f);
}

TEST(Habits, TheHandsOwnWidthLengthAndCurveCostNothingAndOthersDo) {
    DraftStroke own;
    own.points = {{{0, 0}, {20, 16}, {40, 0}}};  // rises by 8, a fifth of its length
    own.half_width = {5, 5};
    own.opacity_logit = 20.0f;
    Hand hand;
    hand.flow = hand.reach = 0.0f;
    hand.calm = hand.keep_width = hand.keep_length = 1.0f;
    hand.curvature = 0.2f;
    hand.length = 4.0f;
    DraftStroke gradient;
    const auto cost = [&](const DraftStroke& stroke) {
        return habit_cost(stroke, {{{1, 0}, 1.0f}, 5.0f}, hand, 1.0f, gradient);
    };
    EXPECT_NEAR(cost(own), 0.0f, 1e-3f);
    DraftStroke straight = own, other_way = own, broad = own, longer = own;
    straight.points[1].y = 0;
    other_way.points[1].y = -16;
    broad.half_width = {10, 10};
    longer.points[2].x = 80;
    longer.points[1] = {40, 32};
    for (const DraftStroke& other : {straight, broad, longer})
        EXPECT_GT(cost(other), 0.1f);
    EXPECT_NEAR(cost(other_way), 0.0f, 1e-3f) << "to which side does not matter";
}

}  // namespace
}  // namespace allaprima
