#include "planning/last_look.h"

#include <gtest/gtest.h>

#include "brush/planned_passes.h"
#include "image/filters.h"
#include "planning/append_pass.h"

namespace allaprima {
namespace {

/// So many faces, all of whom one close view shows.
std::vector<Face> faces(int count) {
    return std::vector<Face>(static_cast<size_t>(count),
                             {.box = {0.2f, 0.2f, 0.4f, 0.4f}, .eyes = {{0.3f, 0.3f, 0.1f, 0.05f}}});
}

Reference seen_closely() {
    Reference reference;
    reference.colour = Image<Rgb>({8, 8});
    reference.close_views = {{{0, 0, 8, 8}, 2, Image<Rgb>({16, 16})}};
    return reference;
}

TEST(LastLook, KeepsAFewStrokesForEachFaceAndATenthForAll) {
    const Reference reference = seen_closely();
    EXPECT_EQ(strokes_for_last_look({}, reference, 2000), 0);
    EXPECT_EQ(strokes_for_last_look(faces(1), reference, 2000), 40);
    EXPECT_EQ(strokes_for_last_look(faces(3), reference, 2000), 120);
    EXPECT_EQ(strokes_for_last_look(faces(20), reference, 2000), 200);
    EXPECT_EQ(strokes_for_last_look(faces(1), reference, 100000), 60);
    EXPECT_EQ(strokes_for_last_look(faces(1), reference, 300), 0) << "too few to mend anything";
}

TEST(LastLook, KeepsNoneForFacesThatItWillNotLookAt) {
    Reference reference = seen_closely();
    std::vector<Face> profile = faces(1);
    profile.front().eyes.clear();
    EXPECT_EQ(strokes_for_last_look(profile, reference, 2000), 0);
    reference.close_views.clear();
    EXPECT_EQ(strokes_for_last_look(faces(1), reference, 2000), 0) << "three pixels wide";
}

TEST(LastLook, LooksAtFacesThatNoCloseViewShowsButThatAreWideEnough) {
    Reference reference;
    reference.colour = Image<Rgb>({100, 50});
    EXPECT_EQ(strokes_for_last_look(faces(1), reference, 2000), 40);
}

/// An even ground with a dark spot in it, painted without the spot, and a face whose eye that is.
struct WithAnEye {
    Reference reference;
    Study study;
    Brief brief;
    Plan plan;

    WithAnEye() {
        reference.colour = Image<Rgb>({40, 40}, {0.75f, 0.6f, 0.5f});
        for (int y = 16; y < 24; ++y)
            for (int x = 14; x < 26; ++x)
                reference.colour.at(x, y) = {0.1f, 0.1f, 0.15f};
        reference.close_views = {{{0, 0, 40, 40}, 2, resized(reference.colour, {80, 80})}};
        study.faces = {{.box = {0.1f, 0.1f, 0.8f, 0.8f}, .eyes = {{0.3f, 0.4f, 0.4f, 0.2f}}}};
        brief.strokes = 600;
        plan.width_mm = plan.height_mm = 40.0f;
        plan.ground = {0.75f, 0.6f, 0.5f};
        Stroke stroke;
        stroke.path.points = {Vec2{-4.0f, 20.0f}, Vec2{20.0f, 20.0f}, Vec2{44.0f, 20.0f}};
        stroke.width_start = stroke.width_end = 44.0f;
        stroke.paint.colour = plan.ground;
        append_pass(plan, "form", {&stroke, 1});
    }

    Plan looked_at(bool keep_going = true) const {
        return after_last_look(plan, {reference, study, brief, plan.materials}, ThreadPool(2),
                               [=] { return keep_going; });
    }
};

TEST(LastLook, MendsAnEyeByNoMoreStrokesThanWereKept) {
    const WithAnEye painting;
    const Plan after = painting.looked_at();
    ASSERT_EQ(after.passes.size(), 2u);
    EXPECT_EQ(after.passes.back().name, kRetouchesPass.name);
    EXPECT_GT(after.passes.back().strokes, 0);
    EXPECT_LE(after.passes.back().strokes,
              strokes_for_last_look(painting.study.faces, painting.reference, 600));
    EXPECT_EQ(after.strokes.front(), painting.plan.strokes.front());
}

TEST(LastLook, LeavesAPaintingWithoutFacesAndAStoppedOneAsItIs) {
    WithAnEye painting;
    EXPECT_EQ(painting.looked_at(false), painting.plan);
    painting.study.faces.clear();
    EXPECT_EQ(painting.looked_at(), painting.plan);
}

}  // namespace
}  // namespace allaprima
