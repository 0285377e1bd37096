#include "revealing/reveal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>

#include "exporting/sample_painting.h"
#include "record/sample_record.h"
#include "revealing/record_time_line.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::bytes_of_file;

Status reveal(const Painting& painting, const std::string& folder, int threads = 1,
              Observer* observer = nullptr) {
    SilentObserver silent;
    const ThreadPool workers(threads);
    fs::create_directory(folder);
    return write_reveal({.painting = painting,
                         .plan = *painting.plan,
                         .settings = {.size = {280, 210}, .light = {}},
                         .findings = {{Standing::Doubtful, "two <dates>"}},
                         .software = "Alla Prima test",
                         .stages = 4,
                         .workers = workers,
                         .observer = observer ? *observer : silent},
                        folder);
}

std::map<std::string, std::string> files_of(const std::string& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), folder).string()] = bytes_of_file(entry.path().string());
    return files;
}

Painting recorded(int strokes) {
    Painting painting = testing::sample_painting(strokes);
    painting.record = testing::sample_record();
    return painting;
}

TEST(Reveal, SamePaintingSameBytesOnAnyNumberOfThreads) {
    const testing::TestFolder folder;
    const Painting painting = recorded(12);
    ASSERT_TRUE(reveal(painting, folder.at("a"), 1).ok());
    ASSERT_TRUE(reveal(painting, folder.at("b"), 3).ok());
    const auto a = files_of(folder.at("a"));
    EXPECT_EQ(a, files_of(folder.at("b")));
    for (const char* name : {"index.html", "data.js", "light.js", "reveal.js", "reveal.css", "leaflet.js",
                             "leaflet.css", "leaflet-licence.txt", "tiles/0/0-0.jpg", "making/000.jpg"})
        EXPECT_EQ(a.count(name), 1u) << name;
    EXPECT_EQ(a.count(kRevealMark), 1u);
    const std::vector<std::string> entries = reveal_entries();
    for (const auto& [name, text] : a)
        EXPECT_EQ(std::ranges::count(entries, name.substr(0, name.find('/'))), 1) << name;
}

// Whatever the page loads, it has beside it.
TEST(Reveal, NothingIsLoadedFromElsewhere) {
    const testing::TestFolder folder;
    ASSERT_TRUE(reveal(recorded(12), folder.at("a")).ok());
    const std::string page = bytes_of_file(folder.at("a") + "/index.html");
    const std::regex loaded("(?:src|href)=\"([^\"]*)\"( rel=\"noreferrer noopener\")?");
    int found = 0;
    for (std::sregex_iterator it(page.begin(), page.end(), loaded), end; it != end; ++it) {
        const std::string address = (*it)[1];
        if (address.starts_with('#') || (*it)[2].matched)
            continue;
        EXPECT_TRUE(fs::exists(fs::path(folder.at("a")) / address)) << address;
        ++found;
    }
    EXPECT_GT(found, 10);
}

TEST(Reveal, WhatOthersWroteIsTextAndNoMarkup) {
    const testing::TestFolder folder;
    Painting painting = recorded(6);
    const std::string evil = "<script>alert(1)</script>\" onload=\"x";
    painting.record.making->claims.title = evil;
    painting.record.making->claims.painter = evil;
    painting.start.photo_name = evil;
    painting.plan->materials.hand.name = evil;
    painting.plan->materials.palette.tubes[0].name = evil;
    painting.plan->passes[0].name = evil;
    for (Entry& entry : painting.record.entries) {
        entry.note = evil;
        entry.place = evil;
        entry.source.link = "javascript:alert(1)";
    }
    ASSERT_TRUE(reveal(painting, folder.at("a")).ok());
    const std::string page = bytes_of_file(folder.at("a") + "/index.html");
    EXPECT_EQ(page.find("<script>alert"), std::string::npos);
    EXPECT_EQ(page.find("\" onload"), std::string::npos);
    EXPECT_EQ(page.find("href=\"javascript"), std::string::npos);
    EXPECT_NE(page.find("two &lt;dates&gt;"), std::string::npos);
}

TEST(Reveal, TheRecordNamesEachSourceAndSetsContradictionsSideBySide) {
    Record record;
    record.making = testing::sample_record().making;
    Entry gift = testing::sample_gift("2026-05-14");
    gift.number = 1;
    gift.event = "the gift";
    Entry other = testing::sample_gift("2026-05-16");
    other.number = 2;
    other.event = "the gift";
    other.contradicts = 1;
    other.source.outlet = "The Lantern";
    record.entries = {gift, other};
    const std::string page = record_html(record, {});
    EXPECT_NE(page.find("2 accounts, side by side"), std::string::npos);
    EXPECT_NE(page.find("<cite>The Lantern</cite>"), std::string::npos);
    EXPECT_NE(page.find("Contradicts <a href=\"#entry-1\">entry 1</a>"), std::string::npos);
    EXPECT_NE(record_html({}, {}).find("has no record yet"), std::string::npos);
}

TEST(Reveal, AStopComesBackAsAnError) {
    const testing::TestFolder folder;
    testing::StoppingObserver stop;
    const Status stopped = reveal(testing::sample_painting(6), folder.at("a"), 1, &stop);
    ASSERT_FALSE(stopped.ok());
    EXPECT_NE(stopped.error().message.find("stopped before"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
