// Briefs as people use them: checked, composed, painted, shown again; what is seen; hands.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/command_line_fixture.h"
#include "model/shipped_files.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::contents;
using testing::Outcome;

class CommissionCommand : public testing::CommandLine {
  protected:
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
    }
    /// A flag of three stripes, a mask of the ball, and a brief that uses both.
    void write_commission() const {
        write("flag.svg",
              "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'><path fill='#fff' d='M0 "
              "0h30v20H0z'/>"
              "<path fill='#b02030' d='M0 0h10v20H0z'/><path fill='#203080' d='M20 0h10v20H20z'/></svg>");
        Picture mask{Image<Rgb>({64, 48}), {}};
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 64; ++x)
                if (length(Vec2{x - 30.0f, y - 22.0f}) < 14.0f)
                    mask.colour.at(x, y) = {1.0f, 1.0f, 1.0f};
        ASSERT_TRUE(write_picture(file("mask.png"), mask, {}).ok());
        write("brief.toml",
              "photo = 'photo.png'\nstrokes = 40\n[canvas]\nwidth = '20cm'\n[hand]\nname = 'bravura'\n"
              "[subject]\nmask = 'mask.png'\n[[focus]]\nbox = [0.3, 0.2, 0.3, 0.4]\nweight = 3\n"
              "[[motif]]\nfile = 'flag.svg'\nplace = 'across'\nveil = 0.2\n"
              "[[spatter]]\nregion = 'subject'\namount = 0.2\n[signature]\ntext = 'A. P.'\n"
              "[output]\nlong = 160\n");
    }
};

TEST_F(CommissionCommand, ABriefIsCheckedPaintedAndShownAgain) {
    write_commission();
    const Outcome checked = run({"brief", "--check", "brief.toml"});
    ASSERT_EQ(checked.code, 0) << checked.err;
    for (const char* words : {"photo.png", "at most 40", "1 motif", "1 spatter", "A. P."})
        EXPECT_NE(checked.out.find(words), std::string::npos) << words << " in " << checked.out;

    const Outcome painted =
        run({"paint", "brief.toml", "-o", "out.png", "--save", "out.alla", "--plan-size", "96"});
    ASSERT_EQ(painted.code, 0) << painted.err;
    const std::string text = run({"show", "out.alla"}).out;
    for (const char* words :
         {"box 0.3, 0.2, 0.3, 0.4, weight 3", "flag.svg, place across, veil 0.2",
          "subject, colour cadmium red light, amount 0.2", "A. P., corner bottom right", "spatter"})
        EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
    const nlohmann::json json = nlohmann::json::parse(run({"show", "out.alla", "--json"}).out);
    EXPECT_EQ(json["picture"]["width"], 160);
    EXPECT_EQ(json["canvas"]["width_mm"], 200.0);
    EXPECT_EQ(json["commission"]["motifs"][0]["place"], "across");
    EXPECT_EQ(json["commission"]["spatter"][0]["region"]["kind"], "subject");
    EXPECT_EQ(json["commission"]["signature"]["text"], "A. P.");
    EXPECT_EQ(json["passes"].back()["name"], "signature");

    fs::remove(folder_ / "flag.svg");
    const Outcome rendered = run({"render", "out.alla", "-o", "again.png"});
    ASSERT_EQ(rendered.code, 0) << rendered.err;
    EXPECT_TRUE(contents(folder_ / "again.png") == contents(folder_ / "out.png"));
}

TEST_F(CommissionCommand, OptionsAskForTheSameAsABrief) {
    write_commission();
    ASSERT_EQ(run({"paint", "brief.toml", "-o", "brief.png", "--plan-size", "96"}).code, 0);
    const Outcome typed = run({"paint",       "photo.png",
                               "-o",          "typed.png",
                               "--strokes",   "40",
                               "--width",     "20cm",
                               "--long",      "160",
                               "--hand",      "bravura",
                               "--mask",      "mask.png",
                               "--focus-on",  "0.3,0.2,0.3,0.4:3",
                               "--motif",     "flag.svg:across:0.2",
                               "--spatter",   "subject:0.2",
                               "--signature", "A. P.",
                               "--plan-size", "96"});
    ASSERT_EQ(typed.code, 0) << typed.err;
    EXPECT_TRUE(contents(folder_ / "typed.png") == contents(folder_ / "brief.png"));
}

TEST_F(CommissionCommand, TheTemplateIsABriefAndIsNeverOverwritten) {
    ASSERT_EQ(run({"brief", "--template", "-o", "mine.toml"}).code, 0);
    write("sitter.jpg", "there");
    EXPECT_EQ(run({"brief", "--check", "mine.toml"}).code, 0);
    expect_refusal({"brief", "--template", "-o", "mine.toml"}, 2, "exists");
    expect_refusal({"brief"}, 2, "--template");
}

TEST_F(CommissionCommand, TheSettingsAreThoseOfTheDocument) {
    const std::string document = contents(fs::path(ALLAPRIMA_SOURCE_DIR) / "docs/brief.md");
    const std::string settings = run({"brief", "--settings"}).out;
    ASSERT_FALSE(settings.empty());
    EXPECT_NE(document.find(settings), std::string::npos)
        << "put the output of 'allaprima brief --settings' into docs/brief.md";
}

