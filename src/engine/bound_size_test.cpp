#include "engine/bound_size.h"

#include <gtest/gtest.h>

#include "base/observer.h"
#include "engine/canvas_shape.h"
#include "engine/check_cost.h"

namespace allaprima {
namespace {

TEST(BoundSize, LeavesWhatIsWithinTheStandard) {
    OutputSize output;
    EXPECT_FALSE(bound_size({600.0f, 400.0f}, output).has_value());
    output.size = Size{2048, 5};
    EXPECT_FALSE(bound_size({600.0f, 400.0f}, output).has_value());
    EXPECT_EQ(output.size, (Size{2048, 5}));
}

TEST(BoundSize, MakesSmallerWhatAFileAsksForAndSaysSo) {
    OutputSize output;
    output.size = Size{60000, 30000};
    const std::optional<std::string> said = bound_size({600.0f, 400.0f}, output);
    ASSERT_TRUE(said.has_value());
    EXPECT_NE(said->find("60000 x 30000"), std::string::npos) << *said;
    EXPECT_NE(said->find("--long 60000"), std::string::npos) << *said;
    EXPECT_EQ(picture_size({600.0f, 400.0f}, output), (Size{2048, 1024}));
    output = OutputSize{};
    output.width_mm = 20'000.0;
    output.dpi = 300.0;
    ASSERT_TRUE(bound_size({600.0f, 400.0f}, output, "--full-size").has_value());
    EXPECT_EQ(picture_size({600.0f, 400.0f}, output), (Size{2048, 1365}));
}

TEST(BoundSize, AWishForASizeIsAWord) {
    EXPECT_TRUE(name_a_size({{"light", "1,40"}, {"long", "30000"}}));
    EXPECT_TRUE(name_a_size({{"dpi", "300"}}));
    EXPECT_FALSE(name_a_size({{"light", "1,40"}}));
}

/// Keeps what it is told.
class Listener final : public Observer {
  public:
    void progress(std::string_view, double) override {}
    void say(const std::string& line) override { said += line; }
    bool stop_requested() const override { return false; }
    std::string said;
};

TEST(CheckCost, TellsLongWorkAndRefusesWhatWouldTakeDays) {
    Plan plan;
    plan.width_mm = plan.height_mm = 600.0f;
    plan.planned_pixel_mm = 1.0f;
    Stroke wide;
    wide.path.points = {Vec2{0.0f, 300.0f}, Vec2{300.0f, 300.0f}, Vec2{600.0f, 300.0f}};
    wide.width_start = wide.width_end = 600.0f;
    plan.strokes.assign(1000, wide);
    Listener listener;
    EXPECT_TRUE(check_cost(plan, {.size = {200, 200}, .light = {}}, listener).ok());
    EXPECT_EQ(listener.said, "");
    EXPECT_TRUE(check_cost(plan, {.size = {4000, 4000}, .light = {}}, listener).ok());
    EXPECT_NE(listener.said.find("1000 strokes"), std::string::npos) << listener.said;
    const Status refused = check_cost(plan, {.size = {60000, 60000}, .light = {}}, listener);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().usage);
    EXPECT_NE(refused.error().message.find("--long"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
