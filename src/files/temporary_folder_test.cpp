#include "files/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"
#include "files/longest_name.h"
#include "files/new_file.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::TestFolder;

TEST(LockedFolder, SweepsWhatKilledRunsLeftAndNothingElse) {
    const TestFolder around;
    const fs::path stem = around.at("run-");
    for (const char* name : {"run-abc123", "run-long-name", "other-abc123", "run-abc12"}) {
        fs::create_directory(around.at(name));
        std::ofstream(fs::path(around.at(name)) / "file") << "left";
    }
    const LockedFolder alive = make_locked_folder(stem);
    ASSERT_FALSE(alive.path.empty());
    EXPECT_FALSE(fs::exists(around.at("run-abc123")));
    const LockedFolder next = make_locked_folder(stem);
    EXPECT_TRUE(fs::exists(alive.path)) << "its run lives";
    EXPECT_NE(next.path, alive.path);
    for (const char* name : {"run-long-name", "other-abc123", "run-abc12"})
        EXPECT_TRUE(fs::exists(around.at(name))) << name;
}

TEST(NameLength, IsRefusedBeforeAnyWork) {
    const TestFolder folder;
    EXPECT_TRUE(check_name_length(folder.at(std::string(255, 'n'))).ok());
    EXPECT_FALSE(check_name_length(folder.at(std::string(255, 'n')), 1).ok());
    const Result<NewFile> file = NewFile::create(folder.at(std::string(256, 'n')), false);
    ASSERT_FALSE(file.ok());
    EXPECT_TRUE(file.error().usage);
    EXPECT_NE(file.error().message.find("too long by 1"), std::string::npos) << file.error().message;
}

}  // namespace
}  // namespace allaprima
