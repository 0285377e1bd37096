#include "base/parts_folder.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/test_folder.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::TestFolder;

/// An empty file that stands for a program.
fs::path program_at(const TestFolder& folder, const std::string& name) {
    const fs::path program = folder.at(name);
    fs::create_directories(program.parent_path());
    std::ofstream(program) << "";
    return program;
}

TEST(PartsFolder, TheNearestAboveTheProgramIsTaken) {
    const TestFolder folder;
    const fs::path installed = program_at(folder, "usr/bin/allaprima");
    EXPECT_FALSE(parts_folder_of(installed));
    fs::create_directories(folder.at("lib/allaprima"));
    EXPECT_EQ(parts_folder_of(installed), folder.at("lib/allaprima"));
    fs::create_directories(folder.at("usr/lib/allaprima"));
    EXPECT_EQ(parts_folder_of(installed), folder.at("usr/lib/allaprima"));
}

TEST(PartsFolder, FourFoldersAreLookedAt) {
    const TestFolder folder;
    fs::create_directories(folder.at("lib/allaprima"));
    EXPECT_TRUE(parts_folder_of(program_at(folder, "a/b/c/program")));
    EXPECT_FALSE(parts_folder_of(program_at(folder, "a/b/c/d/program")));
}

TEST(PartsFolder, OneThatAnybodyMayWriteToIsPassedOver) {
    const TestFolder folder;
    const fs::path program = program_at(folder, "bin/program");
    fs::create_directories(folder.at("lib/allaprima"));
    fs::permissions(folder.at("lib/allaprima"), fs::perms::others_write, fs::perm_options::add);
    EXPECT_FALSE(parts_folder_of(program));
}

}  // namespace
}  // namespace allaprima
