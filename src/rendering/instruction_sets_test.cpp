#include <gtest/gtest.h>
#include <hwy/targets.h>

#include "rendering/instruction_set.h"
#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

/// A plan in every finish, and a corner of it from near with colours that leave the gamut.
std::vector<Picture> shown(const Plan& plan) {
    std::vector<Picture> pictures;
    for (Finish finish : {Finish::Lit, Finish::Unlit, Finish::Flat, Finish::Relief, Finish::Normals})
        pictures.push_back(testing::painted(plan, {101, 75}, finish));
    // So fine that single hairs show.
    Plan detail = plan;
    detail.width_mm = 6.0f;
    detail.height_mm = 4.0f;
    RenderSettings settings;
    settings.size = {97, 65};
    settings.illuminant = Illuminant::D50;
    settings.wide = true;
    pictures.push_back(render_picture(detail, settings, ThreadPool(1)));
    return pictures;
}

void expect_the_same_from_every_instruction_set(const Plan& plan) {
    const std::vector<Picture> best = shown(plan);
    const std::vector<int64_t> targets = hwy::SupportedAndGeneratedTargets();
    ASSERT_FALSE(targets.empty());
    for (const int64_t target : targets) {
        const testing::InstructionSet set(target);
        EXPECT_TRUE(shown(plan) == best) << hwy::TargetName(target);
    }
}

TEST(InstructionSets, GiveTheSameBitsInPlainColour) {
    expect_the_same_from_every_instruction_set(testing::busy_plan(60));
}

TEST(InstructionSets, GiveTheSameBitsInPigments) {
    expect_the_same_from_every_instruction_set(testing::busy_pigment_plan(60));
}

}  // namespace
}  // namespace allaprima
