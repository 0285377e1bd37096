#include "seeing/study_reference.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

/// Stripes that run in one direction, with soft profiles.
Reference stripes(Size size, float angle) {
    Reference reference;
    reference.colour = Image<Rgb>(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float across =
                -std::sin(angle) * static_cast<float>(x) + std::cos(angle) * static_cast<float>(y);
            const float v = 0.5f + 0.4f * std::sin(0.4f * across);
            reference.colour.at(x, y) = {v, v, v};
        }
    return reference;
}

TEST(Study, FlowRunsAlongStripesOfAnyDirection) {
    for (float angle : {0.0f, 0.4f, 1.0f, 1.5707963f, 2.2f, 3.0f}) {
        const Study study = study_reference(stripes({80, 60}, angle), {}, {Focus::Auto});
        const Flow flow = flow_at(smoothed(study.structure, 3.0f), 40, 30);
        const Vec2 along{std::cos(angle), std::sin(angle)};
        EXPECT_GT(std::fabs(dot(flow.direction, along)), 0.995f) << angle;
        EXPECT_GT(flow.coherence, 0.9f) << angle;
    }
}

TEST(Study, AnEvenSurfaceHasNoSureFlow) {
    Reference reference;
    reference.colour = Image<Rgb>({40, 40}, Rgb{0.3f, 0.6f, 0.2f});
    const Flow flow =
        flow_at(smoothed(study_reference(reference, {}, {Focus::Auto}).structure, 2.0f), 20, 20);
    EXPECT_EQ(flow.coherence, 0.0f);
    EXPECT_NEAR(length(flow.direction), 1.0f, 1e-5f);
}

TEST(Study, SmoothedEnergiesAreNeverNegative) {
    Reference reference = stripes({80, 60}, 0.3f);
    for (int y = 0; y < 60; ++y)
        for (int x = 30; x < 80; ++x)
            reference.colour.at(x, y) = {0.1f, 0.1f, 0.1f};
    const Structure s = smoothed(study_reference(reference, {}, {Focus::Auto}).structure, 2.0f);
    for (size_t i = 0; i < s.xx.pixels().size(); ++i) {
        EXPECT_GE(s.xx.pixels()[i], 0.0f);
        EXPECT_GE(s.yy.pixels()[i], 0.0f);
    }
}

TEST(Study, FocusHasMeanOneAndLeansToFaces) {
    Reference reference;
    reference.colour = Image<Rgb>({100, 100});
    const Face face{{0.4f, 0.2f, 0.2f, 0.2f}};
    const Study study = study_reference(reference, {.faces = {face}}, {Focus::Auto});
    double sum = 0.0;
    for (float w : study.focus.pixels())
        sum += w;
    EXPECT_NEAR(sum / 10000.0, 1.0, 1e-4);
    EXPECT_GT(study.focus.at(46, 26), 4.0f * study.focus.at(90, 90)) << "the left eye";
}

TEST(Study, WithoutFocusEveryPixelCountsTheSame) {
    Reference reference;
    reference.colour = Image<Rgb>({50, 40});
    const Study study =
        study_reference(reference, {.faces = {{.box = {0.4f, 0.2f, 0.2f, 0.2f}}}}, {Focus::None});
    for (float w : study.focus.pixels())
        EXPECT_EQ(w, 1.0f);
}

TEST(StudyReference, BesideACutOutNothingCounts) {
    Reference reference;
    reference.colour = Image<Rgb>({40, 20}, {0.5f, 0.5f, 0.5f});
    reference.alpha = Image<float>({40, 20});
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 10; ++x)
            reference.alpha.at(x, y) = 1.0f;
    const Study study = study_reference(reference, {}, {Focus::None});
    EXPECT_EQ(study.focus.at(30, 10), 0.0f);
    EXPECT_NEAR(study.focus.at(5, 10), 1.0f, 1e-4f) << "the mean of what counts";
}

}  // namespace
}  // namespace allaprima
