#include <gtest/gtest.h>

#include <array>

#include "exporting/read_pdf/read_pdf.h"
#include "exporting/sample_painting.h"
#include "robot/contours.h"
#include "robot/guide_book.h"
#include "robot/write_guide.h"

namespace allaprima {
namespace {

Plan of_passes(const std::vector<std::pair<std::string, int>>& passes) {
    int all = 0;
    for (const auto& [name, strokes] : passes)
        all += strokes;
    Plan plan = testing::busy_plan(all);
    plan.passes.clear();
    for (const auto& [name, strokes] : passes)
        plan.passes.push_back({name, strokes});
    return plan;
}

TEST(GuideSteps, CoverEveryStrokeInOrderAndStayWithinAPass) {
    for (const auto& passes : std::vector<std::vector<std::pair<std::string, int>>>{
             {{"block-in", 1}},
             {{"block-in", 149}, {"form", 0}, {"detail", 151}},
             {{"block-in", 700}, {"accents", 4000}, {"spatter", 2000}, {"signature", 9}}}) {
        const Plan plan = of_passes(passes);
        const std::vector<GuideStep> steps = guide_steps(plan);
        EXPECT_LE(steps.size(), kMostSteps + plan.passes.size());
        size_t next = 0;
        for (const GuideStep& step : steps) {
            EXPECT_EQ(step.begin, next);
            EXPECT_GT(step.end, step.begin);
            EXPECT_TRUE(step.part >= 1 && step.part <= step.parts);
            if (step.pass == "spatter" || step.pass == "signature") {
                EXPECT_EQ(step.parts, 1);
            }
            next = step.end;
        }
        EXPECT_EQ(next, plan.strokes.size());
    }
}

TEST(GuideSteps, RunsTellEveryStrokeOnce) {
    const GuideStep step{.pass = "form", .begin = 1, .end = 6};
    const std::vector<GuideRun> runs = runs_of(step, {9, 0, 0, 1, 1, 1}, {9, 0, 0, 0, 0, 2});
    EXPECT_EQ(runs, (std::vector<GuideRun>{{0, 0, 1, 3}, {1, 0, 3, 5}, {1, 2, 5, 6}}));
}

TEST(GuideBrushes, AreFewAndStrokesAreAsBroadAsTheyPaint) {
    Plan plan = testing::busy_plan(60);
    Rng rng(3, 3);
    for (Stroke& stroke : plan.strokes) {
        stroke.width_start = rng.between(0.5f, 40.0f);
        stroke.width_end = 0.8f * stroke.width_start;
    }
    const GuideBrushes chosen = choose_brushes(plan, 3);
    ASSERT_EQ(chosen.brushes.size(), 3u);
    size_t strokes = 0;
    for (size_t i = 0; i < chosen.brushes.size(); ++i) {
        strokes += chosen.brushes[i].strokes;
        if (i > 0) {
            EXPECT_LT(chosen.brushes[i].width_mm, chosen.brushes[i - 1].width_mm) << "the broadest first";
        }
    }
    EXPECT_EQ(strokes, 60u);
    for (size_t i = 0; i < plan.strokes.size(); ++i) {
        const Stroke& stroke = plan.strokes[i];
        const auto brush = static_cast<float>(chosen.brushes[chosen.of[i]].width_mm);
        const float width = 0.5f * (stroke.width_start + stroke.width_end);
        EXPECT_GE(width, kLightPress * brush - 1e-3f);
        EXPECT_LE(width, kHardPress * brush + 1e-3f);
        EXPECT_NEAR(stroke.width_end, 0.8f * stroke.width_start, 1e-3f) << "its shape stays";
    }
}

TEST(Contours, ArePartOfWhereAreasMeet) {
    Image<Rgb> picture({64, 48}, Rgb{0.9f, 0.9f, 0.8f});
    for (int y = 0; y < 48; ++y)
        for (int x = 32; x < 64; ++x)
            picture.at(x, y) = {0.1f, 0.1f, 0.3f};
    picture.at(5, 5) = {0.1f, 0.1f, 0.3f};  // too small to be traced
    const Image<Rgb> drawing = contours_of(picture, ThreadPool(1));
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x)
            EXPECT_EQ(drawing.at(x, y).r < 0.5f, x == 31) << x << ", " << y;
}

TEST(GuideBook, SquaresAreOfARoundLength) {
    Plan plan = testing::empty_plan();
    for (const auto& [width, height, square] :
         {std::array{400.0f, 500.0f, 50.0f}, std::array{1000.0f, 700.0f, 100.0f},
          std::array{80.0f, 60.0f, 10.0f}}) {
        plan.width_mm = width;
        plan.height_mm = height;
        EXPECT_EQ(grid_mm(plan), static_cast<double>(square));
    }
}

TEST(WriteGuide, IsAPdfOfPagesWithAFrontAndAPageForEachStep) {
    const testing::TestFolder folder;
    const Painting painting = testing::sample_painting();
    const std::string path = folder.at("a.guide.pdf");
    for (const auto& [paper, width] : {std::pair(Paper::A4, 595.3), std::pair(Paper::Letter, 612.0)}) {
        ExportSettings asked;
        asked.guide = {.heaps = 6, .brushes = 2, .paper = paper};
        ASSERT_TRUE(
            testing::exported(kGuide, painting, path, testing::sized({80, 60}), 8, nullptr, asked).ok());
        const testing::PdfAsRead pdf = testing::read_pdf(path);
        const size_t steps = guide_steps(*painting.plan).size();
        size_t pictures = 0;
        for (const testing::PdfPage& page : pdf.pages) {
            EXPECT_NEAR(page.sheet[2], width, 0.1);
            pictures += page.pictures;
        }
        EXPECT_EQ(pictures, 2 + 2 * steps) << "the finished picture, its contours, and two for each step";
        EXPECT_EQ(pdf.pages.size(), 3 + steps + 1);
        EXPECT_FALSE(pdf.tells_its_date) << "the clock is no input";
    }
}

}  // namespace
}  // namespace allaprima
