#include "rendering/render.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "image/filters.h"
#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

using testing::busy_pigment_plan;
using testing::busy_plan;
using testing::cut_out_plan;
using testing::empty_plan;
using testing::long_stroke;
using testing::mean_colour;
using testing::painted;

double difference(const Image<Rgb>& a, const Image<Rgb>& b) {
    double squares = 0.0;
    for (size_t i = 0; i < a.pixels().size(); ++i) {
        const Rgb d = a.pixels()[i] - b.pixels()[i];
        squares += static_cast<double>(d.r * d.r + d.g * d.g + d.b * d.b);
    }
    return std::sqrt(squares / (3.0 * static_cast<double>(a.pixels().size())));
}

TEST(Render, NoStrokesLeaveTheGround) {
    const Plan plan = empty_plan();
    for (Finish finish : {Finish::Flat, Finish::Unlit, Finish::Lit}) {
        const Picture picture = painted(plan, {160, 120}, finish);
        const Rgb mean = mean_colour(picture.colour, {0, 0, 160, 120});
        EXPECT_NEAR(mean.r, plan.ground.r, 0.01f);
        EXPECT_NEAR(mean.b, plan.ground.b, 0.01f);
        EXPECT_TRUE(picture.alpha.empty());
    }
}

TEST(Render, FlatFollowsTheFormulaAtAnySize) {
    Plan plan = empty_plan();
    plan.strokes = {long_stroke()};
    plan.strokes[0].opacity = 0.75f;
    for (int scale : {1, 4, 10}) {
        const Picture picture = painted(plan, {80 * scale, 60 * scale}, Finish::Flat);
        for (Vec2 mm : {Vec2{40.5f, 30.5f}, Vec2{40.5f, 37.5f}, Vec2{40.5f, 38.5f}, Vec2{9.5f, 30.5f},
                        Vec2{70.5f, 22.5f}}) {
            const int x = static_cast<int>(mm.x * static_cast<float>(scale));
            const int y = static_cast<int>(mm.y * static_cast<float>(scale));
            const Vec2 p{(static_cast<float>(x) + 0.5f) / static_cast<float>(scale),
                         (static_cast<float>(y) + 0.5f) / static_cast<float>(scale)};
            auto ramp = [](float inside) {
                const float z = std::clamp(inside / 1.6f + 0.5f, 0.0f, 1.0f);
                return z * z * (3.0f - 2.0f * z);
            };
            const float alpha =
                0.75f * ramp(8.0f - std::fabs(p.y - 30.0f)) * ramp(p.x - 10.0f) * ramp(70.0f - p.x);
            const float expected = plan.ground.r + alpha * (0.2f - plan.ground.r);
            EXPECT_NEAR(picture.colour.at(x, y).r, expected, 1e-4f)
                << "scale " << scale << " at " << p.x << ' ' << p.y;
        }
    }
}

constexpr std::array kFinishes{Finish::Lit, Finish::Unlit, Finish::Flat, Finish::Relief, Finish::Normals};

TEST(Render, SameValuesForAnyThreadsAndTiles) {
    for (const Plan& plan : {busy_plan(60), busy_pigment_plan(60)})
        for (Finish finish : kFinishes) {
            const Picture reference = painted(plan, {120, 90}, finish);
            for (int tile : {17, 64, 256})
                for (int threads : {1, 2})
                    EXPECT_EQ(painted(plan, {120, 90}, finish, threads, tile), reference)
                        << kFinishWords[static_cast<size_t>(finish)] << " tile " << tile << " threads "
                        << threads;
            const Picture tiny = painted(plan, {24, 18}, finish);
            EXPECT_EQ(painted(plan, {24, 18}, finish, 2, 1), tiny);
        }
}

TEST(Render, RowsArriveFromTheTopAndTheSinkCanStop) {
    const Plan plan = busy_plan(5);
    RenderSettings settings;
    settings.size = {50, 200};
    settings.tile = 10;
    SilentObserver observer;
    int next = 0;
    EXPECT_TRUE(render(plan, settings, ThreadPool(1), observer, [&](int first_row, const Picture& rows) {
        EXPECT_EQ(first_row, next);
        next += rows.size().height;
        return true;
    }));
    EXPECT_EQ(next, 200);
    int calls = 0;
    EXPECT_FALSE(
        render(plan, settings, ThreadPool(1), observer, [&](int, const Picture&) { return ++calls < 2; }));
    EXPECT_EQ(calls, 2);
}

