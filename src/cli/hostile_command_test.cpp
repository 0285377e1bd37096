// Paints every broken, huge and odd file that pictures/hostile makes, and those of a folder of found ones
// beside the repository, where there is one.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

#include "base/sanitizers.h"
#include "cli/command_line_fixture.h"
#include "pictures/hostile/hostile_pictures.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::Outcome;

/// The files are dealt out among so many tests, which may run side by side.
constexpr size_t kShares = 16;
/// Under the sanitizers the tests of io open each of them, in a process that starts once.
constexpr size_t kWatchedShares = kSanitized ? 2 : kShares;

struct HostileFile {
    fs::path path;
    std::optional<bool> opens;  ///< Unknown of found ones.
};

class HostileCommand : public testing::CommandLine, public ::testing::WithParamInterface<size_t> {
  protected:
    std::vector<HostileFile> made_files() const {
        std::vector<HostileFile> files;
        for (const testing::HostilePicture& picture : testing::hostile_pictures()) {
            files.push_back({file("hostile-" + picture.name), picture.opens_as.has_value()});
            std::ofstream(files.back().path, std::ios::binary) << picture.bytes;
        }
        return files;
    }

    std::vector<HostileFile> found_files() const {
        std::vector<HostileFile> files;
        std::error_code none;
        const fs::path folder = fs::path(ALLAPRIMA_SOURCE_DIR).parent_path() / "shared" / "hostile";
        for (const auto& entry : fs::directory_iterator(folder, none))
            if (entry.path().extension() != ".md")
                files.push_back({entry.path(), std::nullopt});
        std::ranges::sort(files, {}, &HostileFile::path);
        return files;
    }

    /// Paints this test's share of them.
    void paint_share(const std::vector<HostileFile>& files) const {
        for (size_t i = GetParam(); i < files.size(); i += kShares) {
            const auto& [photo, opens] = files[i];
            const Outcome outcome = paint_over_precious(photo);
            expect_picture_or_one_line(photo, outcome);
            EXPECT_EQ(outcome.code == 0, opens.value_or(outcome.code == 0)) << photo << outcome.err;
            EXPECT_LE(outcome.seconds, 10.0) << photo;
            EXPECT_LE(outcome.megabytes, 1024.0) << photo;
        }
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
    paint_share(made_files());
}

TEST_P(HostileCommand, GivesAPictureOrOneClearLineForFoundOnesToo) {
    paint_share(found_files());
}

INSTANTIATE_TEST_SUITE_P(Share, HostileCommand, ::testing::Range(size_t{0}, kWatchedShares));

}  // namespace
}  // namespace allaprima
