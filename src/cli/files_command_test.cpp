// No command writes over what it reads, whatever the way to it and whatever is forced.
#include <sqlite3.h>
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "cli/command_line_fixture.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::contents;
using testing::Outcome;
using Words = std::vector<std::string>;

class FilesCommand : public testing::CommandLine {
  protected:
    static Words with(Words words, const Words& more) {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    Words painting(const Words& more) const {
        return with({"paint", "photo.png", "--strokes", "20", "--long", "64", "--plan-size", "64",
                     "--palette", "rgb", "--quiet"},
                    more);
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
    }
    void paint() const {
        const Outcome painted = run(painting({"-o", "x.png", "--save", "x.alla"}));
        ASSERT_EQ(painted.code, 0) << painted.err;
    }
    static std::string example(const std::string& name) {
        return (fs::path(ALLAPRIMA_SOURCE_DIR) / "examples/commission/record" / name).string();
    }
    /// Refused as wrong usage, and the file is as it was.
    void expect_kept(const std::string& name, const Words& words,
                     const std::string& reason = "the same file") const {
        const std::string before = contents(folder_ / name);
        expect_refusal(words, 2, reason);
        EXPECT_TRUE(contents(folder_ / name) == before) << name;
    }
    void change(const std::string& painting, const std::string& sql) const {
        sqlite3* connection = nullptr;
        ASSERT_EQ(sqlite3_open(file(painting).c_str(), &connection), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sql;
        sqlite3_close(connection);
    }
};

TEST_F(FilesCommand, APaintingAndItsRecordAreNotReplacedByWhatIsMadeOfThem) {
    paint();
    ASSERT_EQ(run({"record", "making", "x.alla", example("making.toml")}).code, 0);
    ASSERT_EQ(run({"identity", "new", "-o", "key.pem"}).code, 0);
    fs::create_symlink("x.alla", folder_ / "link.alla");
    fs::create_hard_link(folder_ / "x.alla", folder_ / "hard.alla");
    for (const std::string out : {"x.alla", "link.alla", "hard.alla", "./x.alla"}) {
        expect_kept("x.alla", {"record", "certificate", "x.alla", "-o", out, "--force"});
        expect_kept("x.alla", {"record", "label", "x.alla", "-o", out, "--force"});
        expect_kept("x.alla", {"render", "x.alla", "-o", out, "--force"});
        expect_kept("x.alla", {"export", "x.alla", "-o", out, "--force"});
        expect_kept("x.alla", {"resume", "x.alla", "-o", out, "--force"});
    }
    expect_kept("key.pem", {"render", "x.alla", "--sign", "key.pem", "-o", "key.pem", "--force"});
    expect_kept("key.cert.pem", {"render", "x.alla", "--sign", "key.pem", "-o", "key.cert.pem", "--force"});
    expect_kept("x.png", {"credentials", "sign", "x.png", "--painting", "x.alla", "--key", "key.pem", "-o",
                          "x.png", "--force"});
    expect_kept("key.pem",
                {"record", "sign", "key.pem", "--entry", "1", "--as", "giver", "--key", "key.pem"});
}

TEST_F(FilesCommand, AKeyIsNotReplacedByAPictureUnderAnyName) {
    paint();
    ASSERT_EQ(run({"record", "making", "x.alla", example("making.toml")}).code, 0);
    ASSERT_EQ(run({"identity", "new", "-o", "key.pem"}).code, 0);
    fs::create_symlink("key.pem", folder_ / "key.png");
    expect_kept("key.pem", {"render", "x.alla", "--sign", "key.png", "-o", "key.png", "--force"});
    expect_kept("key.pem", {"render", "x.alla", "--sign", "key.pem", "-o", "key.png", "--force"});
    expect_kept("key.pem", {"identity", "new", "-o", "key.pem"}, "never replaced");
    expect_kept("key.pem", {"identity", "new", "-o", "key.pem", "--force"}, "--force");
}

TEST_F(FilesCommand, WhatABriefNamesIsNotReplaced) {
    ASSERT_EQ(run(painting({"-o", "flag.png"})).code, 0);
    for (const char* name : {"mask.png", "sky.png"})
        fs::copy_file(folder_ / "photo.png", folder_ / name);
    write("name.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0L9 9'/></svg>");
    write("brief.toml",
          "photo = 'photo.png'\nstrokes = 20\n[subject]\nmask = 'mask.png'\n[signature]\nfile = 'name.svg'\n"
          "[[motif]]\nfile = 'flag.png'\n[[spatter]]\nregion = 'sky.png'\n");
    for (const std::string read : {"photo.png", "mask.png", "flag.png", "sky.png"}) {
        expect_kept(read, {"paint", "brief.toml", "-o", read, "--force"});
        expect_kept(read, {"compose", "brief.toml", "-o", read, "--force"});
        expect_kept(read, {"study", "brief.toml", "-o", read, "--force"});
        expect_kept(read, {"study", "brief.toml", "--cutout", read, "--force"});
    }
    for (const std::string read : {"brief.toml", "name.svg"}) {
        expect_kept(read, {"paint", "brief.toml", "-o", read, "--force"});
        expect_kept(read, {"paint", "brief.toml", "-o", "y.png", "--save", read, "--force"});
    }
    expect_kept("flag.png", painting({"--motif", "flag.png:left:0.2", "-o", "flag.png", "--force"}));
    expect_kept("sky.png", painting({"--spatter", "sky.png:0.2", "-o", "sky.png", "--force"}));
    expect_kept("mask.png", painting({"--mask", "mask.png", "-o", "mask.png", "--force"}));
    expect_kept("mask.png", painting({"--icc", "mask.png", "-o", "mask.png", "--force"}));
    expect_kept("photo.png", painting({"-o", "y.png", "--save", "photo.png", "--force"}));
    expect_refusal(painting({"-o", "y.png", "--save", "y.png"}), 2, "the same file");
    expect_refusal({"study", "photo.png", "-o", "y.png", "--cutout", "y.png"}, 2, "the same file");
}

TEST_F(FilesCommand, WhatAPaintingNamesIsNotReplaced) {
    ASSERT_EQ(run(painting({"-o", "flag.png"})).code, 0);
    ASSERT_EQ(run(painting({"--motif", "flag.png", "-o", "x.png", "--save", "x.alla"})).code, 0);
    expect_kept("flag.png", {"render", "x.alla", "-o", "flag.png", "--force"});
    expect_kept("photo.png", {"render", "x.alla", "-o", "photo.png", "--force"}, "was painted from");
    expect_kept("photo.png", {"resume", "x.alla", "-o", "photo.png", "--force"}, "was painted from");
    EXPECT_EQ(run({"render", "x.alla", "-o", "x.png", "--force", "--quiet"}).code, 0);
}

TEST_F(FilesCommand, OtherInputsAreNotReplaced) {
    paint();
    ASSERT_EQ(run({"robot", "--template"}, "head.toml").code, 0);
    ASSERT_EQ(run({"export", "x.alla", "-o", "x.json"}).code, 0);
    fs::create_symlink("head.toml", folder_ / "head.gcode");
    fs::create_symlink("x.json", folder_ / "json.alla");
    expect_kept("head.toml", {"export", "x.alla", "--head", "head.toml", "-o", "head.gcode", "--force"});
    expect_kept("x.json", {"import", "x.json", "-o", "json.alla", "--force"});
    expect_kept("photo.png", {"palette", "auto:6", "--for", "photo.png", "-o", "photo.png", "--force"});
    ASSERT_EQ(run({"brush", "flat", "--template"}, "brush.toml").code, 0);
    expect_kept("brush.toml", {"brush", "brush.toml", "-o", "brush.toml", "--force"});
    expect_kept("photo.png", {"hand", "learn", "photo.png", "-o", "photo.png", "--force"});
}

TEST_F(FilesCommand, AFolderIsNotReplacedWithWhatIsReadInIt) {
    paint();
    ASSERT_EQ(run({"reveal", "x.alla", "-o", "page", "--long", "100", "--quiet"}).code, 0);
    fs::rename(folder_ / "x.alla", folder_ / "page/x.alla");
    expect_kept("page/x.alla", {"reveal", "page/x.alla", "-o", "page/", "--force"}, "is in the folder page");
    EXPECT_TRUE(fs::exists(folder_ / "page/index.html"));
}

TEST_F(FilesCommand, OutputsEndInWhatIsWritten) {
    paint();
    write("mine.txt", "precious");
    const auto refused = [&](const Words& words, const std::string& reason) {
        expect_kept("mine.txt", words, reason);
    };
    refused({"record", "certificate", "x.alla", "-o", "mine.txt", "--force"}, "must end in .pdf");
    refused({"record", "label", "x.alla", "-o", "mine.txt", "--force"}, "must end in .pdf");
    refused({"render", "x.alla", "-o", "mine.txt", "--force"}, ".png, .jpg");
    refused({"paint", "photo.png", "-o", "y.png", "--save", "mine.txt", "--force"}, "must end in .alla");
    refused({"brief", "--template", "-o", "mine.txt", "--force"}, "must end in .toml");
    refused({"hand", "learn", "photo.png", "-o", "mine.txt", "--force"}, "must end in .toml");
    refused({"import", "x.alla", "-o", "mine.txt", "--force"}, "must end in .alla");
    refused({"palette", "zorn", "-o", "mine.txt", "--force"}, ".png, .jpg");
    refused({"study", "photo.png", "--cutout", "mine.txt", "--force"}, ".png, .jpg");
    refused({"identity", "new", "-o", "mine.txt"}, "must end in .pem");
    refused({"identity", "new", "-o", "mine.cert.pem"}, "give the private key another name");
}

TEST_F(FilesCommand, AFileGivesNoPermissionToReplaceAnother) {
    write("x.png", "somebody's picture");
    ASSERT_EQ(run(painting({"-o", "x.png", "--save", "x.alla", "--force"})).code, 0);
    // As a painting that comes from elsewhere may say; format 3 kept a permission.
    write("theirs.png", "somebody's picture");
    change("x.alla",
           "PRAGMA user_version = 3; DROP TABLE enclosed; ALTER TABLE painting ADD COLUMN \"replace\";"
           "UPDATE painting SET \"replace\" = 1, output = 'theirs.png', stage = 'planned'");
    expect_kept("theirs.png", {"resume", "x.alla", "--quiet"}, "--force");
    change("x.alla", fmt::format("UPDATE painting SET output = '{}'", file("theirs.png")));
    expect_kept("theirs.png", {"resume", "x.alla", "--quiet"}, "--force");
    const std::string before = contents(folder_ / "theirs.png");
    EXPECT_EQ(run({"resume", "x.alla", "-o", "y.png", "--quiet"}).code, 0);
    EXPECT_TRUE(contents(folder_ / "theirs.png") == before);
    change("x.alla", fmt::format("UPDATE painting SET output = '{}'", file("theirs.png")));
    EXPECT_EQ(run({"resume", "x.alla", "--force", "--quiet"}).code, 0);
    EXPECT_TRUE(contents(folder_ / "theirs.png") == contents(folder_ / "x.png"));
}

TEST_F(FilesCommand, APaintingNeedsNoOtherFileOnceItIsBegun) {
    fs::copy_file(folder_ / "photo.png", folder_ / "splash.png");
    write("name.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0L9 9'/></svg>");
    write("brief.toml",
          "photo = 'photo.png'\nstrokes = 20\n[paint]\npalette = 'rgb'\n[signature]\nfile = 'name.svg'\n"
          "[[spatter]]\nregion = 'splash.png'\n[output]\nlong = 64\n");
    const auto paint_as = [](const std::string& name) {
        return Words{"paint", "brief.toml",  "--plan-size", "64",          "--quiet",
                     "-o",    name + ".png", "--save",      name + ".alla"};
    };
    ASSERT_EQ(run(paint_as("whole")).code, 0);
    const pid_t child = start(paint_as("cut"));
    while (!fs::exists(folder_ / "cut.alla"))
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ::kill(child, SIGKILL);
    (void)wait_for(child);
    for (const char* name : {"splash.png", "name.svg", "photo.png", "brief.toml"})
        fs::remove(folder_ / name);
    const std::string whole = contents(folder_ / "whole.png");
    EXPECT_EQ(run({"resume", "cut.alla", "--quiet"}).code, 0);
    EXPECT_TRUE(contents(folder_ / "cut.png") == whole);
    fs::create_directories(folder_ / "elsewhere");
    fs::rename(folder_ / "whole.alla", folder_ / "elsewhere/whole.alla");
    EXPECT_EQ(run({"render", "elsewhere/whole.alla", "-o", "again.png", "--quiet"}).code, 0);
    EXPECT_TRUE(contents(folder_ / "again.png") == whole);
}

TEST_F(FilesCommand, UpgradeTakesInWhatIsNamedAndTellsWhatIsMissing) {
    write("name.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0L9 9'/></svg>");
    write("brief.toml",
          "photo = 'photo.png'\nstrokes = 20\n[paint]\npalette = 'rgb'\n[signature]\nfile = 'name.svg'\n");
    ASSERT_EQ(
        run({"paint", "brief.toml", "--plan-size", "64", "--long", "64", "-o", "x.png", "--save", "x.alla"})
            .code,
        0);
    EXPECT_EQ(run({"upgrade", "x.alla"}).out, "x.alla: already of format 8\n");
    change("x.alla",
           "PRAGMA user_version = 3; DROP TABLE enclosed; ALTER TABLE painting ADD COLUMN \"replace\"");
    fs::rename(folder_ / "name.svg", folder_ / "other.svg");
    EXPECT_EQ(
        run({"upgrade", "x.alla"}).out,
        "x.alla: format 8, was 3\n  name.svg is not inside it: there is no file " + file("name.svg") + "\n");
    fs::rename(folder_ / "other.svg", folder_ / "name.svg");
    EXPECT_EQ(run({"upgrade", "x.alla"}).out, "x.alla: already of format 8\n  name.svg is inside it now\n");
    EXPECT_EQ(run({"upgrade", "x.alla"}).out, "x.alla: already of format 8\n");
    expect_refusal({"upgrade", "photo.png"}, 1, "is not a painting");
}

TEST_F(FilesCommand, APaintingTakesNothingOfOtherFoldersAlongUnasked) {
    paint();
    fs::create_directories(folder_ / "theirs");
    fs::rename(folder_ / "x.alla", folder_ / "theirs/x.alla");
    write("secret.txt", "nobody's business");
    fs::create_symlink("../secret.txt", folder_ / "theirs/link.txt");
    for (const std::string& named :
         {std::string("../secret.txt"), file("secret.txt"), std::string("link.txt")}) {
        change("theirs/x.alla", fmt::format("UPDATE brief SET icc = '{}'", named));
        EXPECT_NE(run({"upgrade", "theirs/x.alla"}).out.find("is not inside it: it is in another folder"),
                  std::string::npos)
            << named;
        EXPECT_EQ(contents(folder_ / "theirs/x.alla").find("nobody's business"), std::string::npos) << named;
    }
    EXPECT_EQ(run({"upgrade", "theirs/x.alla", "--from-anywhere"}).out,
              "theirs/x.alla: already of format 8\n  link.txt is inside it now\n");
}

TEST_F(FilesCommand, ItsOwnPictureIsReplacedWithoutAsking) {
    paint();
    const std::string whole = contents(folder_ / "x.png");
    change("x.alla", "UPDATE painting SET stage = 'planned'");
    EXPECT_EQ(run({"resume", "x.alla", "--quiet"}).code, 0);
    EXPECT_TRUE(contents(folder_ / "x.png") == whole);
    write("x.png", "changed by hand");
    expect_kept("x.png", {"resume", "x.alla", "--quiet"}, "--force");
}

TEST_F(FilesCommand, WhatIsNoOrdinaryFileIsRefusedAtOnce) {
    paint();
    ASSERT_EQ(::mkfifo(file("pipe").c_str(), 0600), 0);
    fs::create_symlink("pipe", folder_ / "pipe.png");
    for (const std::string place : {"/dev/zero", "pipe", "pipe.png"}) {
        change("x.alla", fmt::format("UPDATE painting SET output = '{}'", place));
        expect_refusal({"resume", "x.alla", "--quiet"}, 2, "not an ordinary file");
    }
    for (const std::string device : {"/dev/zero", "pipe"}) {
        expect_refusal({"verify", "x.alla", "--picture", device, "--quiet"}, 2, "not an ordinary file");
        expect_refusal({"verify", device, "--quiet"}, 2, "not an ordinary file");
        expect_refusal({"import", device, "-o", "y.alla"}, 2, "not an ordinary file");
        expect_refusal({"robot", device, "--of", "x.alla"}, 2, "not an ordinary file");
        expect_refusal({"paint", device, "-o", "y.png"}, 1, "not a file");
        expect_refusal({"compare", "photo.png", device}, 1, "not a file");
        expect_refusal({"palette", "zorn", "--for", device, "--proof", "y.png"}, 1, "not a file");
        expect_refusal({"show", device}, 1, "not a painting");
        expect_refusal({"paint", "photo.png", "-o", "y.png", "--icc", device}, 2, "not an ordinary file");
        expect_refusal({"record", "making", "x.alla", device}, 2, "not an ordinary file");
    }
}

TEST_F(FilesCommand, APaintingTellsNoFolders) {
    fs::create_directories(folder_ / "private");
    fs::copy_file(folder_ / "photo.png", folder_ / "private/flag.png");
    ASSERT_EQ(
        run(painting({"--motif", file("private/flag.png"), "-o", file("x.png"), "--save", file("x.alla")}))
            .code,
        0);
    ASSERT_EQ(run({"export", "x.alla", "-o", "x.json"}).code, 0);
    for (const char* name : {"x.alla", "x.json"})
        EXPECT_EQ(contents(folder_ / name).find(folder_.string()), std::string::npos) << name;
    // It finds its picture again where both were moved to.
    const std::string whole = contents(folder_ / "x.png");
    fs::create_directories(folder_ / "moved");
    fs::rename(folder_ / "x.alla", folder_ / "moved/x.alla");
    fs::remove(folder_ / "x.png");
    const Outcome resumed = run({"resume", "moved/x.alla", "--quiet"});
    EXPECT_EQ(resumed.out, file("moved/x.png") + "\n") << resumed.err;
    EXPECT_TRUE(contents(folder_ / "moved/x.png") == whole);
}

}  // namespace
}  // namespace allaprima
