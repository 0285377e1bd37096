#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/rng.h"
#include "base/sanitizers.h"
#include "cli/command_line_fixture.h"
#include "model/brief_settings.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

using testing::CommandLine;
using testing::contents;
using testing::Outcome;

const std::vector<std::string> kSmall = {"--strokes", "40", "--long", "96", "--plan-size", "64", "--quiet"};

std::vector<std::string> with_small(std::vector<std::string> words) {
    words.insert(words.end(), kSmall.begin(), kSmall.end());
    return words;
}

TEST_F(CommandLine, PaintsAPictureAndPrintsItsPath) {
    const Outcome outcome = run(with_small({"paint", "photo.png", "-o", "painting.png"}));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "painting.png\n");
    EXPECT_EQ(outcome.err, "");
    EXPECT_GT(fs::file_size(folder_ / "painting.png"), 100u);
}

TEST_F(CommandLine, PaintsStraightIntoAnExport) {
    const Outcome outcome = run(with_small({"paint", "photo.png", "-o", "a.psd"}));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "a.psd\n");
    EXPECT_EQ(contents(folder_ / "a.psd").substr(0, 4), "8BPS");
    EXPECT_FALSE(fs::exists(folder_ / "a.png")) << "no picture is made beside it";
}

TEST_F(CommandLine, UsageFaultsExitWithTwoAndSayWhatIsAllowed) {
    const std::vector<std::string> paint = {"paint", "photo.png", "-o", "x.png"};
    const auto refused = [&](std::vector<std::string> extra, const std::string& reason) {
        std::vector<std::string> words = paint;
        words.insert(words.end(), extra.begin(), extra.end());
        expect_refusal(words, 2, reason);
        EXPECT_FALSE(fs::exists(folder_ / "x.png"));
    };
    refused({"--strokes", "0"}, "--strokes must be 1 to 100000, not '0'");
    refused({"--strokes", "-5"}, "not '-5'");
    refused({"--strokes=100001"}, "1 to 100000");
    refused({"--strokes"}, "--strokes");
    refused({"--threads", "0"}, "1 to 256");
    refused({"--threads", "257"}, "1 to 256");
    refused({"--plan-size", "31"}, "32 to 6144");
    refused({"--focus", "nose"}, "auto or none");
    refused({"--size", "12"}, "1600x1200");
    refused({"--size", "10x10", "--long", "10"}, "--size");
    refused({"--long", "0"}, "1 to 65535");
    refused({"--flat", "--unlit"}, "excludes");
    refused({"--light", "10"}, "azimuth 0 to 360");
    refused({"--time", "0"}, "0.01 to");
    refused({"--bogus"}, "--bogus");
    refused({"--save", "photo.png", "--force"}, "same file");
    refused({"--light", "nan,40"}, "not 'nan,40'");
    refused({"--size", "0x0"}, "not '0x0'");
    refused({"--size", "65535x1", "--strokes", "1", "--quiet"}, "8 times as wide");
    refused({"--depth", "12"}, "8 or 16, not '12'");
    refused({"--flat=false"}, "takes no value");
    refused({"--quiet=0"}, "takes no value");
    expect_refusal({"paint", "photo.png", "-o", "x.jpg", "--depth", "16"}, 2, "16 bits");
    expect_refusal({"paint", "photo.png", "-o", "x.tif", "--depth", "8"}, 2, "8 bits");
    expect_refusal({"paint", "photo.png", "-o", "x.exr", "--depth", "8"}, 2, "8 bits");
    refused({"--save", ""}, "--save: it is empty");
    expect_refusal({"paint", "", "-o", "x.png"}, 2, "PHOTO: it is empty");
    expect_refusal({"paint", "photo.png", "-o", ""}, 2, "--output: it is empty");
    expect_refusal({"completion"}, 2, "bash, zsh, fish");
    expect_refusal({"--bogus"}, 2, "paint, render");
    expect_refusal({}, 2, "--help");
    expect_refusal({"frobnicate"}, 2, "no command 'frobnicate'");
    expect_refusal({"paint"}, 2, "PHOTO");
    expect_refusal({"paint", "photo.png"}, 2, "output");
}

