#include "film/making_frames.h"

#include <gtest/gtest.h>

#include <cmath>

#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

constexpr int kFps = 30;

/// Broad strokes, then more and more small ones all over the picture, then a signature in the corner.
Plan plan_in_passes(int broad = 50, int small = 400, int signature = 20) {
    Plan plan = testing::busy_plan(broad + small + signature);
    const auto make = [&](int from, int to, float width, Vec2 at, float spread) {
        Rng rng(3, static_cast<uint64_t>(from));
        for (int i = from; i < to; ++i) {
            Stroke& stroke = plan.strokes[static_cast<size_t>(i)];
            stroke.width_start = stroke.width_end = width;
            const Vec2 start = at + Vec2{rng.between(-spread, spread), rng.between(-spread, spread)};
            stroke.path.points = {start, start + Vec2{width, 0.0f}, start + Vec2{2.0f * width, 0.0f}};
        }
    };
    make(0, broad, 12.0f, {40.0f, 30.0f}, 25.0f);
    make(broad, broad + small, 1.0f, {20.0f, 15.0f}, 5.0f);
    make(broad + small, broad + small + signature, 0.4f, {74.0f, 56.0f}, 2.0f);
    plan.passes = {{"block-in", broad}, {"detail", small}, {"signature", signature}};
    return plan;
}

/// When, as a share of the film, at least so many strokes are seen.
double when(const std::vector<MakingFrame>& frames, size_t strokes) {
    for (size_t i = 0; i < frames.size(); ++i)
        if (frames[i].strokes >= strokes)
            return static_cast<double>(i) / static_cast<double>(frames.size());
    return 2.0;
}

TEST(MakingFrames, BeginOnBareGroundEndOnTheWholePictureAndLoseNothing) {
    for (const FilmEasing easing : {FilmEasing::Ease, FilmEasing::Even})
        for (const FilmCamera camera : {FilmCamera::Still, FilmCamera::Close})
            for (const double seconds : {1.0, 2.5, 10.0, 60.0})
                for (const int fps : {1, 15, 30, 60})
                    for (const int strokes : {0, 1, 2, 470}) {
                        Plan plan = plan_in_passes();
                        plan.strokes.resize(static_cast<size_t>(strokes));
                        plan.passes = {{"all", strokes}};
                        const auto frames = making_frames(
                            plan, {.seconds = seconds, .easing = easing, .camera = camera}, fps);
                        ASSERT_EQ(frames.size(), std::max<size_t>(2, std::lround(seconds * fps)));
                        EXPECT_EQ(frames.front(), MakingFrame{});
                        EXPECT_EQ(frames.back(), (MakingFrame{plan.strokes.size(), View{}}));
                        for (size_t i = 1; i < frames.size(); ++i)
                            EXPECT_GE(frames[i].strokes, frames[i - 1].strokes);
                    }
}

TEST(MakingFrames, HoldTheGroundForAMomentAndThePictureForLonger) {
    const Plan plan = plan_in_passes();
    for (const FilmEasing easing : {FilmEasing::Ease, FilmEasing::Even}) {
        const auto frames = making_frames(plan, {.easing = easing}, kFps);
        EXPECT_NEAR(when(frames, 1), 0.06, 0.03);
        EXPECT_NEAR(when(frames, plan.strokes.size()), 0.8, 0.01);
    }
}

TEST(MakingFrames, EvenGivesEveryStrokeTheSameTime) {
    const auto frames = making_frames(plan_in_passes(), {.easing = FilmEasing::Even}, kFps);
    size_t least = 1000, most = 0;
    for (size_t i = 1; i < frames.size(); ++i)
        if (frames[i].strokes > frames[i - 1].strokes && frames[i].strokes < 470) {
            least = std::min(least, frames[i].strokes - frames[i - 1].strokes);
            most = std::max(most, frames[i].strokes - frames[i - 1].strokes);
        }
    EXPECT_LE(most - least, 1u);
}

TEST(MakingFrames, EaseLingersOverBroadStrokesAndHurriesOverSmallOnes) {
    const Plan plan = plan_in_passes();
    const auto eased = making_frames(plan, {}, kFps);
    const auto even = making_frames(plan, {.easing = FilmEasing::Even}, kFps);
    EXPECT_GT(when(eased, 50) - when(eased, 1), 2.0 * (when(even, 50) - when(even, 1)));
    EXPECT_LT(when(eased, 450) - when(eased, 50), 0.75 * (when(even, 450) - when(even, 50)));
}

TEST(MakingFrames, EaseShowsTheSignatureBeingWritten) {
    const Plan plan = plan_in_passes();
    const auto frames = making_frames(plan, {}, kFps);
    const double seconds = 10.0 * (when(frames, 470) - when(frames, 451));
    EXPECT_GT(seconds, 0.8);
    EXPECT_LT(seconds, 3.0);
    // In a short film it does not push the painting out.
    const auto brief = making_frames(plan, {.seconds = 1.0}, kFps);
    EXPECT_GT(when(brief, 450), 0.4);
}

TEST(MakingFrames, OfAStillCameraSeeTheWhole) {
    for (const MakingFrame& frame : making_frames(plan_in_passes(), {}, kFps))
        EXPECT_EQ(frame.view, View{});
}

TEST(MakingFrames, OfACloseCameraStayInsideAndMoveSmoothly) {
    for (const double seconds : {1.0, 10.0}) {
        const auto frames =
            making_frames(plan_in_passes(), {.seconds = seconds, .camera = FilmCamera::Close}, 60);
        View before, earlier;
        double nearest = 1.0;
        for (const MakingFrame& frame : frames) {
            const auto& [x, y, share] = frame.view;
            EXPECT_GE(x - share / 2.0, -1e-9);
            EXPECT_LE(x + share / 2.0, 1.0 + 1e-9);
            EXPECT_GE(y - share / 2.0, -1e-9);
            EXPECT_LE(y + share / 2.0, 1.0 + 1e-9);
            EXPECT_GE(share, kClosestShare - 1e-9);
            // Neither leaps nor jerks: a path in shares of the picture, seconds long.
            const double pace = 1.0 / (60.0 * seconds);
            EXPECT_LT(std::fabs(share - before.share), 8.0 * pace);
            EXPECT_LT(std::hypot(x - before.x, y - before.y), 8.0 * pace);
            EXPECT_LT(std::fabs(share - 2.0 * before.share + earlier.share), 200.0 * pace * pace);
            earlier = before;
            before = frame.view;
            nearest = std::min(nearest, share);
        }
        EXPECT_NEAR(nearest, kClosestShare, 0.01);
    }
}

TEST(MakingFrames, OfACloseCameraGoWhereStrokesAreLaid) {
    const auto frames = making_frames(plan_in_passes(), {.camera = FilmCamera::Close}, kFps);
    const View& view = frames[static_cast<size_t>(when(frames, 250) * 300.0)].view;
    EXPECT_LT(view.x, 0.45);
    EXPECT_LT(view.y, 0.45);
}

TEST(MakingFrames, BearStrokesFarOutside) {
    Plan plan = plan_in_passes();
    for (Stroke& stroke : plan.strokes)
        for (Vec2& point : stroke.path.points)
            point = point + Vec2{1e8f, -1e8f};
    for (const MakingFrame& frame : making_frames(plan, {.camera = FilmCamera::Close}, kFps)) {
        EXPECT_LE(frame.view.x + frame.view.share / 2.0, 1.0 + 1e-6);
        EXPECT_GE(frame.view.y - frame.view.share / 2.0, -1e-6);
    }
}

}  // namespace
}  // namespace allaprima
