// Single strokes of every brush that is shipped, from near: what someone who paints should recognise.
#include <gtest/gtest.h>

#include "briefs/read_brush.h"
#include "briefs/read_palette.h"
#include "pigment/recipe_book.h"
#include "rendering/golden.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

struct Sample {
    const char* brush;
    float width;  ///< As such a brush is used, mm.
};

class BrushGolden : public ::testing::TestWithParam<Sample> {};

Stroke stroke(std::array<Vec2, 3> points, float start, float end, const Recipe& recipe, float load) {
    Stroke s;
    s.path.points = points;
    s.width_start = start;
    s.width_end = end;
    s.paint = {recipe.colour, recipe.shares, recipe.miss};
    s.load = load;
    s.seed = static_cast<uint64_t>(100.0f * points[0].y);
    return s;
}

/// A full brush straight ahead; a curve that narrows; a nearly dry brush; and a touch across the wet first
/// two.
Plan sample_strokes(const Brush& brush, float width, const Palette& palette) {
    const RecipeBook book(palette);
    const Recipe light = book.nearest({0.92f, 0.85f, 0.66f}), red = book.nearest({0.70f, 0.22f, 0.15f}),
                 dark = book.nearest({0.16f, 0.20f, 0.30f});
    Plan plan;
    plan.width_mm = 32.0f;
    plan.height_mm = 24.0f;
    plan.ground = {0.60f, 0.55f, 0.47f};
    plan.planned_pixel_mm = 0.25f;
    plan.materials = {.palette = palette, .brushes = {brush}};
    plan.strokes = {
        stroke({Vec2{2.5f, 5.0f}, Vec2{12.0f, 4.5f}, Vec2{29.0f, 5.5f}}, width, width, light, 0.85f),
        stroke({Vec2{2.5f, 14.0f}, Vec2{14.0f, 8.5f}, Vec2{28.0f, 14.5f}}, 0.9f * width, 0.4f * width, red,
               0.6f),
        stroke({Vec2{2.5f, 20.0f}, Vec2{10.0f, 20.5f}, Vec2{21.0f, 19.5f}}, width, width, dark, 0.1f),
        stroke({Vec2{25.0f, 2.0f}, Vec2{24.0f, 10.0f}, Vec2{26.0f, 21.5f}}, 0.7f * width, 0.7f * width, dark,
               0.6f)};
    plan.strokes[2].opacity = 0.6f;
    plan.passes = {{"form", 4, Coat::Body}};
    return plan;
}

TEST_P(BrushGolden, LeavesItsOwnMarks) {
    const Result<Brush> brush = read_brush(GetParam().brush);
    const Result<Palette> palette = read_palette("limited");
    ASSERT_TRUE(brush.ok() && palette.ok());
    RenderSettings settings;
    settings.size = {256, 192};
    const Plan plan = sample_strokes(*brush, GetParam().width, *palette);
    EXPECT_EQ(testing::differs_from_golden(std::string("brush-") + GetParam().brush,
                                           render_picture(plan, settings, ThreadPool(1)).colour),
              "");
}

INSTANTIATE_TEST_SUITE_P(Shipped, BrushGolden,
                         ::testing::Values(Sample{"flat", 6.0f}, Sample{"filbert", 6.0f},
                                           Sample{"round", 4.0f}, Sample{"fan", 8.0f}, Sample{"rigger", 1.2f},
                                           Sample{"knife", 6.5f}, Sample{"drop", 2.5f}),
                         [](const auto& tested) { return std::string(tested.param.brush); });

}  // namespace
}  // namespace allaprima