TEST_F(CommandLine, OutputsThatCannotBeMadeAreFoundBeforePainting) {
    expect_refusal({"paint", "photo.png", "-o", "x.xyz"}, 2, ".png");
    expect_refusal({"paint", "photo.png", "-o", "nowhere/x.png"}, 2, "nowhere");
    expect_refusal({"paint", "photo.png", "-o", "photo.png", "--force"}, 2, "same file");
    expect_refusal({"paint", "photo.png", "-o", "x.png", "--save", "nowhere/x.alla"}, 2, "nowhere");
    std::ofstream(folder_ / "there.png") << "precious";
    expect_refusal({"paint", "photo.png", "-o", "there.png"}, 2, "--force");
    EXPECT_EQ(contents(folder_ / "there.png"), "precious");
    expect_refusal({"paint", "missing.png", "-o", "there.png", "--force"}, 1, "missing.png");
    EXPECT_EQ(contents(folder_ / "there.png"), "precious");
    EXPECT_EQ(run(with_small({"paint", "photo.png", "-o", "there.png", "--force"})).code, 0);
    EXPECT_NE(contents(folder_ / "there.png"), "precious");
}

TEST_F(CommandLine, FilesThatAreNoPaintingsAreRefused) {
    for (const char* command : {"show", "resume"}) {
        expect_refusal({command, "photo.png"}, 1, "not a painting");
        expect_refusal({command, "missing.alla"}, 1, "missing.alla");
    }
    expect_refusal({"render", "photo.png", "-o", "x.png"}, 1, "not a painting");
    expect_refusal({"show", "line\nbreak.alla"}, 1, "line?break");
}

TEST_F(CommandLine, HelpOfEveryCommandTellsEveryOption) {
    const Outcome all = run({"--help"});
    EXPECT_EQ(all.code, 0);
    for (const char* command : {"paint", "compose", "render", "resume", "show", "compare", "palette", "brush",
                                "brief", "study", "completion"}) {
        EXPECT_NE(all.out.find(command), std::string::npos);
        const Outcome help = run({command, "--help"});
        EXPECT_EQ(help.code, 0);
        EXPECT_NE(help.out.find(std::string("Usage: allaprima ").append(command)), std::string::npos)
            << help.out;
    }
    const std::string paint = run({"paint", "--help"}).out, render = run({"render", "--help"}).out,
                      study = run({"study", "--help"}).out;
    for (const BriefSetting& setting : brief_settings()) {
        const auto offered = [&](const std::string& help) {
            return help.find("--" + setting.name + " ") != std::string::npos;
        };
        EXPECT_EQ(offered(paint), setting.typed) << setting.name;
        EXPECT_EQ(offered(render), setting.typed && setting.of_rendering) << setting.name;
        EXPECT_EQ(offered(study), setting.typed && setting.of_scene) << setting.name;
    }
    for (const char* option : {"--output", "--force", "--threads", "--quiet", "--save"})
        EXPECT_NE(paint.find(option), std::string::npos) << option;
    EXPECT_EQ(run({"--version"}).out.rfind("allaprima ", 0), 0u);
}

TEST_F(CommandLine, ShowsAPainting) {
    ASSERT_EQ(run(with_small({"paint", "photo.png", "-o", "x.png", "--save", "x.alla", "--seed", "9"})).code,
              0);
    const Outcome shown = run({"show", "x.alla", "--json"});
    ASSERT_EQ(shown.code, 0) << shown.err;
    const nlohmann::json json = nlohmann::json::parse(shown.out);
    EXPECT_EQ(json["stage"], "painted");
    EXPECT_EQ(json["brief"]["seed"], 9);
    EXPECT_EQ(json["photo"]["name"], "photo.png");
    EXPECT_EQ(json["picture"]["width"], 96);
    EXPECT_EQ(json["picture"]["path"], file("x.png"));
    EXPECT_EQ(json["picture"]["sha256"].get<std::string>().size(), 64u);
    int strokes = 0;
    for (const auto& pass : json["passes"])
        strokes += pass["strokes"].get<int>();
    EXPECT_EQ(json["strokes"], strokes);
    EXPECT_LE(strokes, 40);
    EXPECT_NE(run({"show", "x.alla"}).out.find("photo.png"), std::string::npos);
}

