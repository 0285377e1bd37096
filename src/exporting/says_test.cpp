// What exported files say of themselves, as ExifTool reads it.

#include <zip.h>

#include "exporting/film_says.h"
#include "exporting/read_film.h"
#include "exporting/sample_painting.h"
#include "io/child_process.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;
using testing::sample_painting;
using testing::TestFolder;
using Kind = XmpValue::Kind;

const std::vector<XmpValue>& some_values() {
    static const std::vector<XmpValue> values{{Kind::Language, "Xmp.dc.title", "<Mann> & Mütze"},
                                              {Kind::Names, "Xmp.dc.creator", "Bo Sample"},
                                              {Kind::Language, "Xmp.dc.rights", "Free for all"},
                                              {Kind::Events, "Xmp.xmpMM.History", {}},
                                              {Kind::Text, "Xmp.xmpMM.History[1]/stEvt:action", "produced"}};
    return values;
}

/// A small export of the sample painting.
Status export_saying(const std::string& path, const std::vector<XmpValue>& says) {
    const Painting painting = sample_painting(20);
    SilentObserver observer;
    const Workers workers(1);
    ExportSettings asked;
    asked.film.seconds = 1.0;
    asked.film.fps = 5;
    const Result<ExportNotes> written = write_export(export_format_of(path).value(),
                                                     {.painting = painting,
                                                      .plan = *painting.plan,
                                                      .path = path,
                                                      .settings = testing::sized({80, 60}),
                                                      .dpi = 72.0,
                                                      .asked = asked,
                                                      .workers = workers,
                                                      .observer = observer,
                                                      .says = says},
                                                     true);
    return written ? Status(Done{}) : Status(written.error());
}

/// Takes one file out of an archive.
void unpack(const std::string& archive, const char* name, const std::string& to) {
    const std::unique_ptr<zip_t, decltype(&zip_discard)> zip(zip_open(archive.c_str(), ZIP_RDONLY, nullptr),
                                                             &zip_discard);
    ASSERT_TRUE(zip);
    zip_stat_t facts;
    ASSERT_EQ(zip_stat(zip.get(), name, 0, &facts), 0);
    std::string bytes(facts.size, '\0');
    zip_file_t* file = zip_fopen(zip.get(), name, 0);
    ASSERT_TRUE(file);
    EXPECT_EQ(zip_fread(file, bytes.data(), bytes.size()), static_cast<zip_int64_t>(bytes.size()));
    zip_fclose(file);
    std::ofstream(to, std::ios::binary) << bytes;
}

/// What ExifTool reads of a file: title, creator, rights and what was done; nothing where it is not there.
std::optional<std::string> read_by_exiftool(const std::string& path, const std::vector<std::string>& tags) {
    std::vector<std::string> command{"exiftool", "-m", "-s3"};
    command.insert(command.end(), tags.begin(), tags.end());
    command.push_back(path);
    const Result<ChildAnswer> answer = run_child(command, "");
    return answer ? std::optional(answer->output) : std::nullopt;
}

class Says : public ::testing::TestWithParam<const char*> {
  protected:
    TestFolder folder_;
    std::string path_ = folder_.at(std::string("a") + GetParam());
};

TEST_P(Says, ReadersFindWhatIsRecorded) {
    const Status written = export_saying(path_, some_values());
    ASSERT_TRUE(written.ok()) << written.error().message;
    std::string read = path_;
    if (path_.ends_with(".ora"))
        unpack(path_, "mergedimage.png", read = folder_.at("merged.png"));
    const std::optional<std::string> said = read_by_exiftool(
        read, {"-XMP-dc:Title", "-XMP-dc:Creator", "-XMP-dc:Rights", "-XMP-xmpMM:HistoryAction"});
    if (!said)
        GTEST_SKIP() << "Debian's libimage-exiftool-perl is not installed";
    EXPECT_EQ(*said, "<Mann> & Mütze\nBo Sample\nFree for all\nproduced\n");
    const std::optional<std::string> faults = read_by_exiftool(read, {"-warning", "-error", "-a"});
    EXPECT_EQ(faults, "") << "faults that ExifTool found";
}

TEST_P(Says, WithoutARecordItSaysNothing) {
    ASSERT_TRUE(export_saying(path_, {}).ok());
    const std::string bytes = bytes_of_file(path_);
    EXPECT_EQ(bytes.find("x:xmpmeta"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Formats, Says,
                         ::testing::Values(".ora", ".psd", ".svg", ".mp4", ".gif", ".pdf", ".height.png",
                                           ".normal.png"));

TEST(SaysInFilms, TheFramesStayTheSame) {
    const TestFolder folder;
    for (const std::string ending : {".mp4", ".gif"}) {
        ASSERT_TRUE(export_saying(folder.at("plain" + ending), {}).ok());
        ASSERT_TRUE(export_saying(folder.at("saying" + ending), some_values()).ok());
        const testing::ReadFilm plain = testing::read_film(folder.at("plain" + ending));
        const testing::ReadFilm saying = testing::read_film(folder.at("saying" + ending));
        ASSERT_EQ(plain.frames.size(), 5u);
        ASSERT_EQ(saying.frames.size(), 5u);
        for (size_t i = 0; i < 5; ++i)
            EXPECT_EQ(plain.frames[i].samples, saying.frames[i].samples);
    }
}

TEST(SaysInFilms, PlayersAreToldByTags) {
    const TestFolder folder;
    ASSERT_TRUE(export_saying(folder.at("a.webm"), some_values()).ok());
    const testing::ReadFilm film = testing::read_film(folder.at("a.webm"));
    EXPECT_EQ(film.tags.at("ARTIST"), "Bo Sample");
    EXPECT_EQ(film.tags.at("COPYRIGHT"), "Free for all");
}

TEST(SaysInFilms, WhatIsNoMp4IsLeftAlone) {
    const TestFolder folder;
    for (const std::string& bytes :
         {std::string("no film"),
          std::string("\0\0\0\x08"
                      "moo_",
                      8),
          std::string("\xff\0\0\x08moov", 8),
          std::string("\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff", 16), std::string()}) {
        std::ofstream(folder.at("a.mp4"), std::ios::binary) << bytes;
        EXPECT_FALSE(say_in_mp4(folder.at("a.mp4"), "<x/>", "a.mp4").ok());
        EXPECT_EQ(bytes_of_file(folder.at("a.mp4")), bytes);
    }
    EXPECT_FALSE(say_in_mp4(folder.at("none.mp4"), "<x/>", "none.mp4").ok());
    EXPECT_EQ(folder.names().size(), 1u);
}

TEST(SaysInFilms, WhatIsNoGifIsLeftAlone) {
    const TestFolder folder;
    std::ofstream(folder.at("a.gif")) << "no film";
    EXPECT_FALSE(say_in_gif(folder.at("a.gif"), "<x/>", "a.gif").ok());
    EXPECT_EQ(bytes_of_file(folder.at("a.gif")), "no film");
    EXPECT_FALSE(say_in_gif(folder.at("none.gif"), "<x/>", "none.gif").ok());
}

}  // namespace
}  // namespace allaprima
