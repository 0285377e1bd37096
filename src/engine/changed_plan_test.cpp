#include "engine/changed_plan.h"

#include <gtest/gtest.h>

#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

Plan signed_plan() {
    Plan plan = testing::busy_pigment_plan(12);
    plan.passes = {{"form", 10}, {kSignaturePass, 2}};
    return plan;
}

Brief signed_with(const std::string& text) {
    Brief brief;
    brief.signature.text = text;
    return brief;
}

TEST(ChangedPlan, IsTheSameWhereNothingWasChanged) {
    std::vector<std::string> warnings;
    const Plan plan = signed_plan();
    EXPECT_EQ(*changed_plan(plan, signed_with("A"), signed_with("A"), ThreadPool(1), warnings), plan);
}

TEST(ChangedPlan, ANewSignatureTakesThePlaceOfTheOld) {
    std::vector<std::string> warnings;
    const Plan plan = signed_plan();
    const Result<Plan> changed =
        changed_plan(plan, signed_with("A"), signed_with("Bo"), ThreadPool(1), warnings);
    ASSERT_TRUE(changed.ok()) << changed.error().message;
    ASSERT_EQ(changed->passes.size(), 2u);
    EXPECT_EQ(changed->passes[0].strokes, 10);
    EXPECT_EQ(changed->passes[1].name, kSignaturePass);
    EXPECT_GT(changed->passes[1].strokes, 1);
    EXPECT_EQ(changed->strokes.size(), static_cast<size_t>(10 + changed->passes[1].strokes));
    EXPECT_TRUE(std::equal(plan.strokes.begin(), plan.strokes.begin() + 10, changed->strokes.begin()));
}

TEST(ChangedPlan, ItCanBeShownOnAnotherCanvas) {
    std::vector<std::string> warnings;
    Brief asked;
    asked.support = Support::Paper;
    const Plan plan = signed_plan();
    ASSERT_NE(plan.materials.support, Support::Paper);
    const Result<Plan> changed = changed_plan(plan, Brief{}, asked, ThreadPool(1), warnings);
    EXPECT_EQ(changed->materials.support, Support::Paper);
    EXPECT_EQ(changed->strokes, plan.strokes);
}

}  // namespace
}  // namespace allaprima