TEST_F(CommandLine, RendersTheSamePictureAndOtherSizes) {
    ASSERT_EQ(run(with_small({"paint", "photo.png", "-o", "x.png", "--save", "x.alla"})).code, 0);
    ASSERT_EQ(run({"render", "x.alla", "-o", "y.png", "--quiet"}).code, 0);
    EXPECT_TRUE(contents(folder_ / "x.png") == contents(folder_ / "y.png"));
    ASSERT_EQ(run({"render", "x.alla", "-o", "z.tif", "--size", "150x90", "--unlit", "--threads", "1"}).code,
              0);
    ASSERT_EQ(run({"render", "x.alla", "-o", "z.jpg", "--long", "50", "--flat"}).code, 0);
    ASSERT_EQ(run({"render", "x.alla", "-o", "part.png", "--size", "150x90", "--part", "30,20,64,48"}).code,
              0);
    EXPECT_EQ(read_photo(file("part.png"))->size(), (Size{64, 48}));
    expect_refusal({"render", "x.alla", "-o", "q.png", "--size", "150x90", "--part", "100,20,64,48"}, 2,
                   "150 x 90 pixels");
    expect_refusal({"render", "x.alla", "-o", "q.png", "--part", "1,2,3"}, 2, "left, top, width and height");
    expect_refusal({"render", "x.alla", "-o", "q.stl", "--part", "0,0,9,9"}, 2, "leave out --part");
    expect_refusal({"compare", "z.tif", "z.jpg"}, 1, "150 x 90");
}

TEST_F(CommandLine, ComparesPictures) {
    const Outcome same = run({"compare", "photo.png", "photo.png", "--json"});
    ASSERT_EQ(same.code, 0) << same.err;
    const nlohmann::json equal = nlohmann::json::parse(same.out);
    EXPECT_TRUE(equal["psnr"].is_null());
    EXPECT_EQ(equal["ssim"], 1.0);
    EXPECT_EQ(equal["flip"], 0.0);
    ASSERT_EQ(run({"paint", "photo.png", "-o", "x.png", "--strokes", "60", "--long", "64", "--flat",
                   "--plan-size", "64", "--quiet"})
                  .code,
              0);
    const nlohmann::json near = nlohmann::json::parse(run({"compare", "photo.png", "x.png", "--json"}).out);
    EXPECT_GT(near["psnr"].get<double>(), 15.0);
    EXPECT_NE(run({"compare", "photo.png", "x.png"}).out.find("PSNR"), std::string::npos);
}

TEST_F(CommandLine, ShellsReadTheirCompletion) {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const Outcome script = run({"completion", shell}, std::string(shell) + ".txt");
        EXPECT_EQ(script.code, 0);
        const std::string text = contents(folder_ / (std::string(shell) + ".txt"));
        for (const BriefSetting& setting : brief_settings())
            EXPECT_EQ(text.find(setting.name) != std::string::npos, setting.typed)
                << shell << " " << setting.name;
    }
    const auto completed = [&](const std::string& words, int at) {
        const std::string script = fmt::format(
            "source {}; COMP_WORDS=({}); COMP_CWORD={}; _allaprima; echo \"${{COMPREPLY[*]}}\" > {}",
            file("bash.txt"), words, at, file("got.txt"));
        EXPECT_EQ(std::system(("bash -c '" + script + "'").c_str()), 0);
        return contents(folder_ / "got.txt");
    };
    EXPECT_EQ(completed("allaprima paint --focus \"\"", 3), "auto none\n");
    EXPECT_EQ(completed("allaprima paint --plan", 2), "--plan-size\n");
    EXPECT_EQ(completed("allaprima res", 1), "resume\n");
    EXPECT_EQ(completed("allaprima completion z", 2), "zsh\n");
    for (const char* shell : {"zsh", "fish"})
        if (std::system((std::string("command -v ") + shell + " > /dev/null").c_str()) == 0) {
            EXPECT_EQ(std::system((std::string(shell) + " -n " + file(std::string(shell) + ".txt")).c_str()),
                      0);
        }
}

