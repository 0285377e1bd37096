#include "exporting/write_svg.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "exporting/outline_lines.h"
#include "exporting/sample_painting.h"
#include "exporting/stroke_outline.h"
#include "exporting/svg_text.h"
#include "image/colour.h"
#include "image/metrics.h"
#include "pictures/read_svg.h"

namespace allaprima {
namespace {

using testing::exported;
using testing::sample_painting;

std::string drawing_of(const Painting& painting) {
    const testing::TestFolder folder;
    const auto notes = exported(kDrawing, painting, folder.at("a.svg"));
    EXPECT_TRUE(notes.ok()) << notes.error().message;
    return testing::bytes_of_file(folder.at("a.svg"));
}

size_t count(const std::string& text, const std::string& wanted) {
    size_t found = 0;
    for (size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1))
        ++found;
    return found;
}

Image<Rgb> pixels_of(const std::string& svg, int long_side) {
    const testing::TestFolder folder;
    std::ofstream(folder.at("a.svg"), std::ios::binary) << svg;
    const Result<Photo> drawn = read_svg(folder.at("a.svg"), {}, long_side);
    EXPECT_TRUE(drawn.ok()) << (drawn.ok() ? "" : drawn.error().message);
    return drawn.ok() ? screen_srgb(drawn->colour) : Image<Rgb>();
}

TEST(WriteSvg, IsAnotherRendererOfTheFlatPicture) {
    const Painting painting = sample_painting(200);
    const Image<Rgb> flat = testing::painted(*painting.plan, {200, 150}, Finish::Flat).colour;
    EXPECT_GT(psnr(flat, pixels_of(drawing_of(painting), 200)), 30.0);
}

TEST(WriteSvg, SoftAndThinStrokesCoverAsMuchAsPlanned) {
    Painting painting = sample_painting(0);
    Plan& plan = *painting.plan;
    Stroke stroke = testing::long_stroke();
    for (int i = 0; i < 4; ++i) {
        for (Vec2& point : stroke.path.points)
            point.y = 8.0f + 14.0f * static_cast<float>(i);
        stroke.width_start = stroke.width_end = 0.3f + 2.0f * static_cast<float>(i);
        stroke.fade = i == 3 ? 4.0f : 0.0f;
        plan.strokes.push_back(stroke);
    }
    plan.passes = {{"all", 4}};
    const Image<Rgb> flat = testing::painted(plan, {160, 120}, Finish::Flat).colour;
    const Image<Rgb> drawn = pixels_of(drawing_of(painting), 160);
    EXPECT_GT(psnr(flat, drawn), 30.0);
    for (int i = 0; i < 4; ++i) {
        const PixelRect band{0, 2 + 28 * i, 160, 30 + 28 * i};
        EXPECT_NEAR(testing::mean_colour(flat, band).b, testing::mean_colour(drawn, band).b, 0.004) << i;
    }
}

TEST(WriteSvg, GroupsPassesAndStrokesOfOneColour) {
    Painting painting = sample_painting(12);
    painting.plan->passes[0].name = "<\"first\" & last>\n";
    for (size_t i = 2; i < 6; ++i)
        painting.plan->strokes[i].paint.colour = {1.0f, 0.0f, 0.0f};
    const std::string text = drawing_of(painting);
    EXPECT_EQ(count(text, "inkscape:groupmode=\"layer\""), 3u);
    EXPECT_NE(text.find("inkscape:label=\"&lt;&quot;first&quot; &amp; last&gt;?\""), std::string::npos);
    EXPECT_EQ(count(text, "<path"), 13u) << "the ground and 12 strokes";
    EXPECT_EQ(count(text, "fill=\"#ff0000\""), 1u);
    EXPECT_EQ(count(text, "<g id"), 3u);
    EXPECT_TRUE(pixels_of(text, 40).size() == (Size{40, 30}));
}

TEST(WriteSvg, StrokesAsPaintersMakeThemTakeFewLetters) {
    Painting painting = sample_painting(1000);
    Rng rng(2, 6);
    for (Stroke& stroke : painting.plan->strokes) {
        const Vec2 middle = (stroke.path.points[0] + stroke.path.points[2]) * 0.5f;
        stroke.path.points[1] = middle + Vec2{rng.between(-2.0f, 2.0f), rng.between(-2.0f, 2.0f)};
    }
    EXPECT_LT(drawing_of(painting).size(), 200'000u);
}

TEST(WriteSvg, ATransparentPaintingHasNoGround) {
    Painting painting = sample_painting(3);
    painting.plan->transparent = true;
    EXPECT_EQ(drawing_of(painting).find("ground\""), std::string::npos);
}

TEST(WriteSvg, ACutOutIsClippedByItsOutline) {
    Painting painting = sample_painting(60);
    Plan& plan = *painting.plan;
    plan.transparent = true;
    plan.outline = testing::cut_out_plan(0).outline;
    const std::string drawing = drawing_of(painting);
    EXPECT_NE(drawing.find("id=\"ground\""), std::string::npos) << "inside, bare ground shows";
    const testing::TestFolder folder;
    std::ofstream(folder.at("a.svg"), std::ios::binary) << drawing;
    const Result<Photo> drawn = read_svg(folder.at("a.svg"), {}, 80);
    ASSERT_TRUE(drawn.ok()) << drawn.error().message;
    EXPECT_EQ(drawn->alpha.at(60, 30), 0.0f);
    EXPECT_EQ(drawn->alpha.at(10, 30), 1.0f);
}

TEST(LinesAtHalf, GoAroundWhatIsInside) {
    Image<float> map({20, 16});
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 20; ++x) {
            const float away = length(Vec2{static_cast<float>(x) - 8.0f, static_cast<float>(y) - 8.0f});
            map.at(x, y) = std::clamp(6.0f - away, 0.0f, 1.0f) - (away < 2.0f ? 1.0f : 0.0f);
        }
    const auto lines = lines_at_half(map);
    ASSERT_EQ(lines.size(), 2u) << "of a ring";
    double area = 0.0;
    for (const std::vector<Vec2>& line : lines)
        for (size_t i = 0; i < line.size(); ++i) {
            const Vec2 a = line[i], b = line[(i + 1) % line.size()];
            area += 0.5 * (a.x * b.y - a.y * b.x);
        }
    EXPECT_NEAR(std::abs(area), 3.1416 * (5.5 * 5.5 - 1.6 * 1.6), 4.0) << "a hole runs the other way round";
    EXPECT_EQ(lines_at_half(Image<float>({3, 2}, 1.0f)).size(), 1u) << "closed beyond the map's own border";
    EXPECT_TRUE(lines_at_half(Image<float>({3, 2})).empty());
}

TEST(StrokeOutline, RunsBesideTheCentreLine) {
    Rng rng(5, 5);
    for (int i = 0; i < 100; ++i) {
        Stroke stroke = testing::random_stroke(rng);
        stroke.width_start = rng.between(0.5f, 2.0f);
        stroke.width_end = rng.between(0.5f, 2.0f);
        const Outline outline = outline_of(stroke, 0.01f, 0.02f);
        const float widest = 0.5f * std::max(stroke.width_start, stroke.width_end);
        for (size_t k = 0; k < outline.size(); ++k) {
            EXPECT_EQ(outline[k][0], k == 0 ? outline.front()[0] : outline[k - 1][2]);
            float nearest = 1e9f;
            for (int u = 0; u <= 1000; ++u)
                nearest = std::min(nearest,
                                   length(stroke.path.at(static_cast<float>(u) / 1000.0f) - outline[k][2]));
            EXPECT_LT(nearest, widest + 0.05f);
        }
        // Nearly: the two lines between the sides are the ends.
        EXPECT_LT(length(outline.back()[2] - outline.front()[0]), stroke.width_start);
    }
}

TEST(StrokeOutline, ADotHasAnOutline) {
    Stroke stroke;
    stroke.path.points = {Vec2{1.0f, 1.0f}, Vec2{1.0f, 1.0f}, Vec2{1.0f, 1.0f}};
    stroke.width_start = stroke.width_end = 1e-6f;
    for (const auto& curve : outline_of(stroke, 0.5f, 0.1f))
        for (const Vec2 p : curve)
            EXPECT_LT(length(p - Vec2{1.0f, 1.0f}), 0.1f);
}

TEST(SvgGrid, SaysPathsInFewLetters) {
    Plan plan = testing::empty_plan();
    plan.planned_pixel_mm = 1.6f;
    const SvgGrid grid(plan);
    EXPECT_EQ(grid.step_mm(), 0.1f);
    const std::vector<std::array<Vec2, 3>> curves{{Vec2{1, 2}, Vec2{2, 2}, Vec2{3, 2}},
                                                  {Vec2{3, 2}, Vec2{4, 1}, Vec2{3, 0}},
                                                  {Vec2{3, 0}, Vec2{2, 0}, Vec2{1, 0}}};
    EXPECT_EQ(grid.path(curves, true), "M10 20l20 0q10-10 0-20l-20 0z");
}

}  // namespace
}  // namespace allaprima
