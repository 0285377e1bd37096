#include "engine/files_of_run.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"
#include "files/digest.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

class FilesOfRunTest : public ::testing::Test {
  protected:
    FilesOfRunTest() {
        write("a.png", "a");
        fs::create_directory(at("sub"));
    }
    std::string at(const std::string& name) const { return folder_.at(name); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(at(name)) << text; }

    void expect_refused(const FilesOfRun& files, const std::string& reason = "the same file") const {
        const Status apart = check_apart(files);
        ASSERT_FALSE(apart.ok());
        EXPECT_TRUE(apart.error().usage);
        EXPECT_NE(apart.error().message.find(reason), std::string::npos) << apart.error().message;
    }

    testing::TestFolder folder_;
};

TEST_F(FilesOfRunTest, LinksAndRoundaboutWaysLeadToTheSameFile) {
    fs::create_symlink(at("a.png"), at("link.png"));
    fs::create_hard_link(at("a.png"), at("hard.png"));
    fs::create_directory_symlink(at("sub"), at("way"));
    for (const std::string name :
         {"a.png", "link.png", "hard.png", "sub/../a.png", "way/../a.png", "./a.png"})
        expect_refused({.read = {at("a.png")}, .changed = {}, .written = {at(name)}, .folders = {}});
    EXPECT_TRUE(
        check_apart({.read = {at("a.png")}, .changed = {}, .written = {at("b.png")}, .folders = {}}).ok());
}

TEST_F(FilesOfRunTest, NamesThatAreNotThereYetAreTold) {
    fs::create_directory_symlink(at("sub"), at("way"));
    expect_refused(
        {.read = {}, .changed = {}, .written = {at("way/new.png"), at("sub/new.png")}, .folders = {}});
    expect_refused(
        {.read = {}, .changed = {at("way/new.png")}, .written = {at("sub/new.png")}, .folders = {}});
    EXPECT_TRUE(check_apart({.read = {at("a.png"), at("a.png")},
                             .changed = {},
                             .written = {at("way/new.png"), at("new.png")},
                             .folders = {}})
                    .ok());
}

TEST_F(FilesOfRunTest, AFolderThatIsWrittenHoldsNothingElseOfTheRun) {
    write("sub/x.alla", "x");
    expect_refused({.read = {at("sub/x.alla")}, .changed = {}, .written = {}, .folders = {at("sub/")}},
                   "is in the folder");
    expect_refused({.read = {at("sub/x.alla")}, .changed = {}, .written = {}, .folders = {at("")}},
                   "is in the folder");
    EXPECT_TRUE(
        check_apart({.read = {at("sub/x.alla")}, .changed = {}, .written = {}, .folders = {at("su")}}).ok());
}

TEST_F(FilesOfRunTest, PreciousBytesAreKnownUnderEveryName) {
    FilesOfRun files{.read = {}, .changed = {}, .written = {at("b.png")}, .folders = {}};
    files.precious = {{sha256_of("a"), "the photograph that x.alla was painted from"}};
    EXPECT_TRUE(check_apart(files).ok());
    write("b.png", "a");
    expect_refused(files, "b.png is the photograph that x.alla was painted from");
    write("b.png", "b");
    EXPECT_TRUE(check_apart(files).ok());
}

TEST_F(FilesOfRunTest, AHandFileNamesFilesOfItsOwn) {
    write("hand.toml", "name = 'mine'\npalette = 'own.toml'\nbrush = 'flat,thin.toml'\n");
    Brief brief;
    brief.hand = at("hand.toml");
    FilesOfRun files;
    add_files_of_brief(brief, files);
    EXPECT_EQ(files.read, (std::vector<std::string>{at("hand.toml"), "own.toml", "thin.toml"}));
}

}  // namespace
}  // namespace allaprima