TEST_F(CommandLine, StandardOutputThatCannotBeWrittenIsAFailureOfOneLine) {
    const Outcome full = run({"--help"}, "/dev/full");
    EXPECT_EQ(full.code, 1);
    EXPECT_EQ(std::count(full.err.begin(), full.err.end(), '\n'), 1) << full.err;
    const std::string piped = std::string(ALLAPRIMA_PROGRAM) + " --help | true; exit ${PIPESTATUS[0]}";
    EXPECT_EQ(std::system(("bash -c '" + piped + "'").c_str()), 0);
}

TEST_F(CommandLine, WhenTheDiskIsFullTheStrokesAreSafe) {
    // As large as the painting file grows, and smaller than the picture.
    rlimit former{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &former), 0);
    const rlimit small{200'000, former.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Outcome outcome = run({"paint", "photo.png", "-o", "x.png", "--save", "x.alla", "--strokes", "40",
                                 "--plan-size", "64", "--long", "1000", "--quiet"});
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &former), 0);
    EXPECT_EQ(outcome.code, 1);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("safe in x.alla"), std::string::npos) << outcome.err;
    EXPECT_FALSE(fs::exists(folder_ / "x.png"));
    const Outcome rendered = run({"render", "x.alla", "-o", "x.png", "--quiet"});
    EXPECT_EQ(rendered.code, 0) << rendered.err;
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 5)
        << "photo.png, x.alla, x.png, out.txt and err.txt";
}

TEST_F(CommandLine, NamesMayHoldAnything) {
    const std::string name = "sitter's \"best\" sïde; $(x) %s{}.png";
    fs::copy_file(folder_ / "photo.png", folder_ / name);
    const Outcome outcome = run(with_small({"paint", name, "-o", "painted " + name, "--save", "né é.alla"}));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "painted " + name + "\n");
    EXPECT_NE(run({"show", "né é.alla"}).out.find(name), std::string::npos);
}

TEST_F(CommandLine, InterruptedPlanningPaintsWhatThereIsAndGoesOnLater) {
    const std::vector<std::string> paint = {"paint",     "photo.png", "-o",          "x.png",
                                            "--save",    "x.alla",    "--long",      "96",
                                            "--strokes", "2000",      "--plan-size", "512"};
    const pid_t child = start(paint);
    while (!fs::exists(folder_ / "x.alla"))
        std::this_thread::sleep_for(10ms);
    std::this_thread::sleep_for(500ms);
    ::kill(child, SIGINT);
    ASSERT_EQ(wait_for(child), 130) << contents(folder_ / "err.txt");
    EXPECT_TRUE(fs::exists(folder_ / "x.png"));
    EXPECT_EQ(nlohmann::json::parse(run({"show", "x.alla", "--json"}).out)["stage"], "stopped");
}

TEST_F(CommandLine, DepthIsKeptWithThePainting) {
    const auto bits = [&](const std::string& name) { return int{contents(folder_ / name)[24]}; };
    ASSERT_EQ(
        run(with_small({"paint", "photo.png", "-o", "x.png", "--depth", "16", "--save", "x.alla"})).code, 0);
    EXPECT_EQ(bits("x.png"), 16);
    const std::string whole = contents(folder_ / "x.png");
    fs::remove(folder_ / "x.png");
    ASSERT_EQ(run({"resume", "x.alla", "--quiet"}).code, 0);
    EXPECT_TRUE(contents(folder_ / "x.png") == whole);
    ASSERT_EQ(run({"render", "x.alla", "-o", "y.png", "--depth", "8", "--quiet"}).code, 0);
    EXPECT_EQ(bits("y.png"), 8);
    EXPECT_EQ(run({"render", "x.alla", "-o", "y.jpg", "--quiet"}).code, 0);
    expect_refusal({"render", "x.alla", "-o", "z.jpg", "--depth", "16", "--quiet"}, 2, "16 bits");
}

