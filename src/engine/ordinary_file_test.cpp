#include "files/ordinary_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"
#include "briefs/toml_file.h"
#include "files/digest.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

/// Reads a name in every way in which names of files are read.
void expect_refused(const std::string& path) {
    EXPECT_FALSE(check_ordinary_file(path).ok()) << path;
    EXPECT_FALSE(open_ordinary_file(path).ok()) << path;
    EXPECT_FALSE(sha256_of_file(path).ok()) << path;
    EXPECT_FALSE(read_text_file(path).ok()) << path;
    EXPECT_FALSE(read_photo(path).ok()) << path;
}

TEST(OrdinaryFile, DevicesPipesAndFoldersAreRefusedAtOnce) {
    const testing::TestFolder folder;
    ASSERT_EQ(::mkfifo(folder.at("pipe").c_str(), 0600), 0);
    std::filesystem::create_symlink("/dev/zero", folder.at("link"));
    for (const std::string& path : {std::string("/dev/zero"), std::string("/dev/null"), folder.at("pipe"),
                                    folder.at("link"), folder.at(""), folder.at("missing")})
        expect_refused(path);
    EXPECT_NE(sha256_of_file("/dev/zero").error().message.find("not an ordinary file"), std::string::npos);
}

TEST(OrdinaryFile, LinksToFilesAreRead) {
    const testing::TestFolder folder;
    std::ofstream(folder.at("file")) << "bytes";
    std::filesystem::create_symlink("file", folder.at("link"));
    EXPECT_TRUE(check_ordinary_file(folder.at("link")).ok());
    EXPECT_EQ(*sha256_of_file(folder.at("link")), sha256_of("bytes"));
}

}  // namespace
}  // namespace allaprima
