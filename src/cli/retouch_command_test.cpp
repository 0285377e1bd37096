// `allaprima retouch`: what it takes, what it refuses, and that it leaves all else as it was.
#include "cli/command_line_fixture.h"
#include "pictures/read_photo.h"

namespace allaprima::testing {
namespace {

class RetouchCommand : public CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        const Outcome painted =
            run({"paint", "photo.png", "--strokes", "8", "--palette", "rgb", "--focus", "none", "--plan-size",
                 "32", "--size", "64x48", "-o", "was.png", "--save", "was.alla", "--quiet"});
        ASSERT_EQ(painted.code, 0) << painted.err;
        before_ = contents(file("was.alla"));
    }
    std::vector<std::string> retouch(std::vector<std::string> more) const {
        std::vector<std::string> words{"retouch", "was.alla"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    std::string before_;
};

TEST_F(RetouchCommand, ChangesNothingOutsideItsBoxes) {
    const Outcome done = run(retouch(
        {"--on", "30%,25%,40%,50%", "--strokes", "10", "-o", "is.png", "--save", "is.alla", "--quiet"}));
    ASSERT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(contents(file("was.alla")), before_) << "its input stays";
    const Photo was = *read_photo(file("was.png")), is = *read_photo(file("is.png"));
    int changed = 0;
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x)
            if (was.colour.at(x, y) != is.colour.at(x, y)) {
                ++changed;
                EXPECT_TRUE(x >= 6 && x < 58 && y >= 2 && y < 46) << x << ", " << y;
            }
    EXPECT_GT(changed, 50);
    const Outcome rendered = run({"render", "is.alla", "-o", "again.png", "--quiet"});
    ASSERT_EQ(rendered.code, 0) << rendered.err;
    EXPECT_EQ(read_photo(file("again.png"))->colour, is.colour) << "what it keeps is what it shows";
}

TEST_F(RetouchCommand, SaysWhatIsWrongWhereAndWhatToDo) {
    expect_refusal(retouch({"-o", "is.png"}), 2, "say what is to be worked over: --on face");
    expect_refusal(retouch({"--on", "a;b", "-o", "is.png"}), 2, "name what was seen (face, eyes 2, hand;");
    expect_refusal(retouch({"--on", "eyes", "-o", "is.png"}), 2, "a box such as 40%,10%,20%,20%");
    expect_refusal(retouch({"--on", "everywhere", "--strokes", "0", "-o", "is.png"}), 2,
                   "--strokes must be 1 to 5000, not 0");
    expect_refusal(retouch({"--on", "everywhere", "--seed", "-1", "-o", "is.png"}), 2,
                   "--seed must be 0 or more, not -1");
    expect_refusal(retouch({"--on", "everywhere", "-o", "is.alla", "--save", "that.alla"}), 2,
                   "-o names a painting already");
    expect_refusal({"retouch", "gone.alla", "--on", "everywhere", "-o", "is.png"}, 1, "gone.alla");
    for (const char* name : {"is.png", "is.alla", "that.alla"})
        EXPECT_FALSE(fs::exists(file(name))) << name;
}

TEST_F(RetouchCommand, ReplacesNoInputAndNothingUnasked) {
    expect_refusal(retouch({"--on", "everywhere", "-o", "was.alla", "--force"}), 2, "was.alla");
    expect_refusal(retouch({"--on", "everywhere", "-o", "is.png", "--save", "was.alla", "--force"}), 2,
                   "was.alla");
    const std::string picture = contents(file("was.png"));
    expect_refusal(retouch({"--on", "everywhere", "-o", "was.png"}), 2, "was.png");
    EXPECT_EQ(contents(file("was.png")), picture);
    EXPECT_EQ(contents(file("was.alla")), before_);
}

}  // namespace
}  // namespace allaprima::testing
