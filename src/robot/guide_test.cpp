#include <gtest/gtest.h>

#include <cmath>

#include "exporting/read_pdf/read_pdf.h"
#include "exporting/sample_painting.h"
#include "robot/guide_steps.h"
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

TEST(GuideSteps, BrushesCountEveryStroke) {
    const Plan plan = testing::busy_plan(60);
    int strokes = 0;
    int before = 1000;
    for (const GuideBrush& brush : guide_brushes(plan, 10, 60)) {
        strokes += brush.strokes;
        EXPECT_LE(brush.width_mm, before) << "the widest first";
        before = brush.width_mm;
    }
    EXPECT_EQ(strokes, 50);
}

TEST(WriteGuide, IsAPdfOfA4PagesWithTwoPicturesForEachStep) {
    const testing::TestFolder folder;
    const Painting painting = testing::sample_painting();
    const std::string path = folder.at("a.guide.pdf");
    ASSERT_TRUE(testing::exported(kGuide, painting, path, testing::sized({80, 60})).ok());
    const testing::PdfAsRead pdf = testing::read_pdf(path);
    size_t pictures = 0;
    for (const testing::PdfPage& page : pdf.pages) {
        EXPECT_NEAR(page.sheet[2], 595.3, 0.1);
        pictures += page.pictures;
    }
    EXPECT_EQ(pictures, 1 + 2 * guide_steps(*painting.plan).size());
    EXPECT_FALSE(pdf.tells_its_date) << "the clock is no input";
}

}  // namespace
}  // namespace allaprima
