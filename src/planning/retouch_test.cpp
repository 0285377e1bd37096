#include "planning/retouch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "pigment/recipe_book.h"
#include "planning/append_pass.h"
#include "planning/objective.h"
#include "planning/painted_picture.h"
#include "planning/part_view.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

constexpr ShareRect kBox{0.3f, 0.3f, 0.35f, 0.4f};

/// An even ground with a ring in it, which is an eye for those who mean it well.
Reference with_a_ring() {
    Reference reference;
    reference.colour = Image<Rgb>({56, 40}, {0.75f, 0.6f, 0.5f});
    reference.ground = {0.6f, 0.5f, 0.45f};
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 56; ++x) {
            const float away =
                std::hypot(static_cast<float>(x) - 26.5f, 1.4f * (static_cast<float>(y) - 19.5f));
            if (away < 8.0f)
                reference.colour.at(x, y) = away < 3.5f ? Rgb{0.1f, 0.1f, 0.15f} : Rgb{0.9f, 0.9f, 0.85f};
        }
    return reference;
}

Stroke broad(Vec2 from, Vec2 to, float width, Rgb colour) {
    Stroke stroke;
    stroke.path.points = {from, (from + to) * 0.5f, to};
    stroke.width_start = stroke.width_end = width;
    stroke.paint.colour = colour;
    return stroke;
}

/// A painting of it that knows nothing of the ring.
struct Painted {
    Reference reference = with_a_ring();
    Materials materials = Plan{}.materials;
    Plan plan;

    explicit Painted(std::vector<const char*> tubes = {}) {
        for (const char* tube : tubes)
            materials.palette.tubes.push_back(*find_pigment(tube));
        plan.materials = materials;
        plan.width_mm = 56.0f;
        plan.height_mm = 40.0f;
        plan.ground = reference.ground;
        std::vector<Stroke> strokes;
        for (int i = 0; i < 5; ++i) {
            const float y = 4.0f + 8.0f * static_cast<float>(i);
            strokes.push_back(broad({-4.0f, y}, {60.0f, y + 2.0f}, 10.0f, {0.75f, 0.6f, 0.5f}));
            strokes.back().seed = static_cast<uint64_t>(i);
            if (!materials.palette.plain())
                strokes.back().paint.shares =
                    RecipeBook(materials.palette).nearest({0.75f, 0.6f, 0.5f}).shares;
        }
        append_pass(plan, "form", strokes);
    }

    std::vector<Stroke> retouched(uint64_t seed = 1, int threads = 2, int strokes = 14) const {
        return retouch(plan, reference, materials, {{kBox}, strokes, seed}, ThreadPool(threads),
                       [] { return true; });
    }

    /// Mean squared error of the painted picture in the box.
    double error(const Plan& painted) const {
        const Image<Rgb> picture = painted_picture(painted, reference.size(), ThreadPool(2));
        double sum = 0.0;
        for (int y = 12; y < 28; ++y)
            for (int x = 17; x < 36; ++x) {
                const Rgb e = picture.at(x, y) - reference.colour.at(x, y);
                sum += static_cast<double>(e.r * e.r + e.g * e.g + e.b * e.b);
            }
        return sum;
    }
};

TEST(Retouch, BringsThePaintedPictureNearerWithFewStrokes) {
    for (const Painted& work :
         {Painted(), Painted({"Titanium White", "Pyrrole Red", "Diarylide Yellow", "Bone Black"})}) {
        const std::vector<Stroke> strokes = work.retouched();
        EXPECT_LE(strokes.size(), 14u);
        EXPECT_GE(strokes.size(), 6u);
        EXPECT_LT(work.error(with_retouches(work.plan, strokes)), 0.4 * work.error(work.plan));
    }
}

TEST(Retouch, LeavesEverythingElseAsItIsToTheByte) {
    const Painted work;
    const CloseView view = view_of_boxes(work.reference, std::vector{kBox});
    const ThreadPool workers(2);
    const RenderSettings settings{.size = {168, 120}, .light = {}};
    const Picture before = render_picture(work.plan, settings, workers);
    for (const uint64_t seed : {1, 2, 3}) {
        const Plan after = with_retouches(work.plan, work.retouched(seed));
        EXPECT_TRUE(std::equal(work.plan.strokes.begin(), work.plan.strokes.end(), after.strokes.begin()));
        const Picture picture = render_picture(after, settings, workers);
        int changed = 0;
        for (int y = 0; y < 120; ++y)
            for (int x = 0; x < 168; ++x)
                if (picture.colour.at(x, y) != before.colour.at(x, y)) {
                    ++changed;
                    EXPECT_TRUE(x / 3 >= view.area.x0 - 1 && x / 3 <= view.area.x1 &&
                                y / 3 >= view.area.y0 - 1 && y / 3 <= view.area.y1)
                        << x << ", " << y << ", seed " << seed;
                }
        EXPECT_GT(changed, 500);
        EXPECT_EQ(after.passes.back().name, "retouches");
    }
}

TEST(Retouch, SameStrokesOnAnyNumberOfThreadsAndOthersForAnotherSeed) {
    const Painted work;
    const std::vector<Stroke> strokes = work.retouched(1, 1);
    EXPECT_EQ(strokes, work.retouched(1, 3));
    EXPECT_NE(strokes, work.retouched(2));
}

