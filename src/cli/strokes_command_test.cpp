// `allaprima strokes`: what it takes, and what it refuses.
#include "cli/command_line_fixture.h"
#include "engine/load_painting.h"

namespace allaprima::testing {
namespace {

class StrokesCommand : public CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        const Outcome painted =
            run({"paint", "photo.png", "--strokes", "6", "--palette", "rgb", "--focus", "none", "--plan-size",
                 "32", "--size", "64x48", "-o", "was.png", "--save", "was.alla", "--quiet"});
        ASSERT_EQ(painted.code, 0) << painted.err;
    }
};

TEST_F(StrokesCommand, TakesOutAndMovesWhatItIsTold) {
    const Plan before = *load_planned(file("was.alla"))->plan;
    const std::string last = before.passes.back().name;
    const Outcome done =
        run({"strokes", "was.alla", "--remove", "1,2", "--move", "0:" + last, "-o", "is.alla"});
    ASSERT_EQ(done.code, 0) << done.err;
    const Plan after = *load_planned(file("is.alla"))->plan;
    EXPECT_EQ(after.strokes.size(), before.strokes.size() - 2);
    EXPECT_EQ(after.strokes.back(), before.strokes.front());
    EXPECT_EQ(run({"render", "is.alla", "-o", "is.png", "--long", "32", "--quiet"}).code, 0);
}

TEST_F(StrokesCommand, SaysWhatIsWrongAndWhatToDo) {
    expect_refusal({"strokes", "was.alla", "-o", "is.alla"}, 2, "say which strokes: --remove 12,15");
    expect_refusal({"strokes", "was.alla", "--remove", "1,x", "-o", "is.alla"}, 2, "like 12 or 12,15");
    expect_refusal({"strokes", "was.alla", "--move", "3", "-o", "is.alla"}, 2, "like 20:accents");
    expect_refusal({"strokes", "was.alla", "--remove", "600", "-o", "is.alla"}, 2, "there is no stroke 600");
    expect_refusal({"strokes", "was.alla", "--move", "0:sky", "-o", "is.alla"}, 2, "there is no pass 'sky'");
    expect_refusal({"strokes", "was.alla", "--remove", "1", "-o", "was.alla", "--force"}, 2, "was.alla");
}

}  // namespace
}  // namespace allaprima::testing