TEST(Render, PaintStaysNearItsFootprint) {
    Plan plan = empty_plan();
    plan.strokes = {long_stroke()};
    plan.strokes[0].softness = 1.0f;
    Plan bare = empty_plan();
    const Picture with = painted(plan, {320, 240}, Finish::Lit),
                  without = painted(bare, {320, 240}, Finish::Lit);
    // The path lies between 10 and 70 mm and 22 and 38 mm; six more are allowed.
    for (int y = 0; y < 240; ++y)
        for (int x = 0; x < 320; ++x)
            if (x < 4 * 4 || x >= 76 * 4 || y < 16 * 4 || y >= 44 * 4) {
                ASSERT_EQ(with.colour.at(x, y), without.colour.at(x, y)) << x << ' ' << y;
            }
}

TEST(Render, BristledStrokeKeepsItsColourAndCoverage) {
    for (uint64_t seed = 1; seed <= 8; ++seed)
        for (float opacity : {1.0f, 0.6f}) {
            Plan plan = empty_plan();
            plan.transparent = true;
            plan.strokes = {long_stroke()};
            plan.strokes[0].seed = seed;
            plan.strokes[0].opacity = opacity;
            plan.materials.brushes[0].mixing = 0.0f;
            const Picture flat = painted(plan, {400, 300}, Finish::Flat);
            const Picture oil = painted(plan, {400, 300}, Finish::Unlit);
            double planned = 0.0, covered = 0.0, red = 0.0;
            for (size_t i = 0; i < flat.alpha.pixels().size(); ++i) {
                planned += flat.alpha.pixels()[i];
                covered += oil.alpha.pixels()[i];
                red += oil.alpha.pixels()[i] * oil.colour.pixels()[i].r;
            }
            EXPECT_NEAR(covered / planned, 1.0, 0.05) << "seed " << seed << " opacity " << opacity;
            EXPECT_NEAR(red / covered, 0.2, 0.01) << "seed " << seed << " opacity " << opacity;
        }
}

TEST(Render, LoadRunsOut) {
    Plan plan = empty_plan();
    plan.transparent = true;
    plan.strokes = {long_stroke()};
    plan.materials.brushes[0].dryness = 1.0f;
    const Picture oil = painted(plan, {400, 300}, Finish::Unlit);
    auto covered = [&](int first_column) {
        double sum = 0.0;
        for (int y = 120; y < 180; ++y)
            for (int x = first_column; x < first_column + 10; ++x)
                sum += oil.alpha.at(x, y);
        return sum;
    };
    // The outermost two millimetres of each end, along the middle of the stroke.
    EXPECT_GT(covered(10 * 5), 1.1 * covered(70 * 5 - 10));
}

TEST(Render, TwoSizesAgreeWhenReduced) {
    const Plan plan = busy_plan(80);
    for (Finish finish : {Finish::Flat, Finish::Unlit, Finish::Lit}) {
        const Image<Rgb> small = painted(plan, {200, 150}, finish).colour;
        const Image<Rgb> large = resized(painted(plan, {800, 600}, finish).colour, {200, 150});
        EXPECT_LT(difference(small, large), finish == Finish::Flat ? 0.006 : 0.05);
    }
}

TEST(Render, HeightDoesNotGrowWithTheNumberOfStrokes) {
    auto roughness = [](int strokes) {
        Plan plan = empty_plan();
        Stroke stroke = long_stroke();
        stroke.paint.colour = plan.ground;
        for (int i = 0; i < strokes; ++i) {
            stroke.seed = static_cast<uint64_t>(i);
            plan.strokes.push_back(stroke);
        }
        plan.materials.brushes[0].colour_spread = 0.0f;
        plan.materials.brushes[0].mixing = 0.0f;
        const Size size{400, 300};
        return difference(painted(plan, size, Finish::Lit).colour, painted(plan, size, Finish::Unlit).colour);
    };
    const double one = roughness(1);
    EXPECT_GT(one, 0.005);
    EXPECT_LT(roughness(40), 1.5 * one);
}

/// How rough the light makes one stroke of this load and softness on a ground of its own colour.
double roughness_of(float load, float softness, float width) {
    Plan plan = empty_plan();
    plan.materials.support = Support::Panel;
    Stroke stroke = long_stroke();
    stroke.width_start = stroke.width_end = width;
    stroke.paint.colour = plan.ground;
    stroke.load = load;
    stroke.softness = softness;
    plan.strokes = {stroke};
    const Size size{400, 300};
    const Image<Rgb> lit = painted(plan, size, Finish::Lit).colour;
    const Image<Rgb> unlit = painted(plan, size, Finish::Unlit).colour;
    double sum = 0.0, squares = 0.0;
    const int middle = 150, reach = static_cast<int>(0.8f * width);
    for (int y = middle - reach; y < middle + reach; ++y) {
        for (int x = 150; x < 250; ++x) {
            const double lightened = lit.at(x, y).g - unlit.at(x, y).g;
            sum += lightened;
            squares += lightened * lightened;
        }
    }
    const double count = 200.0 * reach, mean = sum / count;
    return std::sqrt(squares / count - mean * mean);
}

