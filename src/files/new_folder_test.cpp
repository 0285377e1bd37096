#include "files/new_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::TestFolder;

const FolderKind kPage{.mark = "mark.txt", .entries = {"mark.txt", "more"}};
const char* const kMark = "mark.txt";

void put(const fs::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(NewFolder, AppearsWholeAndOnlyAtTheEnd) {
    const TestFolder around;
    const std::string path = around.at("page");
    Result<NewFolder> folder = NewFolder::create(path + "/", false, kPage);
    ASSERT_TRUE(folder.ok()) << folder.error().message;
    put(fs::path(folder->temporary_path()) / kMark, "new");
    EXPECT_FALSE(fs::exists(path));
    ASSERT_TRUE(folder->finish().ok());
    EXPECT_EQ(text_of(fs::path(path) / kMark), "new");
    EXPECT_EQ(around.names(), std::vector<std::string>{"page"});
}

TEST(NewFolder, LeavesNothingBehindWithoutItsEnd) {
    const TestFolder around;
    {
        Result<NewFolder> folder = NewFolder::create(around.at("page"), false, kPage);
        ASSERT_TRUE(folder.ok());
        put(fs::path(folder->temporary_path()) / kMark, "half");
    }
    EXPECT_EQ(around.names(), std::vector<std::string>{});
}

TEST(NewFolder, ReplacesItsOwnKindWhenToldTo) {
    const TestFolder around;
    const fs::path path = around.at("page");
    fs::create_directory(path);
    put(path / kMark, "old");
    put(path / "more", "old");
    EXPECT_NE(NewFolder::create(path, false, kPage).error().message.find("--force"), std::string::npos);
    Result<NewFolder> folder = NewFolder::create(path, true, kPage);
    ASSERT_TRUE(folder.ok()) << folder.error().message;
    put(fs::path(folder->temporary_path()) / kMark, "new");
    ASSERT_TRUE(folder->finish().ok());
    EXPECT_EQ(text_of(path / kMark), "new");
    EXPECT_FALSE(fs::exists(path / "more"));
    EXPECT_EQ(around.names(), std::vector<std::string>{"page"});
}

TEST(NewFolder, KeepsWhatSomebodyPutIntoOne) {
    const TestFolder around;
    const fs::path path = around.at("page");
    fs::create_directory(path);
    put(path / kMark, "old");
    put(path / "letters.txt", "dear");
    const Result<NewFolder> folder = NewFolder::create(path, true, kPage);
    ASSERT_FALSE(folder.ok());
    EXPECT_TRUE(folder.error().usage);
    EXPECT_NE(folder.error().message.find("move letters.txt elsewhere"), std::string::npos);
    EXPECT_EQ(text_of(path / "letters.txt"), "dear");
}

TEST(NewFolder, NeverReplacesWhatIsOfAnotherKind) {
    const TestFolder around;
    fs::create_directory(around.at("photos"));
    put(fs::path(around.at("photos")) / "only-copy.jpg", "dear");
    put(around.at("file"), "dear");
    fs::create_directory_symlink(around.at("photos"), around.at("link"));
    for (const char* name : {"photos", "file", "link", ".", "..", "no/page"}) {
        const Result<NewFolder> folder = NewFolder::create(around.at(name), true, kPage);
        ASSERT_FALSE(folder.ok()) << name;
        EXPECT_TRUE(folder.error().usage) << name;
    }
    EXPECT_EQ(text_of(fs::path(around.at("photos")) / "only-copy.jpg"), "dear");
}

TEST(NewFolder, TakesAnEmptyFolderAndRefusesOneThatFilledMeanwhile) {
    const TestFolder around;
    const fs::path path = around.at("page");
    fs::create_directory(path);
    {
        Result<NewFolder> folder = NewFolder::create(path, false, kPage);
        ASSERT_TRUE(folder.ok());
        put(path / "dear", "dear");
        EXPECT_FALSE(folder->finish().ok());
    }
    EXPECT_EQ(text_of(path / "dear"), "dear");
    fs::remove(path / "dear");
    Result<NewFolder> folder = NewFolder::create(path, false, kPage);
    ASSERT_TRUE(folder.ok());
    put(fs::path(folder->temporary_path()) / kMark, "new");
    EXPECT_TRUE(folder->finish().ok());
    EXPECT_EQ(around.names(), std::vector<std::string>{"page"});
}

}  // namespace
}  // namespace allaprima
