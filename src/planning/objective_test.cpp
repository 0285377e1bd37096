#include "planning/objective.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"

namespace allaprima {
namespace {

/// The coverage formula once more, plainly and in double precision: the reference for the fast kernel.
struct PlainStroke {
    std::array<double, kParameters> p;
    int segments;
};

double smoothstep(double z) {
    const double c = std::clamp(z, 0.0, 1.0);
    return c * c * (3.0 - 2.0 * c);
}

double plain_coverage(const PlainStroke& stroke, double px, double py) {
    const auto& p = stroke.p;
    double nearest = 1e300, t = 0.0, s = 0.0, share = 0.0, travelled = 0.0;
    auto point = [&](int k, double& x, double& y) {
        const double u = static_cast<double>(k) / stroke.segments, v = 1.0 - u;
        x = v * v * p[0] + 2 * u * v * p[2] + u * u * p[4];
        y = v * v * p[1] + 2 * u * v * p[3] + u * u * p[5];
    };
    for (int k = 0; k < stroke.segments; ++k) {
        double ax, ay, bx, by;
        point(k, ax, ay);
        point(k + 1, bx, by);
        const double len = std::hypot(bx - ax, by - ay);
        const double u = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / (len * len);
        const double inside = std::clamp(u, 0.0, 1.0);
        const double d = std::hypot(px - ax - inside * (bx - ax), py - ay - inside * (by - ay));
        if (d < nearest) {
            nearest = d;
            double on = inside;
            if (k == 0)
                on = std::min(on, u);
            if (k == stroke.segments - 1)
                on = std::max(on, u);
            t = std::hypot(px - ax - on * (bx - ax), py - ay - on * (by - ay));
            s = travelled + on * len;
            share = (k + inside) / stroke.segments;
        }
        travelled += len;
    }
    const double h = p[6] + (p[7] - p[6]) * share, e = kPlannedEdge + p[8];
    return 1.0 / (1.0 + std::exp(-p[9])) * smoothstep((h - t) / e + 0.5) * smoothstep(s / e + 0.5) *
           smoothstep((travelled - s) / e + 0.5);
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
    PlainStroke result{{}, flattened(stroke).segments};
    std::copy_n(parameters(stroke), kParameters, result.p.begin());
    return result;
}

struct Scene {
    Image<Rgb> target;
    Image<float> weight;
    Rgb ground{0.3f, 0.5f, 0.6f};
    std::vector<DraftStroke> strokes;
};

Scene random_scene(uint64_t seed, int count) {
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
        const Vec2 reach{rng.between(-25, 25), rng.between(-25, 25)};
        s.points = {start, start + reach * 0.5f + Vec2{rng.between(-9, 9), rng.between(-9, 9)},
                    start + reach};
        s.half_width = {rng.between(1.5f, 7.0f), rng.between(1.5f, 7.0f)};
        s.fade = rng.between(0.5f, 6.0f);
        s.opacity_logit = rng.between(-1.0f, 3.0f);
        s.colour = {rng.unit(), rng.unit(), rng.unit()};
        scene.strokes.push_back(s);
    }
    return scene;
}

TEST(Objective, AgreesWithThePlainFormula) {
    const Workers workers(1);
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

TEST(Objective, GradientAgreesWithFiniteDifferences) {
    const Workers workers(2);
    for (uint64_t seed = 1; seed <= 12; ++seed) {
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

TEST(Objective, RemovalCostIsWhatLeavingTheStrokeOutCosts) {
    const Workers workers(2);
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
        const Workers workers(threads);
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

TEST(Objective, NoStrokesLeaveTheGround) {
    const Workers workers(1);
    const Scene scene = random_scene(6, 0);
    Objective objective(scene.target, scene.weight, scene.ground, workers);
    Image<Rgb> canvas;
    objective.evaluate({}, TileWork::Composite, &canvas);
    for (const Rgb& pixel : canvas.pixels())
        EXPECT_EQ(pixel, scene.ground);
}

TEST(Objective, StrokesFarOutsideThePictureDoNothing) {
    const Workers workers(1);
    Scene scene = random_scene(7, 1);
    for (Vec2& p : scene.strokes[0].points)
        p = p + Vec2{1e7f, -1e7f};
    Objective objective(scene.target, scene.weight, scene.ground, workers);
    EXPECT_EQ(objective.evaluate(scene.strokes, TileWork::Composite).loss,
              objective.evaluate({}, TileWork::Composite).loss);
}

}  // namespace
}  // namespace allaprima
