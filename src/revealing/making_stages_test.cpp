#include "revealing/making_stages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

Plan of_passes(const std::vector<int>& counts) {
    int all = 0;
    for (const int count : counts)
        all += count;
    Plan plan = testing::busy_plan(all);
    plan.passes.clear();
    for (size_t i = 0; i < counts.size(); ++i)
        plan.passes.push_back({std::string(1, static_cast<char>('a' + i)), counts[i]});
    return plan;
}

TEST(MakingStages, FromBareGroundToTheLastStrokeWithEveryPassEnd) {
    for (const std::vector<int>& counts :
         {std::vector<int>{1}, std::vector<int>{3, 1}, std::vector<int>{50, 0, 7, 200}}) {
        const Plan plan = of_passes(counts);
        const std::vector<MakingStage> stages = making_stages(plan, 12);
        ASSERT_GE(stages.size(), 2u);
        EXPECT_LE(stages.size(), 12 + counts.size());
        EXPECT_EQ(stages.front(), (MakingStage{0, ""}));
        EXPECT_EQ(stages.back().strokes, static_cast<int>(plan.strokes.size()));
        for (size_t i = 1; i < stages.size(); ++i)
            EXPECT_LT(stages[i - 1].strokes, stages[i].strokes);
        int end = 0;
        for (const Pass& pass : plan.passes) {
            end += pass.strokes;
            if (pass.strokes > 0) {
                EXPECT_TRUE(std::ranges::count(stages, MakingStage{end, pass.name}) == 1) << pass.name;
            }
        }
    }
}

}  // namespace
}  // namespace allaprima
