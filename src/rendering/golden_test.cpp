#include <gtest/gtest.h>

#include <array>

#include "rendering/golden.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

using testing::differs_from_golden;

Stroke stroke(std::array<Vec2, 3> points, float start, float end, Rgb colour, uint64_t seed) {
    Stroke s;
    s.path.points = points;
    s.width_start = start;
    s.width_end = end;
    s.paint.colour = colour;
    s.seed = seed;
    return s;
}

/// A thin dark over bare canvas, a thick light across it, a broad soft ground, an accent, a scumble.
Plan sample_plan() {
    Plan plan;
    plan.width_mm = 48.0f;
    plan.height_mm = 32.0f;
    plan.ground = {0.62f, 0.55f, 0.45f};
    plan.planned_pixel_mm = 0.7f;
    plan.strokes = {stroke({Vec2{2.0f, 7.0f}, Vec2{24.0f, 2.0f}, Vec2{46.0f, 8.0f}}, 12.0f, 14.0f,
                           {0.7f, 0.72f, 0.76f}, 1),
                    stroke({Vec2{10.0f, 28.0f}, Vec2{12.0f, 14.0f}, Vec2{20.0f, 4.0f}}, 9.0f, 5.0f,
                           {0.12f, 0.1f, 0.14f}, 2),
                    stroke({Vec2{4.0f, 20.0f}, Vec2{22.0f, 14.0f}, Vec2{42.0f, 22.0f}}, 6.0f, 6.0f,
                           {0.95f, 0.92f, 0.85f}, 3),
                    stroke({Vec2{30.0f, 27.0f}, Vec2{35.0f, 29.0f}, Vec2{40.0f, 26.0f}}, 2.0f, 1.2f,
                           {0.8f, 0.2f, 0.1f}, 4),
                    stroke({Vec2{30.0f, 12.0f}, Vec2{36.0f, 16.0f}, Vec2{38.0f, 30.0f}}, 8.0f, 8.0f,
                           {0.3f, 0.4f, 0.6f}, 5)};
    plan.strokes[0].softness = 1.0f;
    plan.strokes[1].load = 0.15f;
    plan.strokes[2].load = 1.0f;
    plan.strokes[4].opacity = 0.5f;
    return plan;
}

Image<Rgb> painted_sample(Finish finish) {
    RenderSettings settings;
    settings.size = {240, 160};
    settings.finish = finish;
    return render_picture(sample_plan(), settings, ThreadPool(1)).colour;
}

TEST(Golden, PaintUnderRakingLight) {
    EXPECT_EQ(differs_from_golden("paint-lit", painted_sample(Finish::Lit)), "");
}

TEST(Golden, PaintWithoutLight) {
    EXPECT_EQ(differs_from_golden("paint-unlit", painted_sample(Finish::Unlit)), "");
}

}  // namespace
}  // namespace allaprima
