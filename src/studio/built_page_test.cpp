#include "studio/built_page.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/test_folder.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

void write_page(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string header_of(const StudioAnswer& answer, const std::string& name) {
    for (const auto& [known, value] : answer.headers)
        if (known == name)
            return value;
    return "";
}

TEST(BuiltPage, GivesItsFilesAndNothingElse) {
    const testing::TestFolder folder;
    write_page(folder.at("page/index.html"), "<p>");
    write_page(folder.at("page/assets/a-1.js"), "script");
    write_page(folder.at("page/assets/a-1.js.br"), "packed");
    write_page(folder.at("secret"), "secret");
    const BuiltPage page{fs::path(folder.at("page"))};
    EXPECT_EQ(page.file("/", "").body, "<p>");
    EXPECT_EQ(header_of(page.file("/", ""), "Cache-Control"), "no-cache");
    EXPECT_EQ(page.file("/assets/a-1.js", "gzip").body, "script");
    EXPECT_EQ(page.file("/assets/a-1.js", "gzip, br").body, "packed");
    EXPECT_EQ(header_of(page.file("/assets/a-1.js", "gzip, br"), "Content-Encoding"), "br");
    EXPECT_NE(header_of(page.file("/assets/a-1.js", ""), "Cache-Control").find("immutable"),
              std::string::npos);
    for (const char* path :
         {"/../secret", "/assets/../../secret", "/secret", "//secret", "/assets", "/%2e%2e/secret"})
        EXPECT_EQ(page.file(path, "").status, 404) << path;
}

TEST(BuiltPage, SaysHowItIsBuiltWhereItIsNot) {
    const BuiltPage page{fs::path()};
    EXPECT_NE(page.file("/", "").body.find("scripts/set-up-studio"), std::string::npos);
    EXPECT_EQ(page.file("/assets/a.js", "").status, 404);
}

}  // namespace
}  // namespace allaprima
