// The program where none of its modules is installed, and where they are those of another build.

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/command_line_fixture.h"
#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::contents;
using testing::Outcome;

class WithoutModules : public testing::CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        const Painting painting = testing::sample_painting();
        ASSERT_TRUE(PaintingFile::create_planned(file("a.alla"), painting.start, *painting.plan, false).ok());
        // No lib/allaprima stands in any of the four folders above it.
        fs::create_directories(folder_ / "opt/alla/prima/bin");
        fs::copy_file(ALLAPRIMA_PROGRAM, file("opt/alla/prima/bin/allaprima"));
        program_ = file("opt/alla/prima/bin/allaprima");
    }

    void draw_marks() const {
        Picture marks{Image<Rgb>({64, 48}), {}};
        for (int x = 26; x < 34; ++x)
            marks.colour.at(x, 22) = {0.0f, 1.0f, 0.0f};
        ASSERT_TRUE(write_picture(file("marks.png"), marks, {}).ok());
    }

    static std::vector<std::string> painting(std::vector<std::string> words) {
        words.insert(words.end(), {"--strokes", "20", "--long", "96", "--plan-size", "64"});
        return words;
    }
};

TEST_F(WithoutModules, FormatsTellsWhichCannotBeWritten) {
    const Outcome text = run({"formats"});
    EXPECT_NE(text.out.find("Not available: films need allaprima-films.so, which is not installed"),
              std::string::npos)
        << text.out;
    for (const nlohmann::json& format : nlohmann::json::parse(run({"formats", "--json"}).out)) {
        const std::string ending = format["ending"];
        const bool needs = ending == ".mp4" || ending == ".webm" || ending == ".gif" || ending == ".pdf" ||
                           ending == ".guide.pdf";
        EXPECT_EQ(format["available"], !needs) << ending;
    }
}

TEST_F(WithoutModules, WhatNeedsNoneIsExported) {
    EXPECT_EQ(run({"export", "a.alla", "-o", "b.json"}).code, 0);
    EXPECT_EQ(run({"export", "a.alla", "-o", "b.psd"}).code, 0);
    expect_refusal({"export", "a.alla", "-o", "b.mp4"}, 1,
                   "films need allaprima-films.so, which is not installed beside this program: install it, "
                   "or choose another ending");
    expect_refusal({"export", "a.alla", "-o", "b.pdf"}, 1, "allaprima-pages.so");
    expect_refusal({"export", "a.alla", "-o", "b.guide.pdf"}, 1, "allaprima-pages.so");
}

TEST_F(WithoutModules, APaintingIsMadeAndALineSaysWhatWasNotLookedFor) {
    const Outcome outcome = run(painting({"paint", "photo.png", "-o", "a.png"}));
    EXPECT_EQ(outcome.code, 0);
    EXPECT_NE(outcome.err.find("no face or figure was looked for; faces and cut-outs need "
                               "allaprima-faces.so"),
              std::string::npos)
        << outcome.err;
    EXPECT_TRUE(fs::exists(file("a.png")));
}

TEST_F(WithoutModules, WhatNamesAFaceOrAFigureIsRefused) {
    draw_marks();
    std::ofstream(file("face.toml")) << "photo = 'photo.png'\n[[focus]]\nregion = 'face'\nweight = 2\n";
    std::ofstream(file("drops.toml")) << "photo = 'photo.png'\n[[spatter]]\nregion = 'subject'\n";
    for (const std::vector<std::string>& asked :
         {std::vector<std::string>{"photo.png", "--marks", "marks.png"},
          {"face.toml"},
          {"drops.toml"},
          {"photo.png", "--motif", "photo.png:across"}}) {
        std::vector<std::string> words{"paint"};
        words.insert(words.end(), asked.begin(), asked.end());
        words.insert(words.end(), {"-o", "a.png"});
        expect_refusal(painting(words), 1, "faces and cut-outs need allaprima-faces.so");
        EXPECT_FALSE(fs::exists(file("a.png")));
    }
}

TEST_F(WithoutModules, AMaskStandsInForTheCut) {
    Picture mask{Image<Rgb>({64, 48}), {}};
    for (int y = 10; y < 36; ++y)
        for (int x = 18; x < 42; ++x)
            mask.colour.at(x, y) = {1.0f, 1.0f, 1.0f};
    ASSERT_TRUE(write_picture(file("mask.png"), mask, {}).ok());
    const Outcome outcome =
        run({"compose", "photo.png", "--mask", "mask.png", "--motif", "photo.png:across", "-o", "a.png"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
}

TEST_F(WithoutModules, AChartIsDrawnWithoutWords) {
    const Outcome outcome = run({"brush", "flat", "-o", "brush.png"});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_NE(outcome.err.find("nothing is written on the picture"), std::string::npos) << outcome.err;
    EXPECT_TRUE(fs::exists(file("brush.png")));
}

TEST_F(WithoutModules, WhatIsNoModuleIsRefusedInOneLine) {
    fs::create_directories(file("opt/alla/prima/lib/allaprima"));
    std::ofstream(file("opt/alla/prima/lib/allaprima/allaprima-films.so")) << "no library";
    expect_refusal({"export", "a.alla", "-o", "b.mp4"}, 1, "which cannot be loaded");
}

}  // namespace
}  // namespace allaprima