TEST(Render, LightsLieThickerThanDarks) {
    EXPECT_GT(roughness_of(0.9f, 0.0f, 12.0f), 1.5 * roughness_of(0.4f, 0.0f, 12.0f));
}

TEST(Render, EvenGroundLiesQuiet) {
    // How deep the furrows are that the bristles leave: the mean step of the height from pixel to pixel
    // across them.
    auto furrows = [](float softness) {
        Plan plan = empty_plan();
        plan.materials.support = Support::Panel;
        Stroke stroke = long_stroke();
        stroke.load = 0.9f;
        stroke.softness = softness;
        plan.strokes = {stroke};
        const Image<Rgb> relief = painted(plan, {400, 300}, Finish::Relief).colour;
        double sum = 0.0;
        for (int y = 130; y < 170; ++y)
            for (int x = 150; x < 250; ++x)
                sum += std::fabs(relief.at(x, y + 1).g - relief.at(x, y).g);
        return sum;
    };
    EXPECT_LT(furrows(1.0f), 0.75 * furrows(0.0f));
}

TEST(Render, SmallBrushesLayThinPaint) {
    EXPECT_LT(roughness_of(0.9f, 0.0f, 2.0f), 0.8 * roughness_of(0.9f, 0.0f, 12.0f));
}

TEST(Render, BordersAreLostInPaintOfTheSameColour) {
    auto steepest = [](float off) {
        Plan plan = empty_plan();
        plan.materials.brushes[0].colour_spread = plan.materials.brushes[0].mixing = 0.0f;
        Stroke under = long_stroke(), over = long_stroke();
        under.width_start = under.width_end = 50.0f;
        over.paint.colour.g = under.paint.colour.g + off;
        plan.strokes = {under, over};
        const Image<Rgb> picture = painted(plan, {400, 300}, Finish::Unlit).colour;
        float most = 0.0f;
        for (int y = 90; y < 150; ++y)
            for (int x = 180; x < 220; ++x)
                most = std::max(most, std::fabs(picture.at(x, y + 1).g - picture.at(x, y).g) / off);
        return most;
    };
    EXPECT_LT(steepest(0.02f), 0.6f * steepest(0.4f));
}

TEST(Render, LargePicturesShowHairsBelowTheBristle) {
    Plan plan = empty_plan();
    plan.strokes = {long_stroke()};
    // The mean change from pixel to pixel, across and along a stroke that runs from left to right.
    auto change = [](const Image<Rgb>& picture, int dx, int dy) {
        double sum = 0.0;
        const int w = picture.width(), h = picture.height();
        for (int y = h / 2 - h / 40; y < h / 2 + h / 40; ++y)
            for (int x = w / 2 - w / 40; x < w / 2 + w / 40; ++x)
                sum += std::fabs(picture.at(x + dx, y + dy).g - picture.at(x, y).g);
        return sum;
    };
    const Image<Rgb> picture = painted(plan, {2400, 1800}, Finish::Lit).colour;
    EXPECT_GT(change(picture, 0, 1), 4.0 * change(picture, 1, 0));
}

TEST(Render, TransparentPlansKeepTheirColourWhereThin) {
    Plan plan = empty_plan();
    plan.transparent = true;
    plan.strokes = {long_stroke()};
    plan.strokes[0].opacity = 0.5f;
    const Picture picture = painted(plan, {80, 60}, Finish::Flat);
    EXPECT_EQ(picture.alpha.at(2, 2), 0.0f);
    EXPECT_FLOAT_EQ(picture.alpha.at(40, 30), 0.5f);
    EXPECT_NEAR(picture.colour.at(40, 30).b, 0.7f, 1e-5f);
}

TEST(Render, OddStrokesDoNoHarm) {
    const Vec2 here{40.0f, 30.0f};
    const std::vector<std::array<Vec2, 3>> paths = {
        {here, here, here},
        {here, here, here + Vec2{1e-6f, 0.0f}},
        {here, here + Vec2{20.0f, 0.0f}, here},
        {Vec2{-1e5f, -1e5f}, here, Vec2{1e5f, 1e5f}},
        {Vec2{900.0f, 900.0f}, Vec2{910.0f, 900.0f}, Vec2{920.0f, 900.0f}}};
    for (const auto& points : paths)
        for (float width : {1e-6f, 0.5f, 12.0f, 5000.0f})
            for (Finish finish : {Finish::Flat, Finish::Unlit, Finish::Lit}) {
                Plan plan = empty_plan();
                Stroke stroke = long_stroke();
                stroke.path.points = points;
                stroke.width_start = stroke.width_end = width;
                plan.strokes = {stroke};
                const Picture picture = painted(plan, {40, 30}, finish);
                for (Rgb c : picture.colour.pixels())
                    ASSERT_TRUE(c.r >= 0.0f && c.r <= 1.0f && c.b >= 0.0f && c.b <= 1.0f)
                        << "width " << width;
            }
}

