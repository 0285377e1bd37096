// The commands that tell of palettes and brushes.

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

class MaterialsCommand : public testing::CommandLine {};

TEST_F(MaterialsCommand, PaletteListsAllThatAreShipped) {
    const Outcome outcome = run({"palette"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    for (const ShippedFile& file : shipped_files(Shipped::Palettes))
        EXPECT_NE(outcome.out.find(std::string(file.name) + "\n"), std::string::npos) << file.name;
    for (const char* word : {"rgb", "auto:3 to auto:16", "Cadmium Red Light"})
        EXPECT_NE(outcome.out.find(word), std::string::npos) << word;
    EXPECT_EQ(nlohmann::json::parse(run({"palette", "--json"}).out)["palettes"].size(),
              shipped_files(Shipped::Palettes).size() + 1);
}

TEST_F(MaterialsCommand, PaletteTellsHowColoursAreMixed) {
    const Outcome outcome = run({"palette", "zorn", "--colour", "#c08060", "--colour", "#0000ff", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const nlohmann::json json = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(json["tubes"].size(), 4u);
    ASSERT_EQ(json["mixtures"].size(), 2u);
    const nlohmann::json flesh = json["mixtures"][0], blue = json["mixtures"][1];
    EXPECT_EQ(flesh["in_reach"], true);
    EXPECT_LE(flesh["miss"], 2.0);
    double whole = 0.0;
    for (const nlohmann::json& part : flesh["mixture"])
        whole += part["share"].get<double>();
    EXPECT_NEAR(whole, 1.0, 1e-5);
    EXPECT_EQ(blue["in_reach"], false);
    EXPECT_GT(blue["miss"], 10.0);
    const std::string text = run({"palette", "--colour", "#0000ff", "zorn"}).out;
    EXPECT_NE(text.find("out of these tubes' reach"), std::string::npos) << text;
}

TEST_F(MaterialsCommand, PaletteChoosesTubesForAPhotograph) {
    const Outcome outcome = run({"palette", "auto:4", "--for", "photo.png", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(nlohmann::json::parse(outcome.out)["tubes"].size(), 4u);
}

TEST_F(MaterialsCommand, PaletteAndBrushDrawSheets) {
    const Outcome chart = run({"palette", "zorn", "-o", "chart.png"});
    EXPECT_EQ(chart.code, 0) << chart.err;
    EXPECT_EQ(chart.out, "chart.png\n");
    const Outcome sample = run({"brush", "round", "-o", "stroke.png"});
    EXPECT_EQ(sample.code, 0) << sample.err;
    EXPECT_EQ(sample.out, "stroke.png\n");
    for (const char* name : {"chart.png", "stroke.png"})
        EXPECT_GT(fs::file_size(folder_ / name), 10'000u) << name;
    expect_refusal({"palette", "zorn", "-o", "chart.png"}, 2, "--force");
    expect_refusal({"brush", "round", "-o", "stroke.xyz"}, 2, ".png");
}

TEST_F(MaterialsCommand, BrushTellsSettingsAndWritesATemplate) {
    const std::string list = run({"brush"}).out;
    for (const ShippedFile& file : shipped_files(Shipped::Brushes)) {
        EXPECT_NE(list.find(file.name), std::string::npos);
        const Outcome told = run({"brush", std::string(file.name)});
        const Outcome written = run({"brush", std::string(file.name), "--template"});
        ASSERT_EQ(written.code, 0) << written.err;
        std::ofstream(folder_ / "mine.toml") << written.out;
        EXPECT_EQ(run({"brush", "mine.toml"}).out, told.out);
    }
}

TEST_F(MaterialsCommand, ShellsCompleteTheShippedNames) {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const std::string script = run({"completion", shell}).out;
        EXPECT_NE(script.find("rgb full impressionist limited vangogh zorn"), std::string::npos) << shell;
        EXPECT_NE(script.find("fan filbert flat knife rigger round"), std::string::npos) << shell;
    }
}

TEST_F(MaterialsCommand, WrongPalettesAreRefusedInOneLine) {
    std::ofstream(folder_ / "bad.toml") << "name = 'x'\n[[tube]]\npigment = 'Mud'\n";
    std::ofstream(folder_ / "empty.toml") << "";
    std::ofstream(folder_ / "noise.toml") << contents(folder_ / "photo.png");
    fs::create_directory(folder_ / "dir.toml");
    expect_refusal({"palette", "mud"}, 2, "there is no palette 'mud'; there are: full, impressionist");
    expect_refusal({"palette", "bad.toml"}, 2, "bad.toml, line 3, column 11: no paint 'Mud' was measured");
    expect_refusal({"palette", "empty.toml"}, 2, "empty.toml: it needs a 'name'");
    expect_refusal({"palette", "noise.toml"}, 2, "noise.toml, line 1");
    expect_refusal({"palette", "dir.toml"}, 2, "dir.toml is a folder");
    expect_refusal({"palette", "missing.toml"}, 2, "there is no file missing.toml");
    expect_refusal({"palette", ""}, 2, "it is empty");
    expect_refusal({"palette", "zorn", "--colour", "red"}, 2, "--colour must be #rrggbb");
    expect_refusal({"palette", "zorn", "--colour"}, 2, "--colour");
    expect_refusal({"palette", "--colour", "#ffffff"}, 2, "name a palette");
    expect_refusal({"palette", "rgb", "--colour", "#ffffff"}, 2, "rgb has no tubes");
    expect_refusal({"palette", "auto:4"}, 2, "name it with --for");
    expect_refusal({"palette", "auto:99", "--for", "photo.png"}, 2, "from 3 to 16");
    expect_refusal({"palette", "auto:4", "--for", "missing.png"}, 1, "missing.png");
}

TEST_F(MaterialsCommand, WrongBrushesAreRefusedInOneLine) {
    std::ofstream(folder_ / "bad.toml") << "name = 'x'\nload = nan\n";
    expect_refusal({"brush", "broom"}, 2, "there is no brush 'broom'; there are: drop, fan");
    expect_refusal({"brush", "bad.toml"}, 2,
                   "bad.toml, line 2, column 8: 'load' must be a number from 0.05 to 4");
    expect_refusal({"brush", "flat", "--template", "-o", "x.png"}, 2, "excludes");
}

}  // namespace
}  // namespace allaprima
