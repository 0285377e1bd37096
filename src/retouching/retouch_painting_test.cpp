#include "retouching/retouch_painting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>

#include "base/test_folder.h"
#include "engine/load_painting.h"
#include "engine/paint_photo.h"
#include "engine/upgrade_painting.h"
#include "image/image.h"
#include "pictures/write_picture.h"
#include "rendering/render.h"
#include "retouching/places_meant.h"

namespace allaprima {
namespace {

using testing::TestFolder;

Region middle() {
    return {.kind = Region::Kind::Box, .box = {0.3f, 0.3f, 0.4f, 0.4f}};
}

/// A dark ball on light ground, painted in so few strokes that there is something to mend.
class RetouchPainting : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        all_ = std::make_unique<TestFolder>();
        paint(*all_);
    }
    static void TearDownTestSuite() { all_.reset(); }
    void SetUp() override {
        for (const auto& entry : std::filesystem::directory_iterator(all_->at("")))
            std::filesystem::copy_file(entry.path(), folder_.at(entry.path().filename().string()));
    }

    static void paint(const TestFolder& folder) {
        Picture photo{Image<Rgb>({48, 40}, {0.8f, 0.75f, 0.6f}), {}};
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 48; ++x)
                if (std::hypot(static_cast<float>(x) - 23.5f, static_cast<float>(y) - 19.5f) < 6.0f)
                    photo.colour.at(x, y) = {0.2f, 0.05f + 0.01f * static_cast<float>(x), 0.1f};
        ASSERT_TRUE(write_picture(folder.at("ball.png"), photo, {}).ok());
        Commission commission{.photo = folder.at("ball.png"),
                              .brief = {},
                              .picture = {folder.at("ball-painted.png")},
                              .painting_file = folder.at("ball.alla")};
        commission.brief.strokes = 6;
        commission.brief.focus = Focus::None;
        commission.brief.palette = "rgb";
        commission.brief.output.long_side = 96;
        SilentObserver observer;
        const Result<Painted> painted = paint_photo(commission, ThreadPool(2), observer);
        ASSERT_TRUE(painted.ok()) << painted.error().message;
    }

    RetouchWish wish(const std::string& name) const {
        return {.painting_file = painting_,
                .places = {middle()},
                .strokes = 12,
                .outcome = {.painting = Destination{folder_.at(name)}}};
    }
    Result<Painted> retouched(const RetouchWish& wish) {
        return retouch_painting(wish, ThreadPool(2), observer_);
    }
    std::string refusal(const RetouchWish& wish) {
        const Result<Painted> painted = retouched(wish);
        return painted ? "" : painted.error().message;
    }

    static inline std::unique_ptr<TestFolder> all_;
    TestFolder folder_;
    std::string painting_ = folder_.at("ball.alla");
    SilentObserver observer_;
};

TEST_F(RetouchPainting, LaysStrokesOverAllThatWasThereAndChangesNothingBeside) {
    ASSERT_EQ(refusal(wish("new.alla")), "");
    const Painting before = *load_planned(painting_), after = *load_planned(folder_.at("new.alla"));
    ASSERT_GT(after.plan->strokes.size(), before.plan->strokes.size());
    EXPECT_TRUE(
        std::equal(before.plan->strokes.begin(), before.plan->strokes.end(), after.plan->strokes.begin()));
    EXPECT_EQ(after.plan->passes.back().name, "retouches");
    EXPECT_TRUE(after.remembered == before.remembered) << "it can be worked over again";
    const RenderSettings settings{.size = {96, 80}, .light = {}};
    const Picture was = render_picture(*before.plan, settings, ThreadPool(2)),
                  is = render_picture(*after.plan, settings, ThreadPool(2));
    int changed = 0;
    for (int y = 0; y < 80; ++y)
        for (int x = 0; x < 96; ++x)
            if (was.colour.at(x, y) != is.colour.at(x, y)) {
                ++changed;
                EXPECT_TRUE(x >= 8 && x < 88 && y >= 6 && y < 74) << x << ", " << y;
            }
    EXPECT_GT(changed, 200);
}

TEST_F(RetouchPainting, NeedsThePhotographOnceItIsForgotten) {
    ASSERT_TRUE(upgrade_painting(painting_, false, true).ok());
    EXPECT_TRUE(load_planned(painting_)->remembered.empty());
    RetouchWish again = wish("new.alla");
    EXPECT_NE(
        refusal(again).find("does not remember what it was painted from: name the photograph with --photo"),
        std::string::npos);
    again.photo = folder_.at("ball-painted.png");
    EXPECT_NE(refusal(again).find("is not the photograph that"), std::string::npos);
    again.photo = folder_.at("ball.png");
    EXPECT_EQ(refusal(again), "");
}

TEST_F(RetouchPainting, PlacesThatWereNotSeenAreRefused) {
    RetouchWish unseen = wish("new.alla");
    unseen.places = {*region_said("eyes 2")};
    EXPECT_NE(refusal(unseen).find("eyes 2 was not seen in this painting"), std::string::npos);
    unseen.places = {*region_said("subject")};
    EXPECT_FALSE(retouched(unseen).ok());
    EXPECT_FALSE(region_said("a;b").ok());
    EXPECT_EQ(region_said("30%,30%,40%,40%")->kind, Region::Kind::Box);
}

TEST_F(RetouchPainting, NamesAndBoxesOfAFace) {
    Painting painting = *load_planned(painting_);
    painting.start.faces = {{.box = {0.2f, 0.2f, 0.3f, 0.3f},
                             .eyes = {{0.25f, 0.3f, 0.05f, 0.04f}, {0.4f, 0.3f, 0.05f, 0.04f}},
                             .name = "Anna"}};
    EXPECT_EQ(places_meant(*region_said("eyes"), painting)->front().size(), 2u);
    EXPECT_EQ(places_meant(*region_said("Anna"), painting)->size(), 1u);
    EXPECT_FALSE(places_meant(*region_said("mouth"), painting).ok()) << "none was seen";
    const auto pixels = places_meant(*region_said("12,10,24,20"), painting);
    ASSERT_TRUE(pixels.ok()) << pixels.error().message;
    EXPECT_EQ(pixels->front().front(), (ShareRect{0.25f, 0.25f, 0.5f, 0.5f}));
}

}  // namespace
}  // namespace allaprima
