#include "retouching/repaint_painting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>

#include "base/test_folder.h"
#include "engine/load_painting.h"
#include "engine/paint_photo.h"
#include "image/image.h"
#include "pictures/write_picture.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

using testing::TestFolder;

/// A checked cloth, painted in so few strokes that there is something to work out.
class RepaintPainting : public ::testing::Test {
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
        Picture photo{Image<Rgb>({64, 48}, {0.8f, 0.75f, 0.6f}), {}};
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 64; ++x)
                if ((x / 6 + y / 6) % 2 == 0)
                    photo.colour.at(x, y) = {0.2f, 0.05f + 0.005f * static_cast<float>(x), 0.1f};
        ASSERT_TRUE(write_picture(folder.at("cloth.png"), photo, {}).ok());
        Picture mask{Image<Rgb>({32, 24}, {0.0f, 0.0f, 0.0f}), {}};
        for (int y = 6; y < 18; ++y)
            for (int x = 18; x < 28; ++x)
                mask.colour.at(x, y) = {1.0f, 1.0f, 1.0f};
        ASSERT_TRUE(write_picture(folder.at("mask.png"), mask, {}).ok());
        Commission commission{.photo = folder.at("cloth.png"),
                              .brief = {},
                              .picture = {folder.at("painted.png")},
                              .painting_file = folder.at("cloth.alla")};
        commission.brief.strokes = 20;
        commission.brief.focus = Focus::None;
        commission.brief.palette = "rgb";
        commission.brief.output.long_side = 128;
        SilentObserver observer;
        const Result<Painted> painted = paint_photo(commission, ThreadPool(2), observer);
        ASSERT_TRUE(painted.ok()) << painted.error().message;
    }

    RepaintWish wish(Wishes wishes, const std::string& name = "new.alla") const {
        return {.painting_file = painting_,
                .now = asked_besides(std::move(wishes)),
                .outcome = {.painting = Destination{folder_.at(name)}}};
    }
    std::string refusal(const RepaintWish& wish) {
        const Result<Painted> painted = repaint_painting(wish, ThreadPool(2), observer_);
        return painted ? "" : painted.error().message;
    }
    RepaintCost cost(const Wishes& wishes) {
        const Result<RepaintCost> cost = cost_of_repaint(wish(wishes), ThreadPool(2), observer_);
        EXPECT_TRUE(cost.ok()) << cost.error().message;
        return cost ? *cost : RepaintCost{};
    }
    Picture shown(const std::string& name) const {
        return render_picture(*load_planned(folder_.at(name))->plan, {.size = {128, 96}, .light = {}},
                              ThreadPool(2));
    }

    static inline std::unique_ptr<TestFolder> all_;
    TestFolder folder_;
    std::string painting_ = folder_.at("cloth.alla");
    SilentObserver observer_;
};

TEST_F(RepaintPainting, WhatIsToBeInFocusIsWorkedOutAndAllElseStaysToTheByte) {
    const Wishes focus{{"focus-on", "0.55,0.25,0.3,0.5:4"}};
    ASSERT_EQ(refusal(wish(focus)), "");
    const Painting before = *load_planned(painting_), after = *load_planned(folder_.at("new.alla"));
    ASSERT_GT(after.plan->strokes.size(), before.plan->strokes.size());
    EXPECT_LE(static_cast<int>(after.plan->strokes.size() - before.plan->strokes.size()),
              cost(focus).strokes);
    EXPECT_TRUE(
        std::equal(before.plan->strokes.begin(), before.plan->strokes.end(), after.plan->strokes.begin()));
    EXPECT_EQ(after.start.brief.marks.size(), 1u) << "it keeps what was asked";
    const Picture was = shown("cloth.alla"), is = shown("new.alla");
    int changed = 0;
    for (int y = 0; y < 96; ++y)
        for (int x = 0; x < 128; ++x)
            if (was.colour.at(x, y) != is.colour.at(x, y)) {
                ++changed;
                EXPECT_GT(x, 40) << x << ", " << y;
            }
    EXPECT_GT(changed, 200);
}

TEST_F(RepaintPainting, CanBeAskedAgainAndIsNotWhatItWasAskedBefore) {
    ASSERT_EQ(refusal(wish({{"focus-on", "0.55,0.25,0.3,0.5:4"}})), "");
    RepaintWish again = wish({{"focus-on", "0.1,0.25,0.3,0.5:4"}}, "third.alla");
    again.painting_file = folder_.at("new.alla");
    ASSERT_EQ(refusal(again), "");
    const Picture second = shown("new.alla"), third = shown("third.alla");
    for (int y = 0; y < 96; ++y)
        for (int x = 96; x < 128; ++x)
            ASSERT_EQ(second.colour.at(x, y), third.colour.at(x, y)) << x << ", " << y;
    EXPECT_FALSE(second.colour == third.colour);
}

TEST_F(RepaintPainting, FilesThatAreNamedAreCarriedInside) {
    const std::string mask = folder_.at("mask.png");
    Painting painting = *load_planned(painting_);
    ASSERT_EQ(refusal(wish({{"spatter", mask + ":0.8"}})), "");
    const Painting after = *load_planned(folder_.at("new.alla"));
    EXPECT_EQ(after.plan->passes.back().name, kSpatterPass);
    ASSERT_EQ(after.start.enclosed.size(), 1u);
    EXPECT_EQ(after.start.enclosed.front().name, after.start.brief.spatters.front().region.mask);
    EXPECT_EQ(after.plan->strokes.size() - static_cast<size_t>(after.plan->passes.back().strokes),
              painting.plan->strokes.size())
        << "paint is thrown, and nothing else is done";
}

TEST_F(RepaintPainting, SaysWhatHasToBePaintedAnew) {
    EXPECT_NE(cost({{"hand", "knife"}}).anew.find("another hand changes every stroke"), std::string::npos);
    EXPECT_NE(cost({{"strokes", "10"}}).anew.find("fewer are other ones"), std::string::npos);
    EXPECT_NE(refusal(wish({{"palette", "zorn"}})).find("paint its photograph again"), std::string::npos);
    EXPECT_NE(refusal(wish({})).find("nothing is asked of it"), std::string::npos);
    EXPECT_NE(refusal(wish({{"focus-on", "face 2"}})).find("0 faces were found"), std::string::npos);
    EXPECT_NE(refusal(wish({{"backdrop", "plain"}})).find("name it with --photo"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder_.at("new.alla")));
}

TEST_F(RepaintPainting, MoreStrokesAndAnotherLight) {
    const RepaintCost more = cost({{"strokes", "50"}});
    EXPECT_EQ(more.strokes, 30);
    EXPECT_EQ(more.share, 1.0f);
    EXPECT_EQ(cost({{"light", "90,20"}}).strokes, 0);
    ASSERT_EQ(refusal(wish({{"light", "90,20"}})), "");
    const Painting after = *load_planned(folder_.at("new.alla"));
    EXPECT_EQ(*after.plan, *load_planned(painting_)->plan);
    EXPECT_EQ(after.start.brief.light.azimuth, 90.0f);
}

}  // namespace
}  // namespace allaprima
