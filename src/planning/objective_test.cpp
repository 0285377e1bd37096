#include "planning/objective.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "rendering/instruction_set.h"

namespace allaprima {
namespace {

/// The coverage formula once more, plainly and in double precision: the reference for the fast kernel.
struct PlainStroke {
    std::array<double, kParameters> p;
};

double smoothstep(double z) {
    const double c = std::clamp(z, 0.0, 1.0);
    return c * c * (3.0 - 2.0 * c);
}

/// Where on the curve, from 0 to 1, it comes nearest to a point: the best of many tries, made better.
double plain_foot(const std::array<double, kParameters>& p, double px, double py) {
    auto squared_distance = [&](double u) {
        const double v = 1.0 - u;
        const double x = v * v * p[0] + 2 * u * v * p[2] + u * u * p[4] - px;
        const double y = v * v * p[1] + 2 * u * v * p[3] + u * u * p[5] - py;
        return x * x + y * y;
    };
    constexpr int kTries = 24;
    int best = 0;
    for (int k = 1; k <= kTries; ++k)
        if (squared_distance(static_cast<double>(k) / kTries) <
            squared_distance(static_cast<double>(best) / kTries))
            best = k;
    double low = std::max(0.0, (best - 1.0) / kTries), high = std::min(1.0, (best + 1.0) / kTries);
    while (high - low > 1e-9) {
        const double a = low + (high - low) / 3, b = high - (high - low) / 3;
        if (squared_distance(a) < squared_distance(b))
            high = b;
        else
            low = a;
    }
    return 0.5 * (low + high);
}

double plain_coverage(const PlainStroke& stroke, double px, double py) {
    const auto& p = stroke.p;
    const double first_x = 2 * (p[2] - p[0]), first_y = 2 * (p[3] - p[1]);
    const double last_x = 2 * (p[4] - p[2]), last_y = 2 * (p[5] - p[3]);
    const double first_speed = std::hypot(first_x, first_y), last_speed = std::hypot(last_x, last_y);
    const double u = plain_foot(p, px, py), v = 1.0 - u;
    const double before = ((px - p[0]) * first_x + (py - p[1]) * first_y) / first_speed;
    const double after = ((px - p[4]) * last_x + (py - p[5]) * last_y) / last_speed;
    const double length = 0.5 * (first_speed + last_speed);
    double t = std::hypot(v * v * p[0] + 2 * u * v * p[2] + u * u * p[4] - px,
                          v * v * p[1] + 2 * u * v * p[3] + u * u * p[5] - py);
    double s = first_speed * u + 0.5 * (last_speed - first_speed) * u * u;
    if (u < 1e-6 && before < 0.0) {
        s = before;
        t = std::fabs((px - p[0]) * first_y - (py - p[1]) * first_x) / first_speed;
    } else if (u > 1.0 - 1e-6 && after > 0.0) {
        s = length + after;
        t = std::fabs((px - p[4]) * last_y - (py - p[5]) * last_x) / last_speed;
    }
    const double h = p[6] + (p[7] - p[6]) * u, e = kPlannedEdge + p[8];
    return 1.0 / (1.0 + std::exp(-p[9])) * smoothstep((h - t) / e + 0.5) * smoothstep(s / e + 0.5) *
           smoothstep((length - s) / e + 0.5);
}

double plain_loss(const std::vector<PlainStroke>& strokes, const Image<Rgb>& target,
                  const Image<float>& weight, Rgb ground) {
    double loss = 0.0;
    for (int y = 0; y < target.height(); ++y)
        for (int x = 0; x < target.width(); ++x) {
            std::array<double, 3> c = {ground.r, ground.g, ground.b};
            for (const PlainStroke& stroke : strokes) {
                const double a = plain_coverage(stroke, x + 0.5, y + 0.5);
                for (size_t k = 0; k < 3; ++k)
                    c[k] += a * (stroke.p[10 + k] - c[k]);
            }
            const Rgb want = target.at(x, y);
            loss += weight.at(x, y) * ((c[0] - want.r) * (c[0] - want.r) + (c[1] - want.g) * (c[1] - want.g) +
                                       (c[2] - want.b) * (c[2] - want.b));
        }
    return loss;
}

PlainStroke plain(const DraftStroke& stroke) {
    PlainStroke result{};
    std::ranges::copy(parameters(stroke), result.p.begin());
    return result;
}

struct Scene {
    Image<Rgb> target;
    Image<float> weight;
    Rgb ground{0.3f, 0.5f, 0.6f};
    std::vector<DraftStroke> strokes;
};

/// @param most_bend how far the middle control point may stand off the chord, pixels. From about half the
/// chord on a curve turns so tightly that pixels beside it have two feet equally near.
Scene random_scene(uint64_t seed, int count, float most_bend = 4.0f) {
    Rng rng(seed, 0);
    Scene scene;
    scene.target = Image<Rgb>({45, 37});
    scene.weight = Image<float>({45, 37});
    for (Rgb& pixel : scene.target.pixels())
        pixel = {rng.unit(), rng.unit(), rng.unit()};
    for (float& w : scene.weight.pixels())
        w = rng.between(0.2f, 3.0f);
    for (int i = 0; i < count; ++i) {
        DraftStroke s;
        const Vec2 start{rng.between(0, 45), rng.between(0, 37)};
        const float angle = rng.between(0.0f, 6.28f), reach = rng.between(18.0f, 35.0f);
        const Vec2 along{std::cos(angle), std::sin(angle)}, beside{-along.y, along.x};
        s.points = {
            start,
            start + along * (reach * rng.between(0.4f, 0.6f)) + beside * rng.between(-most_bend, most_bend),
            start + along * reach};
        s.half_width = {rng.between(1.5f, 7.0f), rng.between(1.5f, 7.0f)};
        s.fade = rng.between(0.5f, 6.0f);
        s.opacity_logit = rng.between(-1.0f, 3.0f);
        s.colour = {rng.unit(), rng.unit(), rng.unit()};
        scene.strokes.push_back(s);
    }
    return scene;
}

TEST(Objective, AgreesWithThePlainFormula) {
    const ThreadPool workers(1);
    for (uint64_t seed = 1; seed <= 8; ++seed) {
        const Scene scene = random_scene(seed, 5);
        Objective objective(scene.target, scene.weight, scene.ground, workers);
        std::vector<PlainStroke> strokes;
        for (const DraftStroke& s : scene.strokes)
            strokes.push_back(plain(s));
        const double expected = plain_loss(strokes, scene.target, scene.weight, scene.ground);
        EXPECT_NEAR(objective.evaluate(scene.strokes, TileWork::Composite).loss / expected, 1.0, 1e-4)
            << seed;
    }
}

TEST(Objective, EndsThatStartSlowlyAgreeWithThePlainFormula) {
    const ThreadPool workers(1);
    for (const float first : {0.2f, 1.0f, 20.0f, 39.0f, 39.8f}) {
        Scene scene = random_scene(11, 1);
        DraftStroke& s = scene.strokes[0];
        s.points = {Vec2{3.0f, 10.0f}, Vec2{3.0f + 0.9f * first, 10.0f + 0.4f * first}, Vec2{39.0f, 26.0f}};
        s.fade = 0.0f;
        Objective objective(scene.target, scene.weight, scene.ground, workers);
        const double expected = plain_loss({plain(s)}, scene.target, scene.weight, scene.ground);
        EXPECT_NEAR(objective.evaluate(scene.strokes, TileWork::Composite).loss / expected, 1.0, 1e-3)
            << first;
    }
}

TEST(Objective, TightTurnsAgreeWithThePlainFormulaButForAFewPixels) {
    const ThreadPool workers(1);
    for (uint64_t seed = 1; seed <= 8; ++seed) {
        const Scene scene = random_scene(seed, 5, 20.0f);
        Objective objective(scene.target, scene.weight, scene.ground, workers);
        std::vector<PlainStroke> strokes;
        for (const DraftStroke& s : scene.strokes)
            strokes.push_back(plain(s));
        const double expected = plain_loss(strokes, scene.target, scene.weight, scene.ground);
        EXPECT_NEAR(objective.evaluate(scene.strokes, TileWork::Composite).loss / expected, 1.0, 5e-3)
            << seed;
    }
}

TEST(Objective, GradientAgreesWithFiniteDifferences) {
    const ThreadPool workers(2);
    for (uint64_t seed = 1; seed <= 5; ++seed) {
        const Scene scene = random_scene(seed, 4);
        Objective objective(scene.target, scene.weight, scene.ground, workers);
        const Evaluation evaluation = objective.evaluate(scene.strokes, TileWork::Gradient);
        std::vector<PlainStroke> strokes;
        for (const DraftStroke& s : scene.strokes)
            strokes.push_back(plain(s));
        for (size_t i = 0; i < strokes.size(); ++i)
            for (size_t k = 0; k < kParameters; ++k) {
                constexpr double kStep = 1e-4;
                const double at = strokes[i].p[k];
                strokes[i].p[k] = at + kStep;
                const double above = plain_loss(strokes, scene.target, scene.weight, scene.ground);
                strokes[i].p[k] = at - kStep;
                const double below = plain_loss(strokes, scene.target, scene.weight, scene.ground);
                strokes[i].p[k] = at;
                const double expected = (above - below) / (2.0 * kStep);
                const double got = parameters(evaluation.shares[i].gradient)[k];
                // Pixels that sit on the line between two segments change sides within the step.
                EXPECT_NEAR(got, expected, 0.01 * std::fabs(expected) + 0.15)
                    << "scene " << seed << ", stroke " << i << ", parameter " << k;
            }
    }
}

TEST(Objective, EveryInstructionSetGivesTheSameUpToRounding) {
    const ThreadPool workers(1);
    const Scene scene = random_scene(9, 12);
    Objective objective(scene.target, scene.weight, scene.ground, workers);
    const Evaluation best = objective.evaluate(scene.strokes, TileWork::Gradient);
    for (const int64_t target : hwy::SupportedAndGeneratedTargets()) {
        const testing::InstructionSet set(target);
        const Evaluation other = objective.evaluate(scene.strokes, TileWork::Gradient);
        EXPECT_NEAR(other.loss / best.loss, 1.0, 1e-5) << hwy::TargetName(target);
        for (size_t i = 0; i < scene.strokes.size(); ++i)
            for (size_t k = 0; k < kParameters; ++k) {
                const float expected = parameters(best.shares[i].gradient)[k];
                EXPECT_NEAR(parameters(other.shares[i].gradient)[k], expected,
                            1e-3f * std::fabs(expected) + 1e-3f)
                    << hwy::TargetName(target) << ", stroke " << i << ", parameter " << k;
            }
    }
}

TEST(Objective, WhatOpaquePaintHidesIsNotWorkedOn) {
    const ThreadPool workers(1);
    Scene scene = random_scene(10, 6);
    DraftStroke& top = scene.strokes.back();
    top.points = {Vec2{-100.0f, 20.0f}, Vec2{20.0f, 20.0f}, Vec2{140.0f, 20.0f}};
    top.half_width = {60.0f, 60.0f};
    top.opacity_logit = 6.5f;
    Objective objective(scene.target, scene.weight, scene.ground, workers);
    std::vector<PlainStroke> strokes;
    for (const DraftStroke& s : scene.strokes)
        strokes.push_back(plain(s));
    const Evaluation cut = objective.evaluate(scene.strokes, TileWork::Gradient);
    EXPECT_NEAR(cut.loss / plain_loss(strokes, scene.target, scene.weight, scene.ground), 1.0, 3e-3);
    const std::span<const DraftStroke> alone = std::span(scene.strokes).last(1);
    EXPECT_EQ(cut.cells, objective.evaluate(alone, TileWork::Gradient).cells);
    // What a stroke hides counts when it is left out.
    EXPECT_GT(objective.evaluate(scene.strokes, TileWork::RemovalCost).cells, cut.cells);
}

TEST(Objective, RemovalCostIsWhatLeavingTheStrokeOutCosts) {
    const ThreadPool workers(2);
    const Scene scene = random_scene(3, 6);
    Objective objective(scene.target, scene.weight, scene.ground, workers);
    const Evaluation all = objective.evaluate(scene.strokes, TileWork::RemovalCost);
    for (size_t i = 0; i < scene.strokes.size(); ++i) {
        std::vector<DraftStroke> rest = scene.strokes;
        rest.erase(rest.begin() + static_cast<long>(i));
        const double without = objective.evaluate(rest, TileWork::Composite).loss;
        EXPECT_NEAR(all.shares[i].removal_cost, without - all.loss, 1e-3 * std::fabs(without) + 1e-3) << i;
    }
}

TEST(Objective, SameBitsForAnyNumberOfThreads) {
    const Scene scene = random_scene(5, 40);
    auto run = [&](int threads) {
        const ThreadPool workers(threads);
        Objective objective(scene.target, scene.weight, scene.ground, workers);
        return objective.evaluate(scene.strokes, TileWork::Gradient);
    };
    const Evaluation one = run(1), two = run(2), three = run(3);
    EXPECT_EQ(one.loss, two.loss);
    for (size_t i = 0; i < scene.strokes.size(); ++i) {
        EXPECT_EQ(one.shares[i].gradient, two.shares[i].gradient);
        EXPECT_EQ(one.shares[i].gradient, three.shares[i].gradient);
    }
}

TEST(Objective, StrokesLookedAtAloneHaveTheSameGradient) {
    const Size size{64, 48};
    const ThreadPool workers(2);
    Objective objective(Image<Rgb>(size, {0.3f, 0.6f, 0.5f}), Image<float>(size, 1.0f), {0.5f, 0.5f, 0.5f},
                        workers);
    std::vector<DraftStroke> strokes(3);
    for (size_t i = 0; i < strokes.size(); ++i) {
        const float x = 8.0f + 18.0f * static_cast<float>(i);
        strokes[i].points = {Vec2{x, 6.0f}, Vec2{x + 3.0f, 20.0f}, Vec2{x, 30.0f}};
        strokes[i].half_width = {4.0f, 3.0f};
        strokes[i].opacity_logit = 1.0f;
        strokes[i].colour = {0.8f, 0.2f, 0.1f};
    }
    const Evaluation all = objective.evaluate(strokes, TileWork::Gradient);
    const std::vector<char> first = {1, 0, 0};
    const Evaluation one = objective.evaluate(strokes, TileWork::Gradient, nullptr, first);
    for (size_t k = 0; k < kParameters; ++k)
        EXPECT_EQ(parameters(one.shares[0].gradient)[k], parameters(all.shares[0].gradient)[k]);
    EXPECT_EQ(one.shares[2].gradient.colour.r, 0.0f);
    EXPECT_LT(one.cells, all.cells);
}

TEST(Objective, PixelsThatDoNotCountAreInThePsnrAllTheSame) {
    const ThreadPool workers(1);
    const Scene scene = random_scene(12, 5);
    Objective even(scene.target, Image<float>(scene.target.size(), 1.0f), scene.ground, workers);
    const Evaluation expected = even.evaluate(scene.strokes, TileWork::Composite);
    Image<float> half = scene.weight;
    for (int y = 0; y < half.height(); ++y)
        for (int x = 0; x < half.width() / 2; ++x)
            half.at(x, y) = 0.0f;
    Objective partly(scene.target, half, scene.ground, workers);
    const Evaluation evaluation = partly.evaluate(scene.strokes, TileWork::Composite);
    EXPECT_EQ(evaluation.squared_error, expected.squared_error);
    EXPECT_EQ(partly.psnr(evaluation), even.psnr(expected));
    // With every weight 1 the loss is the squared error: paint beyond the border does not count.
    EXPECT_NEAR(expected.squared_error / expected.loss, 1.0, 1e-6);
}

TEST(Objective, NoStrokesLeaveTheGround) {
    const ThreadPool workers(1);
    const Scene scene = random_scene(6, 0);
    Objective objective(scene.target, scene.weight, scene.ground, workers);
    Image<Rgb> canvas;
    objective.evaluate({}, TileWork::Composite, &canvas);
    for (const Rgb& pixel : canvas.pixels())
        EXPECT_EQ(pixel, scene.ground);
}

TEST(Objective, StrokesFarOutsideThePictureDoNothing) {
    const ThreadPool workers(1);
    Scene scene = random_scene(7, 1);
    for (Vec2& p : scene.strokes[0].points)
        p = p + Vec2{1e7f, -1e7f};
    Objective objective(scene.target, scene.weight, scene.ground, workers);
    EXPECT_EQ(objective.evaluate(scene.strokes, TileWork::Composite).loss,
              objective.evaluate({}, TileWork::Composite).loss);
}

}  // namespace
}  // namespace allaprima
