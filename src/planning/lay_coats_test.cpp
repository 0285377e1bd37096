#include "planning/lay_coats.h"

#include <gtest/gtest.h>

#include "image/colour.h"
#include "image/metrics.h"
#include "planning/painted_picture.h"
#include "planning/plan_painting.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Dark on the left, light on the right, some colour in both.
Reference two_lights(Size size) {
    Reference reference;
    reference.colour = Image<Rgb>(size);
    reference.ground = {0.5f, 0.45f, 0.4f};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            reference.colour.at(x, y) =
                2 * x < size.width ? Rgb{0.12f, 0.14f, 0.35f} : Rgb{0.9f, 0.84f, 0.7f};
    return reference;
}

Materials with_tubes() {
    Materials materials = Plan{}.materials;
    for (const char* tube :
         {"Titanium White", "Ultramarine Blue", "Pyrrole Red", "Diarylide Yellow", "Bone Black"}) {
        const Pigment* pigment = find_pigment(tube);
        EXPECT_NE(pigment, nullptr) << tube;
        if (pigment)
            materials.palette.tubes.push_back(*pigment);
    }
    return materials;
}

struct CoatedWork {
    Reference reference = two_lights({120, 80});
    Study study = study_reference(reference, {}, {Focus::None});
    Brief brief;
    Materials materials = with_tubes();

    CoatedWork(float scumbles, float glazes) {
        brief.strokes = 200;
        materials.hand.scumbles = scumbles;
        materials.hand.glazes = glazes;
    }

    Plan plan(int threads = 2) {
        SilentObserver silent;
        return plan_painting({reference, study, brief, materials}, {}, ThreadPool(threads), silent,
                             [](const PlanState&) {});
    }

    double likeness(const Plan& plan) const {
        return psnr(painted_picture(plan, reference.size(), ThreadPool(2)), reference.colour);
    }
};

Plan without_last_pass(Plan plan) {
    plan.strokes.resize(plan.strokes.size() - static_cast<size_t>(plan.passes.back().strokes));
    plan.passes.pop_back();
    return plan;
}

TEST(LayCoats, BodyPaintGetsWhatCoatsLeave) {
    EXPECT_EQ(body_strokes(200, {}), 200);
    EXPECT_EQ(body_strokes(200, {.scumbles = 0.1f, .glazes = 0.25f}), 130);
    EXPECT_EQ(body_strokes(1, {.scumbles = 0.4f, .glazes = 0.4f}), 1);
}

TEST(LayCoats, UnderpaintingLeavesWorkInDarksAndLights) {
    const CoatedWork plain(0.0f, 0.0f), coated(0.1f, 0.1f);
    EXPECT_EQ(underpainting(plain.reference.colour, plain.materials.hand), plain.reference.colour);
    const Image<Rgb> under = underpainting(coated.reference.colour, coated.materials.hand);
    EXPECT_GT(luma(under.at(10, 10)), luma(coated.reference.colour.at(10, 10)));
    EXPECT_LT(luma(under.at(110, 10)), luma(coated.reference.colour.at(110, 10)));
}

TEST(LayCoats, ScumblesThenGlazesComeLastAndBringThePaintedPictureNearer) {
    CoatedWork work(0.1f, 0.1f);
    const Plan plan = work.plan();
    ASSERT_GE(plan.passes.size(), 3u);
    const Pass& glazes = plan.passes.back();
    const Pass& scumbles = plan.passes[plan.passes.size() - 2];
    EXPECT_EQ(glazes.coat, Coat::Glaze);
    EXPECT_EQ(scumbles.coat, Coat::Scumble);
    EXPECT_LE(glazes.strokes, 20);
    EXPECT_LE(scumbles.strokes, 20);
    EXPECT_GE(glazes.strokes, 3);
    EXPECT_GE(scumbles.strokes, 3);
    const Plan scumbled = without_last_pass(plan), body = without_last_pass(scumbled);
    EXPECT_GT(work.likeness(scumbled), work.likeness(body));
    EXPECT_GT(work.likeness(plan), work.likeness(scumbled));
}

TEST(LayCoats, GlazesAreOfTubesAndScumblesOpaque) {
    CoatedWork work(0.1f, 0.1f);
    const Plan plan = work.plan();
    const auto first = plan.strokes.end() - plan.passes.back().strokes;
    for (auto stroke = first; stroke != plan.strokes.end(); ++stroke) {
        float sum = 0.0f;
        int tubes = 0;
        for (const float share : stroke->paint.shares) {
            sum += share;
            tubes += share > 0.0f;
        }
        EXPECT_FLOAT_EQ(sum, 1.0f);
        EXPECT_LE(tubes, 2);
        EXPECT_GT(stroke->load, 0.0f);
        EXPECT_LE(stroke->load, 1.0f);
    }
}

TEST(LayCoats, PlainColourTakesThemAsThinPaint) {
    CoatedWork work(0.1f, 0.1f);
    work.materials.palette = {};
    const Plan plan = work.plan();
    ASSERT_EQ(plan.passes.back().coat, Coat::Glaze);
    EXPECT_GT(work.likeness(plan), work.likeness(without_last_pass(plan)));
}

TEST(LayCoats, SameOnAnyNumberOfThreads) {
    CoatedWork work(0.1f, 0.1f);
    EXPECT_EQ(work.plan(1), work.plan(3));
}

}  // namespace
}  // namespace allaprima
