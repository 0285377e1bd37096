#include "showing/show_painting.h"

#include <gtest/gtest.h>

#include "rendering/render.h"

namespace allaprima {
namespace {

Plan small_plan() {
    Plan plan;
    plan.width_mm = 60.0f;
    plan.height_mm = 40.0f;
    plan.ground = {0.8f, 0.8f, 0.7f};
    for (int i = 0; i < 6; ++i) {
        Stroke& stroke = plan.strokes.emplace_back();
        const float y = 5.0f + 6.0f * static_cast<float>(i);
        stroke.path.points = {Vec2{5.0f, y}, Vec2{30.0f, y + 3.0f}, Vec2{55.0f, y}};
        stroke.paint.colour = {0.1f * static_cast<float>(i), 0.3f, 0.6f};
        stroke.seed = static_cast<uint64_t>(i);
    }
    plan.passes = {{"all", 6}};
    return plan;
}

TEST(ShownSize, HasTheCanvasesShape) {
    EXPECT_EQ(shown_size(small_plan(), 96), (Size{96, 64}));
}

TEST(ShowPainting, APartIsThatOfTheWhole) {
    const ThreadPool workers(1);
    const Plan plan = small_plan();
    const Picture whole = show_painting(plan, Brief{}, {.long_side = 48}, workers);
    const Picture part =
        show_painting(plan, Brief{}, {.long_side = 48, .part = PixelRect{10, 8, 30, 24}}, workers);
    ASSERT_EQ(part.size(), (Size{20, 16}));
    EXPECT_EQ(part.colour.at(3, 4), whole.colour.at(13, 12));
}

TEST(ShowPainting, HeightsAreInTwoBytes) {
    const ThreadPool workers(1);
    const Plan plan = small_plan();
    const Picture packed = show_painting(plan, Brief{}, {.long_side = 24, .finish = Finish::Relief}, workers);
    RenderSettings settings = shown_as(Brief{}, shown_size(plan, 24));
    settings.finish = Finish::Relief;
    const Picture heights = render_picture(plan, settings, workers);
    for (int x = 0; x < 24; ++x) {
        const Rgb& pixel = packed.colour.at(x, 8);
        EXPECT_NEAR((256.0f * pixel.r + pixel.g) * 255.0f / 65535.0f, heights.colour.at(x, 8).r, 1e-5f);
    }
}

TEST(ShowPaintingGrow, ItsPartsComeToThePicture) {
    const ThreadPool workers(1);
    const Plan plan = small_plan();
    SilentObserver observer;
    Image<Rgb> seen({160, 107});
    size_t most = 0;
    EXPECT_TRUE(show_painting_grow(plan, Brief{}, 160, workers, observer, [&](const GrownPart& part) {
        EXPECT_EQ(part.whole, seen.size());
        EXPECT_GE(part.strokes, most);
        most = part.strokes;
        for (int y = 0; y < part.area.height(); ++y)
            for (int x = 0; x < part.area.width(); ++x)
                seen.at(part.area.x0 + x, part.area.y0 + y) = part.picture.colour.at(x, y);
    }));
    EXPECT_EQ(most, plan.strokes.size());
    EXPECT_EQ(seen, show_painting(plan, Brief{}, {.long_side = 160}, workers).colour);
}

TEST(ShowPaintingGrow, EndsWhenItIsAskedTo) {
    struct Stopped final : Observer {
        void progress(std::string_view, double) override {}
        bool stop_requested() const override { return true; }
    } observer;
    EXPECT_FALSE(
        show_painting_grow(small_plan(), Brief{}, 32, ThreadPool(1), observer, [](const GrownPart&) {}));
}

TEST(ShowPhoto, IsNeverLargerThanItIs) {
    Photo photo{.colour = Image<Rgb>({40, 20}), .original_size = {40, 20}};
    EXPECT_EQ(show_photo(photo, 100).size(), (Size{40, 20}));
    EXPECT_EQ(show_photo(photo, 10).size(), (Size{10, 5}));
}

}  // namespace
}  // namespace allaprima
