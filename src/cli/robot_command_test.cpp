// Describing machines that paint, and trying their programs out.

#include <gtest/gtest.h>

#include <fstream>

#include "cli/command_line_fixture.h"
#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

using testing::contents;
using testing::Outcome;

class RobotCommand : public testing::CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        const Painting painting = testing::sample_painting();
        ASSERT_TRUE(PaintingFile::create_planned(file("a.alla"), painting.start, *painting.plan, false).ok());
    }

    void write(const std::string& name, const std::string& text) { std::ofstream(file(name)) << text; }
};

TEST_F(RobotCommand, TheTemplateIsAHeadThatCanPaint) {
    const Outcome head = run({"robot", "--template"});
    ASSERT_EQ(head.code, 0);
    write("head.toml", head.out);
    const Outcome checked = run({"robot", "--check", "head.toml"});
    EXPECT_EQ(checked.code, 0) << checked.err;
    EXPECT_EQ(checked.out, "head.toml describes a head that can paint\n");
}

TEST_F(RobotCommand, AProgramPaintsWhatItWasExportedToPaint) {
    for (const std::string lift : {"axis", "servo"}) {
        write("head.toml", "[lift]\nlift = \"" + lift + "\"\n");
        const Outcome exported =
            run({"export", "a.alla", "-o", "a.gcode", "--force", "--head", "head.toml", "--pots", "3"});
        ASSERT_EQ(exported.code, 0) << exported.err;
        const Outcome tried =
            run({"robot", "a.gcode", "--of", "a.alla", "--head", "head.toml", "--pots", "3"});
        ASSERT_EQ(tried.code, 0) << tried.err;
        EXPECT_NE(tried.out.find("no limit is broken\n"
                                 "what it paints is 99.0 dB from what it was exported to paint"),
                  std::string::npos)
            << tried.out;
    }
}

TEST_F(RobotCommand, WhatWasChangedInAProgramIsFound) {
    ASSERT_EQ(run({"export", "a.alla", "-o", "a.gcode"}).code, 0);
    const std::string program = contents(file("a.gcode"));
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string text = program;
        text.replace(text.find(from), from.size(), to);
        write("b.gcode", text);
    };
    changed("\nG90\n", "\nG91\n");
    expect_refusal({"robot", "b.gcode", "--of", "a.alla"}, 1, "line ");
    changed("; stroke 1,", "; stroke 2,");
    expect_refusal({"robot", "b.gcode", "--of", "a.alla"}, 1, "is not in the painting");
    expect_refusal({"robot", "a.gcode", "--of", "a.alla", "--pots", "1"}, 1,
                   "goes down where nothing stands");
}

TEST_F(RobotCommand, WrongWishesAreRefused) {
    expect_refusal({"robot"}, 2, "name a program");
    expect_refusal({"robot", "none.gcode", "--of", "a.alla"}, 1, "none.gcode");
    write("a.gcode", "G21\n");
    expect_refusal({"robot", "a.gcode"}, 2, "--of");
    expect_refusal({"robot", "a.gcode", "--of", "a.gcode"}, 1, "a.gcode");
    write("head.toml", "[machine]\nsafe = -1\n");
    expect_refusal({"robot", "--check", "head.toml"}, 2, "'safe' must be 37 or more");
    write("head.toml", "[machine]\nbroom = 1\n");
    expect_refusal({"robot", "--check", "head.toml"}, 2, "line 2, column 1: there is no setting 'broom'");
}

}  // namespace
}  // namespace allaprima
