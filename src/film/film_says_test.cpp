#include "film/film_says.h"

#include <gtest/gtest.h>

#include "exporting/expect_said.h"
#include "exporting/sample_painting.h"
#include "film/read_film.h"
#include "film/write_film.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;
using testing::export_saying;
using testing::some_values;
using testing::TestFolder;

TEST(FilmSays, ReadersFindWhatIsRecorded) {
    const TestFolder folder;
    for (const ExportFormat& format : {kMp4Film, kGifFilm}) {
        const std::string path = folder.at(std::string("a") + format.ending);
        ASSERT_TRUE(export_saying(format, path, some_values()).ok()) << format.ending;
        testing::expect_said(path);
    }
}

TEST(FilmSays, WithoutARecordItSaysNothing) {
    const TestFolder folder;
    for (const ExportFormat& format : {kMp4Film, kGifFilm}) {
        const std::string path = folder.at(std::string("a") + format.ending);
        ASSERT_TRUE(export_saying(format, path, {}).ok()) << format.ending;
        EXPECT_EQ(bytes_of_file(path).find("x:xmpmeta"), std::string::npos) << format.ending;
    }
}

TEST(FilmSays, TheFramesStayTheSame) {
    const TestFolder folder;
    for (const ExportFormat& format : {kMp4Film, kGifFilm}) {
        const std::string ending = format.ending;
        ASSERT_TRUE(export_saying(format, folder.at("plain" + ending), {}).ok());
        ASSERT_TRUE(export_saying(format, folder.at("saying" + ending), some_values()).ok());
        const testing::ReadFilm plain = testing::read_film(folder.at("plain" + ending));
        const testing::ReadFilm saying = testing::read_film(folder.at("saying" + ending));
        ASSERT_EQ(plain.frames.size(), 5u);
        ASSERT_EQ(saying.frames.size(), 5u);
        for (size_t i = 0; i < 5; ++i)
            EXPECT_EQ(plain.frames[i].samples, saying.frames[i].samples);
    }
}

TEST(FilmSays, PlayersAreToldByTags) {
    const TestFolder folder;
    ASSERT_TRUE(export_saying(kWebmFilm, folder.at("a.webm"), some_values()).ok());
    const testing::ReadFilm film = testing::read_film(folder.at("a.webm"));
    EXPECT_EQ(film.tags.at("ARTIST"), "Bo Sample");
    EXPECT_EQ(film.tags.at("COPYRIGHT"), "Free for all");
}

TEST(FilmSays, WhatIsNoMp4IsLeftAlone) {
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

TEST(FilmSays, WhatIsNoGifIsLeftAlone) {
    const TestFolder folder;
    std::ofstream(folder.at("a.gif")) << "no film";
    EXPECT_FALSE(say_in_gif(folder.at("a.gif"), "<x/>", "a.gif").ok());
    EXPECT_EQ(bytes_of_file(folder.at("a.gif")), "no film");
    EXPECT_FALSE(say_in_gif(folder.at("none.gif"), "<x/>", "none.gif").ok());
}

}  // namespace
}  // namespace allaprima