TEST(Render, AreasAreThePartsOfThePicture) {
    for (const bool transparent : {false, true})
        for (const Finish finish : {Finish::Lit, Finish::Unlit, Finish::Flat, Finish::Normals}) {
            Plan plan = busy_pigment_plan(60);
            plan.transparent = transparent;
            const RenderSettings settings{.size = {160, 120}, .finish = finish, .light = {}, .tile = 32};
            const Picture whole = render_picture(plan, settings, ThreadPool(1));
            const std::vector<PixelRect> areas{{0, 0, 160, 120}, {37, 11, 102, 90}, {159, 119, 160, 120}};
            const std::vector<Picture> parts = render_areas(plan, settings, areas, ThreadPool(2));
            ASSERT_EQ(parts.size(), areas.size());
            for (size_t i = 0; i < areas.size(); ++i)
                for (int y = areas[i].y0; y < areas[i].y1; ++y)
                    for (int x = areas[i].x0; x < areas[i].x1; ++x) {
                        ASSERT_EQ(parts[i].colour.at(x - areas[i].x0, y - areas[i].y0),
                                  whole.colour.at(x, y));
                        if (transparent) {
                            ASSERT_EQ(parts[i].alpha.at(x - areas[i].x0, y - areas[i].y0),
                                      whole.alpha.at(x, y));
                        }
                    }
        }
}

TEST(Render, APartIsThatPartOfThePicture) {
    const Plan plan = busy_pigment_plan(60);
    RenderSettings settings{.size = {160, 120}, .light = {}, .tile = 32};
    const Picture whole = render_picture(plan, settings, ThreadPool(1));
    for (const PixelRect& part : {PixelRect{0, 0, 160, 120}, {37, 11, 102, 90}, {159, 119, 160, 120}}) {
        settings.part = part;
        const Picture shown = render_picture(plan, settings, ThreadPool(2));
        ASSERT_EQ(shown.colour.size(), (Size{part.width(), part.height()}));
        for (int y = 0; y < part.height(); ++y)
            for (int x = 0; x < part.width(); ++x)
                ASSERT_EQ(shown.colour.at(x, y), whole.colour.at(part.x0 + x, part.y0 + y));
    }
}

TEST(Render, ABrokenPromiseNamesTheStrokeAndHowToDoItAgain) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    Plan plan = busy_plan(3);
    plan.strokes[2].brush = 7;
    EXPECT_DEATH(
        render_picture(plan, {.size = {60, 40}, .light = {}}, ThreadPool(1)),
        "broken promise: .*brush.*\nstroke 2 of 3; again: allaprima render PAINTING -o stroke.png --size "
        "60x40 --part 0,0,1,1\n");
}

TEST(Render, ACutOutEndsAtItsOutlineWhateverIsPaintedThere) {
    const Plan plan = cut_out_plan(30);
    Plan filmed = plan;
    filmed.transparent = false;
    for (const Finish finish : {Finish::Lit, Finish::Unlit, Finish::Flat}) {
        const Picture cut = painted(plan, {80, 60}, finish), shown = painted(filmed, {80, 60}, finish);
        EXPECT_TRUE(shown.alpha.empty());
        for (int y = 0; y < 60; y += 7) {
            EXPECT_EQ(cut.alpha.at(10, y), 1.0f) << "where no paint lies the ground shows";
            EXPECT_NEAR(cut.alpha.at(39, y), 0.4f, 0.15f);
            EXPECT_EQ(cut.alpha.at(60, y), 0.0f);
            EXPECT_EQ(shown.colour.at(60, y), plan.ground);
            EXPECT_EQ(shown.colour.at(10, y), cut.colour.at(10, y));
        }
    }
}

TEST(Render, ACutOutDoesNotDependOnTheTiles) {
    const Plan plan = cut_out_plan(30);
    EXPECT_EQ(painted(plan, {83, 61}, Finish::Lit), painted(plan, {83, 61}, Finish::Lit, 2, 17));
    const Picture small = painted(plan, {16, 12}, Finish::Lit);
    EXPECT_EQ(small.alpha.at(3, 6), 1.0f);
    EXPECT_NEAR(small.alpha.at(7, 6), 0.75f, 0.1f) << "the mean of the outline's pixels";
}

}  // namespace
}  // namespace allaprima
