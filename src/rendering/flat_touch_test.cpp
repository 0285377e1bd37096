#include "rendering/flat_touch.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

constexpr float kEdge = 1.6f;

float coverage(const Stroke& stroke, Vec2 p) {
    const FlatTouch touch(stroke, 0, kEdge);
    return touch.coverage(touch.footprint.locate(p, touch.footprint.all()));
}

TEST(FlatTouch, CoverageFollowsTheFormula) {
    Stroke stroke;
    stroke.path.points = {Vec2{10.0f, 20.0f}, Vec2{20.0f, 20.0f}, Vec2{30.0f, 20.0f}};
    stroke.width_start = 8.0f;
    stroke.width_end = 4.0f;
    stroke.opacity = 0.8f;
    EXPECT_FLOAT_EQ(coverage(stroke, {20.0f, 20.0f}), 0.8f);
    EXPECT_FLOAT_EQ(coverage(stroke, {20.0f, 23.0f}), 0.4f) << "on the side: half-width 3 in the middle";
    EXPECT_FLOAT_EQ(coverage(stroke, {10.0f, 20.0f}), 0.4f) << "on the start";
    EXPECT_FLOAT_EQ(coverage(stroke, {30.0f, 20.0f}), 0.4f) << "on the end";
    EXPECT_NEAR(coverage(stroke, {20.0f, 23.4f}), 0.8f * 0.15625f, 1e-5f) << "a quarter up the ramp";
    EXPECT_EQ(coverage(stroke, {20.0f, 23.9f}), 0.0f);
    EXPECT_EQ(coverage(stroke, {9.1f, 20.0f}), 0.0f);
}

TEST(FlatTouch, EndsAreReckonedByThePlannedWay) {
    Stroke stroke;
    stroke.path.points = {Vec2{0.0f, 0.0f}, Vec2{10.0f, 0.0f}, Vec2{10.0f, 10.0f}};
    stroke.width_start = stroke.width_end = 6.0f;
    stroke.fade = 10.0f;
    // Its speed is 20 at both ends, so at u = ¼ it has travelled 5; its arc is a fifth shorter.
    EXPECT_NEAR(coverage(stroke, {4.375f, 0.625f}) / coverage(stroke, {7.5f, 2.5f}),
                smooth_step(5.0f / (kEdge + 10.0f) + 0.5f), 3e-3f);
}

TEST(FlatTouch, TouchThatDoesNotTravelIsCoveredFinitely) {
    Stroke stroke;
    stroke.path.points = {Vec2{5.0f, 5.0f}, Vec2{5.0f, 5.0f}, Vec2{5.0f, 5.0f}};
    EXPECT_TRUE(std::isfinite(coverage(stroke, {7.0f, 6.0f})));
}

}  // namespace
}  // namespace allaprima