TEST_F(CommandLine, TellsHowMuchLongerItTakes) {
    ASSERT_EQ(
        run(with_small({"paint", "photo.png", "-o", "x.png", "--save", "x.alla", "--palette", "rgb"})).code,
        0);
    // Large enough for a line of progress, which comes after three seconds.
    const pid_t child = start({"render", "x.alla", "-o", "y.tif", "--long", "6000", "--threads", "1"});
    const auto told = [&] { return contents(folder_ / "err.txt"); };
    const auto given_up = std::chrono::steady_clock::now() + 60s;
    while (told().find(" left\n") == std::string::npos && std::chrono::steady_clock::now() < given_up)
        std::this_thread::sleep_for(20ms);
    ::kill(child, SIGKILL);
    (void)wait_for(child);
    // The first line may come before enough is painted for an estimate.
    const std::string lines = told().substr(0, told().rfind('\n')),
                      line = lines.substr(lines.rfind('\n') + 1);
    EXPECT_EQ(line.rfind("painting ", 0), 0u) << line;
    EXPECT_NE(line.find(", about "), std::string::npos) << line;
    EXPECT_NE(line.find(" left"), std::string::npos) << line;
}

TEST_F(CommandLine, PrintsAreAskedForInLengths) {
    ASSERT_EQ(
        run(with_small({"paint", "photo.png", "-o", "x.png", "--save", "x.alla", "--palette", "rgb"})).code,
        0);
    const Outcome print =
        run({"render", "x.alla", "-o", "y.png", "--flat", "--width", "20.32cm", "--dpi", "30"});
    EXPECT_NE(print.err.find("240 x 180 pixels"), std::string::npos) << print.err << "eight inches";
    const auto refused = [&](const std::vector<std::string>& print_words, const std::string& reason) {
        std::vector<std::string> words = {"render", "x.alla", "-o", "z.png"};
        words.insert(words.end(), print_words.begin(), print_words.end());
        expect_refusal(words, 2, reason);
        EXPECT_FALSE(fs::exists(folder_ / "z.png"));
    };
    refused({"--width", "0.5cm"}, "--width must be 1cm to 2000cm, like 60cm, 600mm or 24in, not '0.5cm'");
    refused({"--width", "2000cm", "--dpi", "300"}, "65535 on a side");
    refused({"--width", "10cm", "--long", "100", "--dpi", "72"}, "cannot be used together");
    refused({"--icc", "nowhere.icc"}, "there is no profile nowhere.icc");
    refused({"--icc", "photo.png"}, "photo.png is not an ICC profile");
}

TEST_F(CommandLine, TellsWhatAPressCannotPrint) {
    const Outcome outcome =
        run({"paint", "photo.png", "-o", "x.tif", "--palette", "rgb", "--strokes", "40", "--long", "96",
             "--plan-size", "64", "--icc", "/usr/share/color/icc/ghostscript/default_cmyk.icc"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("is out of its gamut"), std::string::npos) << outcome.err;
}

TEST_F(CommandLine, ResumedElsewhereItStaysThere) {
    ASSERT_EQ(run(with_small({"paint", "photo.png", "-o", "x.png", "--save", "x.alla"})).code, 0);
    ASSERT_EQ(run({"resume", "x.alla", "-o", "y.png", "--quiet"}).code, 0);
    fs::remove(folder_ / "x.png");
    const Outcome again = run({"resume", "x.alla", "--quiet"});
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_EQ(again.out, file("y.png") + "\n");
    EXPECT_FALSE(fs::exists(folder_ / "x.png"));
}

TEST_F(CommandLine, StoppedWhileThePictureIsMadeItLeavesNone) {
    const pid_t child = start({"paint", "photo.png", "-o", "x.png", "--save", "x.alla", "--long", "6000",
                               "--strokes", "40", "--plan-size", "64", "--quiet"});
    const auto planned = [&] {
        if (!fs::exists(folder_ / "x.alla"))
            return false;
        for (const auto& entry : fs::directory_iterator(folder_))
            if (entry.path().filename().string().rfind(".x.png.", 0) == 0 && fs::file_size(entry.path()) > 0)
                return true;
        return false;
    };
    while (!planned())
        std::this_thread::sleep_for(5ms);
    ::kill(child, SIGTERM);
    EXPECT_EQ(wait_for(child), 143);
    const std::string told = contents(folder_ / "err.txt");
    EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 1) << told;
    EXPECT_NE(told.find("allaprima render x.alla -o x.png"), std::string::npos) << told;
    EXPECT_FALSE(fs::exists(folder_ / "x.png"));
    EXPECT_EQ(nlohmann::json::parse(run({"show", "x.alla", "--json"}).out)["stage"], "planned");
    EXPECT_EQ(run({"render", "x.alla", "-o", "x.png", "--long", "64", "--quiet"}).code, 0);
}

