#include "files/new_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "base/test_folder.h"

namespace allaprima {
namespace {

using testing::TestFolder;
using Names = std::vector<std::string>;

void put(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(NewFile, AppearsOnlyWhenFinished) {
    const TestFolder folder;
    Result<NewFile> file = NewFile::create(folder.at("a.txt"), false);
    ASSERT_TRUE(file.ok());
    put(file->temporary_path(), "whole");
    EXPECT_FALSE(std::filesystem::exists(folder.at("a.txt")));
    ASSERT_TRUE(file->finish().ok());
    EXPECT_EQ(contents(folder.at("a.txt")), "whole");
    EXPECT_EQ(folder.names(), Names{"a.txt"});
}

TEST(NewFile, LeavesNothingBehindUnfinished) {
    const TestFolder folder;
    put(folder.at("a.txt"), "old");
    {
        Result<NewFile> file = NewFile::create(folder.at("a.txt"), true);
        ASSERT_TRUE(file.ok());
        NewFile moved = std::move(file).value();
        put(moved.temporary_path(), "half");
    }
    EXPECT_EQ(contents(folder.at("a.txt")), "old");
    EXPECT_EQ(folder.names(), Names{"a.txt"});
}

TEST(NewFile, ReplacesOnlyWhenTold) {
    const TestFolder folder;
    put(folder.at("a.txt"), "old");
    const Result<NewFile> refused = NewFile::create(folder.at("a.txt"), false);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().usage);
    EXPECT_NE(refused.error().message.find("--force"), std::string::npos);

    Result<NewFile> allowed = NewFile::create(folder.at("a.txt"), true);
    ASSERT_TRUE(allowed.ok());
    put(allowed->temporary_path(), "new");
    ASSERT_TRUE(allowed->finish().ok());
    EXPECT_EQ(contents(folder.at("a.txt")), "new");
}

TEST(NewFile, KeepsAFileThatAppearsMeanwhile) {
    const TestFolder folder;
    Result<NewFile> file = NewFile::create(folder.at("a.txt"), false);
    ASSERT_TRUE(file.ok());
    put(folder.at("a.txt"), "another's");
    const Status finished = file->finish();
    ASSERT_FALSE(finished.ok());
    EXPECT_TRUE(finished.error().usage);
    EXPECT_EQ(contents(folder.at("a.txt")), "another's");
    EXPECT_EQ(folder.names(), Names{"a.txt"});
}

TEST(NewFile, SweepsAwayWhatKilledRunsLeft) {
    const TestFolder folder;
    const std::string abandoned = ".a.txt.0123456789abcdef.part";
    const Names others = {".a.txt.0123456789abcdeg.part", ".a.txt.part", ".b.txt.0123456789abcdef.part"};
    put(folder.at(abandoned), "half");
    for (const std::string& name : others)
        put(folder.at(name), "someone's");
    std::filesystem::create_directory(folder.at(".a.txt.0123456789abcdee.part"));
    {
        const Result<NewFile> living = NewFile::create(folder.at("a.txt"), false);
        ASSERT_TRUE(living.ok());
        EXPECT_FALSE(std::filesystem::exists(folder.at(abandoned)));
        const Result<NewFile> another = NewFile::create(folder.at("a.txt"), false);
        ASSERT_TRUE(another.ok());
        EXPECT_TRUE(std::filesystem::exists(living->temporary_path())) << "a run that lives keeps its own";
    }
    for (const std::string& name : others)
        EXPECT_TRUE(std::filesystem::exists(folder.at(name))) << name;
    EXPECT_EQ(folder.names().size(), others.size() + 1);
}

TEST(NewFile, RefusesImpossibleNames) {
    const TestFolder folder;
    for (const std::string& path :
         {folder.at("none/a.txt"), folder.at(""), folder.at("."), std::string("/dev/null")}) {
        const Result<NewFile> file = NewFile::create(path, true);
        ASSERT_FALSE(file.ok()) << path;
        EXPECT_TRUE(file.error().usage) << path;
    }
}

}  // namespace
}  // namespace allaprima
