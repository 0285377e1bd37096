// Showing how a painting was made.

#include <gtest/gtest.h>

#include <fstream>

#include "cli/command_line_fixture.h"

namespace allaprima {
namespace {

using testing::contents;
using testing::Outcome;

class RevealCommand : public testing::CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        ASSERT_EQ(run({"paint", "photo.png", "-o", "a.png", "--save", "a.alla", "--strokes", "30", "--long",
                       "300", "--plan-size", "64", "--quiet"})
                      .code,
                  0);
    }

    void tell_making(const std::string& photograph_rights) {
        std::ofstream(file("making.toml"))
            << "title = \"A Ball\"\npainter = \"Bo Sample\"\ndate = \"2026-04\"\n[photograph]\n"
            << photograph_rights
            << "[source]\nperson = \"Bo Sample\"\nsaid = \"2026-05\"\ncertainty = \"certain\"\n";
        ASSERT_EQ(run({"record", "making", "a.alla", "making.toml"}).code, 0);
    }
};

TEST_F(RevealCommand, MakesAPageAndReplacesOnlyOne) {
    const Outcome made = run({"reveal", "a.alla", "-o", "page/", "--long", "300", "--quiet"});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(made.out, "page/index.html\n");
    EXPECT_NE(contents(file("page/index.html")).find("30 strokes"), std::string::npos);
    expect_refusal({"reveal", "a.alla", "-o", "page"}, 2, "already exists");
    EXPECT_EQ(run({"reveal", "a.alla", "-o", "page", "--force", "--long", "200"}).code, 0);
    testing::fs::create_directory(file("mine"));
    std::ofstream(file("mine/letter.txt")) << "dear";
    expect_refusal({"reveal", "a.alla", "-o", "mine", "--force"}, 2, "holds other things");
    EXPECT_EQ(contents(file("mine/letter.txt")), "dear");
}

TEST_F(RevealCommand, ThePhotographIsShownOnlyByARightAndOnlyTheRightOne) {
    expect_refusal({"reveal", "a.alla", "-o", "page", "--photo", "photo.png"}, 2, "by what right");
    tell_making("");
    expect_refusal({"reveal", "a.alla", "-o", "page", "--photo", "photo.png"}, 2, "by what right");
    tell_making("rights = \"public domain\"\n");
    expect_refusal({"reveal", "a.alla", "-o", "page", "--photo", "a.png"}, 1, "is not the photograph");
    EXPECT_FALSE(testing::fs::exists(file("page")));
    const Outcome made =
        run({"reveal", "a.alla", "-o", "page", "--photo", "photo.png", "--long", "200", "--quiet"});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_TRUE(testing::fs::exists(file("page/photograph.jpg")));
    EXPECT_NE(contents(file("page/index.html")).find("public domain"), std::string::npos);
}

TEST_F(RevealCommand, RefusesWhatCannotBe) {
    expect_refusal({"reveal", "photo.png", "-o", "page"}, 1, "is not a painting");
    expect_refusal({"reveal", "a.alla", "-o", "none/page"}, 2, "there is no folder");
    expect_refusal({"reveal", "a.alla", "-o", "a.png"}, 2, "is not a folder");
    expect_refusal({"reveal", "a.alla", "-o", "page", "--relief"}, 2, "shows colours");
    expect_refusal({"reveal", "a.alla"}, 2, "--output is required");
    for (const auto& entry : testing::fs::directory_iterator(folder_))
        EXPECT_FALSE(entry.path().filename().string().starts_with(".page")) << entry.path();
}

}  // namespace
}  // namespace allaprima
