#include "painting_file/kept_names.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace allaprima {
namespace {

TEST(KeptNames, AreSeenFromThePaintingsFolder) {
    const std::string painting = "/home/ada/paintings/x.alla";
    EXPECT_EQ(name_to_keep(painting, "/home/ada/paintings/x.png"), "x.png");
    EXPECT_EQ(name_to_keep(painting, "/home/ada/paintings/motifs/flag.svg"), "motifs/flag.svg");
    EXPECT_EQ(name_to_keep(painting, "/home/ada/photos/../flag.svg"), "../flag.svg");
    EXPECT_EQ(name_to_keep(painting, "/usr/share/color/icc/press.icc"), "/usr/share/color/icc/press.icc");
    EXPECT_EQ(place_of_kept(painting, "motifs/flag.svg"), "/home/ada/paintings/motifs/flag.svg");
    EXPECT_EQ(place_of_kept(painting, "../flag.svg"), "/home/ada/flag.svg");
    EXPECT_EQ(place_of_kept(painting, "/elsewhere/flag.svg"), "/elsewhere/flag.svg") << "of an older file";
}

TEST(KeptNames, NamesOfTheWorkingFolderAreTakenFromThere) {
    const std::string here = std::filesystem::current_path().string();
    EXPECT_EQ(name_to_keep("x.alla", "x.png"), "x.png");
    EXPECT_EQ(name_to_keep("sub/x.alla", "x.png"), "../x.png");
    EXPECT_EQ(place_of_kept("x.alla", "x.png"), here + "/x.png");
}

TEST(KeptNames, FullNamesOfOlderFilesAreNotPassedOn) {
    EXPECT_EQ(name_to_pass_on("/home/ada/flag.svg"), "flag.svg");
    EXPECT_EQ(name_to_pass_on("motifs/flag.svg"), "motifs/flag.svg");
    EXPECT_EQ(name_to_pass_on("/usr/share/color/icc/press.icc"), "/usr/share/color/icc/press.icc");
}

TEST(KeptNames, OfABriefAreAllItsFiles) {
    Brief brief;
    brief.palette = "zorn";
    brief.brush = "flat,/a/b/mine.toml";
    brief.motifs = {{.file = "/a/flag.svg"}};
    brief.signature.file = "/a/b/name.svg";
    const Brief kept = brief_to_keep("/a/b/x.alla", brief);
    EXPECT_EQ(kept.palette, "zorn");
    EXPECT_EQ(kept.brush, "flat,mine.toml");
    EXPECT_EQ(kept.motifs.front().file, "../flag.svg");
    EXPECT_EQ(kept.signature.file, "name.svg");
    EXPECT_TRUE(brief_of_kept("/a/b/x.alla", kept) == brief);
}

}  // namespace
}  // namespace allaprima
