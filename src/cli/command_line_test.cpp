#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/rng.h"
#include "io/write_picture.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

struct Outcome {
    int code = -1;  ///< −1 when a signal ended it.
    std::string out, err;
};

std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Runs the program in a folder of its own.
class CommandLine : public ::testing::Test {
  protected:
    void SetUp() override {
        const std::string name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = fs::temp_directory_path() / fmt::format("allaprima-cli-{}{}", ::getpid(), name);
        fs::create_directories(folder_);
        ASSERT_TRUE(write_picture(file("photo.png"), some_picture(), {}).ok());
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string file(const std::string& name) const { return (folder_ / name).string(); }

    /// A ball on a ground that grows darker.
    static Picture some_picture() {
        Picture picture{Image<Rgb>({64, 48}), {}};
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 64; ++x) {
                const float d = length(Vec2{x - 30.0f, y - 22.0f});
                const float shade = static_cast<float>(x) / 64.0f;
                picture.colour.at(x, y) = d < 14.0f ? Rgb{0.9f, 0.5f - 0.02f * d, 0.1f}
                                                    : Rgb{0.2f, 0.3f * shade, 0.7f - 0.4f * shade};
            }
        return picture;
    }

    pid_t start(const std::vector<std::string>& words, const std::string& out = "out.txt") const {
        const pid_t child = ::fork();
        if (child != 0)
            return child;
        if (::chdir(folder_.c_str()) != 0)
            ::_exit(99);
        ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
        ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDOUT_FILENO);
        ::dup2(::open("err.txt", O_WRONLY | O_CREAT | O_TRUNC, 0644), STDERR_FILENO);
        std::vector<char*> argv = {const_cast<char*>(ALLAPRIMA_PROGRAM)};
        for (const std::string& word : words)
            argv.push_back(const_cast<char*>(word.c_str()));
        argv.push_back(nullptr);
        ::execv(ALLAPRIMA_PROGRAM, argv.data());
        ::_exit(99);
    }

    static int wait_for(pid_t child) {
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    Outcome run(const std::vector<std::string>& words, const std::string& out = "out.txt") const {
        const int code = wait_for(start(words, out));
        return {code, contents(folder_ / "out.txt"), contents(folder_ / "err.txt")};
    }

    /// Fails with this code, one line of explanation that holds `reason`, and nothing on standard output.
    void expect_refusal(const std::vector<std::string>& words, int code, const std::string& reason) const {
        const Outcome outcome = run(words);
        EXPECT_EQ(outcome.code, code) << outcome.err;
        EXPECT_EQ(outcome.out, "");
        EXPECT_EQ(outcome.err.rfind("allaprima: ", 0), 0u) << outcome.err;
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
        EXPECT_NE(outcome.err.find(reason), std::string::npos) << outcome.err;
    }

    fs::path folder_;
};

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
    refused({"--threads", "0"}, "1 to 1024");
    refused({"--threads", "1025"}, "1 to 1024");
    refused({"--plan-size", "31"}, "32 to 4096");
    refused({"--focus", "nose"}, "auto or none");
    refused({"--size", "12"}, "1600x1200");
    refused({"--size", "10x10", "--long", "10"}, "--size");
    refused({"--long", "0"}, "1 to 65535");
    refused({"--flat", "--unlit"}, "excludes");
    refused({"--light", "10"}, "azimuth 0 to 360");
    refused({"--time", "0"}, "0.01 to");
    refused({"--bogus"}, "--bogus");
    refused({"--save", "photo.png", "--force"}, "same file");
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
    for (const char* command : {"paint", "render", "resume", "show", "compare", "completion"}) {
        EXPECT_NE(all.out.find(command), std::string::npos);
        const Outcome help = run({command, "--help"});
        EXPECT_EQ(help.code, 0);
        EXPECT_NE(help.out.find(std::string("Usage: allaprima ").append(command)), std::string::npos)
            << help.out;
    }
    const std::string paint = run({"paint", "--help"}).out, render = run({"render", "--help"}).out;
    for (const BriefSetting& setting : brief_settings()) {
        EXPECT_NE(paint.find("--" + setting.name), std::string::npos) << setting.name;
        EXPECT_EQ(render.find("--" + setting.name) != std::string::npos, setting.of_rendering)
            << setting.name;
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
    EXPECT_EQ(contents(folder_ / "x.png"), contents(folder_ / "y.png"));
    ASSERT_EQ(run({"render", "x.alla", "-o", "z.tif", "--size", "150x90", "--unlit", "--threads", "1"}).code,
              0);
    ASSERT_EQ(run({"render", "x.alla", "-o", "z.jpg", "--long", "50", "--flat"}).code, 0);
    expect_refusal({"compare", "z.tif", "z.jpg"}, 1, "150 x 90");
}

TEST_F(CommandLine, ComparesPictures) {
    const Outcome same = run({"compare", "photo.png", "photo.png", "--json"});
    ASSERT_EQ(same.code, 0) << same.err;
    const nlohmann::json equal = nlohmann::json::parse(same.out);
    EXPECT_TRUE(equal["psnr"].is_null());
    EXPECT_EQ(equal["ssim"], 1.0);
    EXPECT_EQ(equal["flip"], 0.0);
    ASSERT_EQ(
        run({"paint", "photo.png", "-o", "x.png", "--strokes", "60", "--long", "64", "--flat", "--quiet"})
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
            EXPECT_NE(text.find(setting.name), std::string::npos) << shell << " " << setting.name;
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

TEST_F(CommandLine, InterruptedPlanningPaintsWhatThereIsAndGoesOnLater) {
    const std::vector<std::string> paint = {"paint",     "photo.png", "-o",          "x.png",
                                            "--save",    "x.alla",    "--long",      "96",
                                            "--strokes", "2000",      "--plan-size", "512"};
    const pid_t child = start(paint);
    while (!fs::exists(folder_ / "x.alla"))
        std::this_thread::sleep_for(10ms);
    std::this_thread::sleep_for(500ms);
    ::kill(child, SIGINT);
    ASSERT_EQ(wait_for(child), 0) << contents(folder_ / "err.txt");
    EXPECT_TRUE(fs::exists(folder_ / "x.png"));
    EXPECT_EQ(nlohmann::json::parse(run({"show", "x.alla", "--json"}).out)["stage"], "stopped");
}

TEST_F(CommandLine, KilledAtAnyMomentItResumesToTheSameBytes) {
    const auto paint = [&](const std::string& name) {
        return std::vector<std::string>{"paint",        "photo.png", "-o",     name + ".png", "--save",
                                        name + ".alla", "--strokes", "120",    "--long",      "300",
                                        "--plan-size",  "128",       "--quiet"};
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
    for (int kill = 0; kill < 20; ++kill) {
        const std::string name = fmt::format("k{}", kill);
        const pid_t child = begun(name);
        std::this_thread::sleep_for(all * rng.unit());
        ::kill(child, SIGKILL);
        (void)wait_for(child);
        const Outcome outcome = run({"resume", name + ".alla", "--quiet", "--threads", kill % 2 ? "1" : "2"});
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(outcome.out, name + ".png\n");
        EXPECT_TRUE(contents(folder_ / (name + ".png")) == whole) << "killed run " << kill;
    }
}

}  // namespace
}  // namespace allaprima