TEST_F(CommandLine, KilledAtAnyMomentItResumesToTheSameBytes) {
    const auto paint = [&](const std::string& name) {
        return std::vector<std::string>{"paint",        "photo.png", "-o",     name + ".png", "--save",
                                        name + ".alla", "--strokes", "80",     "--long",      "240",
                                        "--plan-size",  "96",        "--quiet"};
    };
    using Clock = std::chrono::steady_clock;
    const auto begun = [&](const std::string& name) {
        const pid_t child = start(paint(name));
        while (!fs::exists(folder_ / (name + ".alla")))
            std::this_thread::sleep_for(1ms);
        return child;
    };
    const pid_t undisturbed = begun("whole");
    const Clock::time_point began = Clock::now();
    ASSERT_EQ(wait_for(undisturbed), 0);
    const auto all = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);
    const std::string whole = contents(folder_ / "whole.png");
    Rng rng(20, 1);
    const int paintings = kSanitized ? 1 : 4, kills = kSanitized ? 2 : 5;
    for (int painting = 0; painting < paintings; ++painting) {
        const std::string name = fmt::format("k{}", painting);
        const auto resume = [&](int kill) {
            return std::vector<std::string>{"resume", name + ".alla", "--quiet", "--threads",
                                            kill % 2 ? "1" : "2"};
        };
        for (int kill = 0; kill < kills; ++kill) {
            const pid_t child = kill == 0 ? begun(name) : start(resume(kill));
            // What goes on from later strokes ends sooner.
            std::this_thread::sleep_for(all * rng.unit() * (kill == 0 ? 1.0f : 0.5f));
            ::kill(child, SIGKILL);
            (void)wait_for(child);
        }
        const Outcome outcome = run(resume(painting));
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(outcome.out, file(name + ".png") + "\n");
        EXPECT_TRUE(contents(folder_ / (name + ".png")) == whole) << "killed painting " << painting;
    }
    for (const auto& entry : fs::directory_iterator(folder_))
        EXPECT_NE(entry.path().filename().string().front(), '.') << entry.path() << " was left behind";
}

TEST_F(CommandLine, AMisspeltWordLeadsOn) {
    expect_refusal({"piant", "photo.png"}, 2, "there is no command 'piant' (did you mean 'paint'?)");
    expect_refusal({"record", "ad"}, 2, "(did you mean 'add'?)");
    expect_refusal({"paint", "photo.png", "--pallete", "zorn"}, 2,
                   "there is no option '--pallete' (did you mean '--palette'?)");
    expect_refusal({"paint", "photo.png", "-o", "out.png", "--palette=zron"}, 2,
                   "there is no palette 'zron' (did you mean 'zorn'?)");
    expect_refusal({"paint", "photo.png", "-o", "out.png", "--focus-on", "eyse"}, 2,
                   "(did you mean 'eyes'?)");
    expect_refusal({"paint", "photo.png", "-o", "out.png", "more"}, 2, "'more' is one word too many");
}

}  // namespace
}  // namespace allaprima
