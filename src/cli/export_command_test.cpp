// Handing a painting over, and taking one over.

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/command_line_fixture.h"
#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

using testing::contents;
using testing::Outcome;

class ExportCommand : public testing::CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        const Painting painting = testing::sample_painting();
        ASSERT_TRUE(PaintingFile::create_planned(file("a.alla"), painting.start, *painting.plan, false).ok());
        ASSERT_EQ(run({"render", "a.alla", "-o", "a.png", "--quiet"}).code, 0);
    }
};

TEST_F(ExportCommand, FormatsListsWhatIsDeclared) {
    const Outcome text = run({"formats"});
    const nlohmann::json json = nlohmann::json::parse(run({"formats", "--json"}).out);
    ASSERT_EQ(json.size(), export_formats().size());
    for (size_t i = 0; i < json.size(); ++i) {
        EXPECT_EQ(json[i]["ending"], export_formats()[i].ending);
        EXPECT_NE(text.out.find(export_formats()[i].about), std::string::npos);
    }
}

TEST_F(ExportCommand, WritesEveryFormat) {
    for (const ExportFormat& format : export_formats()) {
        const std::string name = std::string("b") + format.ending;
        std::vector<std::string> command{"export", "a.alla", "-o", name};
        if (format.group == std::string("film"))
            command.insert(command.end(), {"--seconds", "1", "--long", "64"});
        const Outcome outcome = run(command);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(outcome.out, name + "\n");
        expect_refusal({"export", "a.alla", "-o", name}, 2, "already exists");
        command.emplace_back("--force");
        EXPECT_EQ(run(command).code, 0);
    }
}

TEST_F(ExportCommand, AFilmHasEvenSidesAndFitsTheScreen) {
    const auto told = [&](std::vector<std::string> asked) {
        std::vector<std::string> command{"export",    "a.alla", "-o",    "b.mp4", "--force",
                                         "--seconds", "1",      "--fps", "2"};
        command.insert(command.end(), asked.begin(), asked.end());
        return run(command).err;
    };
    EXPECT_NE(told({"--size", "65x49"}).find("64 x 48 pixels, 2 frames, 2 per second"), std::string::npos);
    EXPECT_NE(told({}).find("1440 x 1080 pixels"), std::string::npos);
    expect_refusal({"export", "a.alla", "-o", "c.mp4", "--seconds", "0"}, 2, "1 to 600");
    expect_refusal({"export", "a.alla", "-o", "c.mp4", "--easing", "slow"}, 2, "ease or even");
    expect_refusal({"export", "a.alla", "-o", "c.mp4", "--long", "10"}, 2, "16 to 4096");
    expect_refusal({"export", "a.alla", "-o", "c.ora", "--camera", "close"}, 2,
                   "which is for .mp4, .webm, .gif");
    EXPECT_FALSE(testing::fs::exists(file("c.mp4")));
}

TEST_F(ExportCommand, ImportedStrokesRenderToTheSameBytes) {
    ASSERT_EQ(run({"export", "a.alla", "-o", "a.json"}).code, 0);
    const Outcome imported = run({"import", "a.json", "-o", "again.alla"});
    ASSERT_EQ(imported.code, 0) << imported.err;
    EXPECT_EQ(imported.out, "again.alla\n");
    ASSERT_EQ(run({"render", "again.alla", "-o", "again.png"}).code, 0);
    EXPECT_TRUE(contents(file("a.png")) == contents(file("again.png")));
    ASSERT_EQ(run({"export", "again.alla", "-o", "again.json"}).code, 0);
    EXPECT_TRUE(contents(file("a.json")) == contents(file("again.json")));
    EXPECT_EQ(run({"resume", "again.alla", "-o", "resumed.png"}).code, 0);
    EXPECT_TRUE(contents(file("a.png")) == contents(file("resumed.png")));
}

TEST_F(ExportCommand, RefusesWhatCannotBe) {
    expect_refusal({"export", "a.alla", "-o", "a.blend"}, 2, "one of .json, .csv");
    expect_refusal({"export", "a.alla", "-o", "none/a.json"}, 2, "there is no folder");
    expect_refusal({"export", "a.alla", "-o", "b.json", "--long", "100"}, 2, "no pixels");
    expect_refusal({"export", "a.alla", "-o", "b.json", "--pens", "3"}, 2,
                   "does not use --pens, which is for .plot.svg");
    expect_refusal({"export", "a.alla", "-o", "b.psd", "--icc", "press.icc"}, 2, "leave out --icc");
    expect_refusal({"export", "a.alla", "-o", "b.psd", "--frame", "oak"}, 2, "leave them out");
    expect_refusal({"export", "photo.png", "-o", "b.json"}, 1, "is not a painting");
    expect_refusal({"export", "a.alla"}, 2, "--output is required");
    expect_refusal({"import", "photo.png", "-o", "b.alla"}, 1, "photo.png: line 1: this is not JSON");
    expect_refusal({"import", "none.json", "-o", "b.alla"}, 1, "cannot open none.json");
    expect_refusal({"import", "a.alla", "-o", "a.alla", "--force"}, 2, "the same file");
    ASSERT_EQ(run({"export", "a.alla", "-o", "a.json"}).code, 0);
    expect_refusal({"import", "a.json", "-o", "a.alla"}, 2, "already exists");
    EXPECT_FALSE(testing::fs::exists(file("b.json")));
    EXPECT_FALSE(testing::fs::exists(file("b.alla")));
}

}  // namespace
}  // namespace allaprima