TEST_F(CommissionCommand, TheExampleIsABrief) {
    fs::copy(fs::path(ALLAPRIMA_SOURCE_DIR) / "examples/commission", folder_ / "example",
             fs::copy_options::recursive);
    fs::copy_file(folder_ / "photo.png", folder_ / "example/sitter.png",
                  fs::copy_options::overwrite_existing);
    const Outcome checked = run({"brief", "--check", "example/brief.toml"});
    EXPECT_EQ(checked.code, 0) << checked.err;
    EXPECT_NE(checked.out.find("2 motifs\n"), std::string::npos) << checked.out;
}

TEST_F(CommissionCommand, WrongBriefsAreRefusedWithTheirPlace) {
    write_commission();
    const std::string photo = "photo = 'photo.png'\n";
    const auto refused = [&](const std::string& text, const std::string& reason) {
        write("bad.toml", photo + text);
        expect_refusal({"brief", "--check", "bad.toml"}, 2, reason);
        expect_refusal({"paint", "bad.toml", "-o", "x.png"}, 2, reason);
        EXPECT_FALSE(fs::exists(folder_ / "x.png"));
    };
    refused("stroke = 3\n", "bad.toml, line 2, column 1");
    refused("strokes = 0\n", "line 2, column 11");
    refused("[[motif]]\nfile = 'missing.png'\n", "missing.png");
    refused("[[spatter]]\namount = 2\n", "line 3");
    refused("[hand]\nname = 'nobody'\n", "nobody");
    refused("[subject]\nmask = 'mask.png'\nmarks = 'mask.png'\n", "line");
    refused("strokes = \n", "line 2");
    expect_refusal({"brief", "--check", "nowhere.toml"}, 2, "nowhere.toml");
}

TEST_F(CommissionCommand, ComposeShowsTheReference) {
    write_commission();
    const Outcome composed = run({"compose", "photo.png", "--mask", "mask.png", "--motif",
                                  "flag.svg:across:0.2", "-o", "reference.png"});
    ASSERT_EQ(composed.code, 0) << composed.err;
    EXPECT_EQ(composed.out, "reference.png\n");
    const Outcome from_brief = run({"compose", "brief.toml", "-o", "from-brief.png"});
    ASSERT_EQ(from_brief.code, 0) << from_brief.err;
    EXPECT_TRUE(contents(folder_ / "from-brief.png") == contents(folder_ / "reference.png"));
    expect_refusal({"compose", "photo.png", "--mask", "mask.png", "--motif", "none.svg", "-o", "x.png"}, 1,
                   "none.svg");
    write("evil.svg", "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg>&e;</svg>");
    expect_refusal({"compose", "photo.png", "--mask", "mask.png", "--motif", "evil.svg", "-o", "x.png"}, 1,
                   "evil.svg");
    expect_refusal({"compose", "photo.png", "--mask", "flag.svg", "--motif", "flag.svg", "-o", "x.png"}, 1,
                   "flag.svg");
}

TEST_F(CommissionCommand, StudyTellsAndDrawsWhatIsSeen) {
    write_commission();
    const Outcome seen =
        run({"study", "photo.png", "--mask", "mask.png", "-o", "study.png", "--cutout", "cut.png", "--json"});
    ASSERT_EQ(seen.code, 0) << seen.err;
    const nlohmann::json json = nlohmann::json::parse(seen.out);
    EXPECT_EQ(json["faces"].size(), 0u);
    EXPECT_NEAR(json["figure"].get<double>(), 0.2, 0.03);
    for (const char* name : {"study.png", "cut.png"})
        EXPECT_GT(fs::file_size(folder_ / name), 100u) << name;
    EXPECT_NE(run({"study", "photo.png"}).out.find("none found"), std::string::npos);
    expect_refusal({"study", "photo.png", "--mask", "mask.png", "-o", "study.png"}, 2, "exists");
    expect_refusal({"study", "photo.png", "--cutout", "new.png"}, 1, "--marks");
    expect_refusal({"study", "missing.png"}, 1, "missing.png");
}

TEST_F(CommissionCommand, HandsAreListedShownMeasuredAndLearned) {
    const Outcome list = run({"hand", "list"});
    ASSERT_EQ(list.code, 0) << list.err;
    for (const ShippedFile& hand : shipped_files(Shipped::Hands)) {
        EXPECT_NE(list.out.find(hand.name), std::string::npos) << hand.name;
        write("mine.toml", run({"hand", "show", std::string(hand.name)}).out);
        EXPECT_EQ(run({"hand", "show", "mine.toml"}).out, run({"hand", "show", std::string(hand.name)}).out);
    }
    EXPECT_NE(run({"hand", "measure", "photo.png"}).out.find("coherence"), std::string::npos);
    expect_refusal({"hand", "show", "nobody"}, 2, "nobody");
    expect_refusal({"hand", "measure", "missing.png"}, 1, "missing.png");
    expect_refusal({"hand", "learn", "missing.png", "-o", "learned.toml"}, 1, "missing.png");
    EXPECT_FALSE(fs::exists(folder_ / "learned.toml"));
}

}  // namespace
}  // namespace allaprima
