#include "files/zip_archive.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <fstream>

#include "base/test_folder.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::TestFolder;

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string unpacked(zip_t* archive, const char* name) {
    zip_file_t* file = zip_fopen(archive, name, 0);
    if (!file)
        return "nothing";
    std::string text(100, '\0');
    const zip_int64_t size = zip_fread(file, text.data(), text.size());
    zip_fclose(file);
    return text.substr(0, size < 0 ? 0 : static_cast<size_t>(size));
}

TEST(ZipFolder, HoldsEveryFileBelowOneFolder) {
    const TestFolder folder;
    fs::create_directories(folder.at("page/deep"));
    write(folder.at("page/index.html"), std::string(90, 'a'));
    write(folder.at("page/deep/tile.png"), std::string(90, 'b'));
    ASSERT_TRUE(zip_folder(folder.at("page"), "Aunt é", folder.at("a.zip")));
    ASSERT_TRUE(zip_folder(folder.at("page"), "Aunt é", folder.at("b.zip")));
    EXPECT_EQ(testing::bytes_of_file(folder.at("a.zip")), testing::bytes_of_file(folder.at("b.zip")));
    int fault = 0;
    zip_t* archive = zip_open(folder.at("a.zip").c_str(), ZIP_RDONLY, &fault);
    ASSERT_NE(archive, nullptr);
    EXPECT_EQ(zip_get_num_entries(archive, 0), 2);
    EXPECT_EQ(unpacked(archive, "Aunt é/index.html"), std::string(90, 'a'));
    EXPECT_EQ(unpacked(archive, "Aunt é/deep/tile.png"), std::string(90, 'b'));
    zip_stat_t page{}, tile{};
    zip_stat(archive, "Aunt é/index.html", 0, &page);
    zip_stat(archive, "Aunt é/deep/tile.png", 0, &tile);
    EXPECT_LT(page.comp_size, 90u);
    EXPECT_EQ(tile.comp_size, 90u) << "pictures are packed already";
    zip_close(archive);
}

TEST(ZipFolder, SaysWhatCannotBeReadOrWritten) {
    const TestFolder folder;
    EXPECT_FALSE(zip_folder(folder.at("nowhere"), "a", folder.at("a.zip")));
    fs::create_directories(folder.at("page"));
    write(folder.at("page/index.html"), "a");
    const Status written = zip_folder(folder.at("page"), "a", folder.at("nowhere/a.zip"));
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().message.find("a.zip"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