TEST(Retouch, WhoeverWatchesSeesASketchFirstAndChangesNothing) {
    const Painted work;
    std::vector<std::vector<Stroke>> seen;
    const std::vector<Stroke> strokes = retouch(
        work.plan, work.reference, work.materials, {{kBox}, 14, 1}, ThreadPool(2), [] { return true; },
        [&](const std::vector<Stroke>& so_far) { seen.push_back(so_far); });
    EXPECT_EQ(strokes, work.retouched());
    ASSERT_GE(seen.size(), 3u);
    EXPECT_FALSE(seen.front().empty());
    EXPECT_LT(work.error(with_retouches(work.plan, seen.front())), 0.8 * work.error(work.plan));
    EXPECT_EQ(seen[0].size(), seen[1].size()) << "the first round, over what was planned and what is painted";
}

TEST(Retouch, PaintThatWasThrownStaysWhereItIs) {
    Painted work;
    append_pass(work.plan, kSpatterPass,
                std::vector{broad({20.0f, 20.0f}, {34.0f, 20.0f}, 6.0f, {0.8f, 0.0f, 0.0f})});
    const auto red = [&](const Plan& plan) {
        return painted_picture(plan, work.reference.size(), ThreadPool(2)).at(27, 20);
    };
    const Plan after = with_retouches(work.plan, work.retouched());
    EXPECT_GT(after.strokes.size(), work.plan.strokes.size());
    EXPECT_NEAR(red(after).g, red(work.plan).g, 0.1f) << "the ring's middle is dark, and is not wanted there";
    EXPECT_NEAR(red(after).r, red(work.plan).r, 0.1f);
}

TEST(Retouch, LaysNothingWhereNothingIsWrongNorOnceItIsStopped) {
    Painted work;
    work.reference.colour = painted_picture(work.plan, work.reference.size(), ThreadPool(2));
    const std::vector<Stroke> strokes = work.retouched();
    EXPECT_LE(work.error(with_retouches(work.plan, strokes)), 0.5);
    int asked = 0;
    EXPECT_TRUE(retouch(Painted().plan, with_a_ring(), work.materials, {{kBox}, 9, 1}, ThreadPool(2), [&] {
                    return ++asked < 20;
                }).empty());
}

TEST(PartView, TakesTheCloseViewThatHoldsTheBoxes) {
    Reference reference = with_a_ring();
    const auto whole = view_of_boxes(reference, std::vector{ShareRect{0.0f, 0.0f, 1.0f, 1.0f}});
    EXPECT_EQ(whole.area, (PixelRect{0, 0, 56, 40}));
    const CloseView close{{10, 8, 44, 34}, 4, Image<Rgb>({136, 104}, {0.1f, 0.2f, 0.3f})};
    reference.close_views = {close};
    const auto part = view_of_boxes(reference, std::vector{kBox});
    EXPECT_EQ(part.finer, 4);
    EXPECT_EQ(part.colour.size(), (Size{4 * part.area.width(), 4 * part.area.height()}));
    EXPECT_EQ(part.colour.at(0, 0), (Rgb{0.1f, 0.2f, 0.3f}));
    EXPECT_LT(view_of_boxes(reference, std::vector{ShareRect{0.0f, 0.2f, 0.5f, 0.5f}}).finer, 4);
}

TEST(PartView, BoxesAreWantedToThePicturesEdgeAndFadeWithinTheirOwn) {
    const Reference reference = with_a_ring();
    for (const ShareRect& box : {ShareRect{0.0f, 0.0f, 1.0f, 1.0f}, kBox}) {
        const CloseView view = view_of_boxes(reference, std::vector{box});
        const Image<float> inside = share_in_boxes(view, reference.size(), std::vector{box});
        EXPECT_EQ(inside.at(0, 0), box == kBox ? 0.0f : 1.0f);
        EXPECT_EQ(inside.at(inside.width() / 2, inside.height() / 2), 1.0f);
    }
}

TEST(Objective, StrokesCanBeLaidOverAPicture) {
    const Reference reference = with_a_ring();
    const Image<float> weight(reference.size(), 1.0f);
    const ThreadPool workers(2);
    Image<Rgb> canvas;
    Objective over(reference.colour, weight, reference.colour, workers);
    EXPECT_EQ(over.evaluate({}, TileWork::Composite, &canvas).loss, 0.0);
    EXPECT_EQ(canvas, reference.colour);
    DraftStroke stroke;
    stroke.points = {Vec2{10.0f, 10.0f}, Vec2{20.0f, 12.0f}, Vec2{30.0f, 20.0f}};
    stroke.half_width = {4.0f, 3.0f};
    const Image<Rgb> even(reference.size(), reference.ground);
    Objective same(reference.colour, weight, even, workers),
        ground(reference.colour, weight, reference.ground, workers);
    EXPECT_EQ(same.evaluate({&stroke, 1}, TileWork::Gradient).shares.front().gradient,
              ground.evaluate({&stroke, 1}, TileWork::Gradient).shares.front().gradient);
}

}  // namespace
}  // namespace allaprima
