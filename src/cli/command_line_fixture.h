#pragma once
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "pictures/write_picture.h"

namespace allaprima::testing {

namespace fs = std::filesystem;

/// What a run of the program came to.
struct Outcome {
    int code = -1;  ///< −1 when a signal ended it.
    std::string out, err;
    double seconds = 0.0;    ///< Of work: what other programs take of the machine does not count.
    double megabytes = 0.0;  ///< At its peak.
};

inline std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Runs the program as people do, in a folder of its own that holds photo.png.
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
        std::vector<char*> argv = {const_cast<char*>(program_.c_str())};
        for (const std::string& word : words)
            argv.push_back(const_cast<char*>(word.c_str()));
        argv.push_back(nullptr);
        ::execv(program_.c_str(), argv.data());
        ::_exit(99);
    }

    static int wait_for(pid_t child) {
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    Outcome run(const std::vector<std::string>& words, const std::string& out = "out.txt") const {
        int status = 0;
        rusage use{};
        ::wait4(start(words, out), &status, 0, &use);
        const auto seconds = [](const timeval& time) {
            return double(time.tv_sec) + 1e-6 * double(time.tv_usec);
        };
        return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
                .out = contents(folder_ / "out.txt"),
                .err = contents(folder_ / "err.txt"),
                .seconds = seconds(use.ru_utime) + seconds(use.ru_stime),
                .megabytes = static_cast<double>(use.ru_maxrss) / 1024.0};
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
    std::string program_ = ALLAPRIMA_PROGRAM;
};

}  // namespace allaprima::testing
