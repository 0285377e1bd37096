#include "rendering/footprint.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"

namespace allaprima {
namespace {

Stroke straight_stroke() {
    Stroke stroke;
    stroke.path.points = {Vec2{10.0f, 20.0f}, Vec2{20.0f, 20.0f}, Vec2{30.0f, 20.0f}};
    stroke.width_start = 4.0f;
    stroke.width_end = 8.0f;
    return stroke;
}

Stroke random_stroke(Rng& rng) {
    Stroke stroke;
    for (Vec2& p : stroke.path.points)
        p = {rng.between(0.0f, 100.0f), rng.between(0.0f, 100.0f)};
    stroke.width_start = rng.between(0.5f, 20.0f);
    stroke.width_end = rng.between(0.5f, 20.0f);
    return stroke;
}

TEST(Footprint, StraightStrokeIsSeenAsOnPaper) {
    const Footprint footprint(straight_stroke(), 0.02f);
    EXPECT_FLOAT_EQ(footprint.length(), 20.0f);
    const BrushPoint middle = footprint.locate({15.0f, 21.5f}, footprint.all());
    EXPECT_FLOAT_EQ(middle.along, 5.0f);
    EXPECT_FLOAT_EQ(middle.across, 1.5f);
    EXPECT_FLOAT_EQ(middle.share, 0.25f);
    EXPECT_FLOAT_EQ(footprint.half_width(middle.share), 2.5f);
}

TEST(Footprint, GoesOnSquareBeyondBothEnds) {
    const Footprint footprint(straight_stroke(), 0.02f);
    const BrushPoint before = footprint.locate({7.0f, 18.0f}, footprint.all());
    EXPECT_FLOAT_EQ(before.along, -3.0f);
    EXPECT_FLOAT_EQ(before.across, -2.0f);
    EXPECT_FLOAT_EQ(before.share, 0.0f);
    const BrushPoint after = footprint.locate({34.0f, 18.0f}, footprint.all());
    EXPECT_FLOAT_EQ(after.along, 24.0f);
    EXPECT_FLOAT_EQ(after.across, -2.0f);
    EXPECT_FLOAT_EQ(after.share, 1.0f);
}

TEST(Footprint, SegmentsNearADiscSeeTheSameAsAll) {
    Rng rng(1, 2);
    for (int trial = 0; trial < 200; ++trial) {
        const Footprint footprint(random_stroke(rng), 0.01f);
        const Vec2 centre{rng.between(-10.0f, 110.0f), rng.between(-10.0f, 110.0f)};
        const float radius = rng.between(0.1f, 8.0f), reach = 12.0f;
        const SegmentRange near = footprint.near_disc(centre, radius, reach, footprint.all());
        const float turn = rng.between(0.0f, 6.28f), r = radius * rng.unit();
        const Vec2 p = centre + Vec2{std::cos(turn), std::sin(turn)} * r;
        const BrushPoint all = footprint.locate(p, footprint.all());
        if (near.empty()) {
            EXPECT_TRUE(std::fabs(all.across) > reach || all.along < -reach ||
                        all.along > footprint.length() + reach);
            continue;
        }
        const BrushPoint some = footprint.locate(p, near);
        EXPECT_EQ(some.along, all.along) << "trial " << trial;
        EXPECT_EQ(some.across, all.across) << "trial " << trial;
    }
}

TEST(Footprint, TouchThatDoesNotTravelHasAPlace) {
    Stroke stroke;
    stroke.path.points = {Vec2{5.0f, 5.0f}, Vec2{5.0f, 5.0f}, Vec2{5.0f, 5.0f}};
    const Footprint footprint(stroke, 0.02f);
    EXPECT_EQ(footprint.length(), 0.0f);
    const BrushPoint at = footprint.locate({7.0f, 6.0f}, footprint.all());
    EXPECT_FLOAT_EQ(at.along, 2.0f);
    EXPECT_FLOAT_EQ(at.across, 1.0f);
}

}  // namespace
}  // namespace allaprima
