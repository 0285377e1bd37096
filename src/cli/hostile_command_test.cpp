// Paints every broken, huge and odd file of a folder beside the repository, where there is one.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/command_line_fixture.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::Outcome;

/// The files are dealt out among so many tests, which may run side by side.
constexpr size_t kShares = 8;

class HostileCommand : public testing::CommandLine, public ::testing::WithParamInterface<size_t> {
  protected:
    std::vector<fs::path> hostile_files() const {
        std::vector<fs::path> files;
        const fs::path folder = fs::path(ALLAPRIMA_SOURCE_DIR).parent_path() / "shared" / "hostile";
        if (fs::is_directory(folder))
            for (const auto& entry : fs::directory_iterator(folder))
                if (entry.path().extension() != ".md")
                    files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        return files;
    }

    Outcome paint_over_precious(const fs::path& photo) const {
        std::ofstream(file("x.png")) << "precious";
        return run({"paint", photo.string(), "-o", "x.png", "--force", "--strokes", "20", "--long", "64",
                    "--plan-size", "64", "--quiet"});
    }

    void expect_picture_or_one_line(const fs::path& photo, const Outcome& outcome) const {
        const bool kept = testing::contents(file("x.png")) == "precious";
        if (outcome.code == 0) {
            EXPECT_EQ(outcome.err, "") << photo;
            EXPECT_FALSE(kept) << photo;
        } else {
            EXPECT_EQ(outcome.code, 1) << photo << outcome.err;
            EXPECT_EQ(outcome.err.rfind("allaprima: cannot read ", 0), 0u) << photo << outcome.err;
            EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << photo << outcome.err;
            EXPECT_TRUE(kept) << photo;
        }
    }
};

TEST_P(HostileCommand, GivesAPictureOrOneClearLineSoonAndInLittleMemory) {
    const std::vector<fs::path> files = hostile_files();
    if (files.empty())
        GTEST_SKIP() << "no ../shared/hostile";
    for (size_t i = GetParam(); i < files.size(); i += kShares) {
        const fs::path& photo = files[i];
        const Outcome outcome = paint_over_precious(photo);
        expect_picture_or_one_line(photo, outcome);
        EXPECT_LE(outcome.seconds, 10.0) << photo;
        EXPECT_LE(outcome.megabytes, 1024.0) << photo;
    }
}

INSTANTIATE_TEST_SUITE_P(Share, HostileCommand, ::testing::Range(size_t{0}, kShares));

}  // namespace
}  // namespace allaprima
