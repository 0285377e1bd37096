// `allaprima repaint`: what it takes, what it refuses, and that it leaves all else as it was.
#include "cli/command_line_fixture.h"
#include "pictures/read_photo.h"

namespace allaprima::testing {
namespace {

class RepaintCommand : public CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        const Outcome painted =
            run({"paint", "photo.png", "--strokes", "8", "--palette", "rgb", "--focus", "none", "--plan-size",
                 "32", "--size", "64x48", "-o", "was.png", "--save", "was.alla", "--quiet"});
        ASSERT_EQ(painted.code, 0) << painted.err;
        before_ = contents(file("was.alla"));
    }
    std::vector<std::string> repaint(std::vector<std::string> more) const {
        std::vector<std::string> words{"repaint", "was.alla"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    std::string before_;
};

TEST_F(RepaintCommand, GoesOnWhereFocusIsAndLeavesTheRest) {
    const Outcome done =
        run(repaint({"--focus-on", "60%,10%,40%,80%:5", "-o", "is.png", "--save", "is.alla", "--quiet"}));
    ASSERT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(contents(file("was.alla")), before_) << "its input stays";
    const Photo was = *read_photo(file("was.png")), is = *read_photo(file("is.png"));
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 24; ++x)
            ASSERT_EQ(was.colour.at(x, y), is.colour.at(x, y)) << x << ", " << y;
    const Outcome rendered = run({"render", "is.alla", "-o", "again.png", "--quiet"});
    ASSERT_EQ(rendered.code, 0) << rendered.err;
    EXPECT_EQ(read_photo(file("again.png"))->colour, is.colour) << "what it keeps is what it shows";
    EXPECT_NE(run({"show", "is.alla", "--json"}).out.find("focus_on"), std::string::npos);
}

TEST_F(RepaintCommand, SaysWhatIsWrongWhereAndWhatToDo) {
    expect_refusal(repaint({"-o", "is.png"}), 2, "say what is to be otherwise, such as --focus-on face");
    expect_refusal(repaint({"--strokes", "4", "-o", "is.png"}), 2,
                   "it has 8 strokes, and fewer are other ones");
    expect_refusal(repaint({"--hand", "knife", "-o", "is.png"}), 2, "--hand");
    expect_refusal(repaint({"--motif", "photo.png", "-o", "is.png"}), 2, "name it with --photo");
    expect_refusal(repaint({"--light", "90,20", "-o", "was.alla", "--force"}), 2, "was.alla");
    expect_refusal({"repaint", "gone.alla", "--light", "90,20", "-o", "is.png"}, 1, "gone.alla");
    EXPECT_FALSE(fs::exists(file("is.png")));
    EXPECT_EQ(contents(file("was.alla")), before_);
}

}  // namespace
}  // namespace allaprima::testing
