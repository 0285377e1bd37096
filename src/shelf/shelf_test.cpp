#include "shelf/shelf.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "base/test_folder.h"
#include "shelf/sweep_shelf.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::TestFolder;

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

ShelfEntry named(const std::string& name) {
    ShelfEntry entry;
    entry.name = name;
    return entry;
}

/// A shelf in its folder. Files stand in for paintings: they are moved, never read.
struct ShelfTest : ::testing::Test {
    TestFolder folder;
    std::optional<Shelf> shelf;

    ShelfTest() { reopen(); }
    void reopen() {
        shelf.reset();
        shelf.emplace();
        ASSERT_TRUE(shelf->open(folder.at("shelf")));
    }
    fs::path at(const std::string& name) const { return fs::path(folder.at("shelf")) / name; }
    ShelfEntry added(const std::string& name) {
        const ShelfEntry entry = *shelf->add(named(name));
        write(shelf->painting_file(entry), name);
        return entry;
    }
};

TEST_F(ShelfTest, KeepsWhatItIsTold) {
    ShelfEntry asked = named("Aunt");
    asked.wishes = {{"strokes", "30"}};
    const auto entry = shelf->add(asked);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->file, "Aunt.alla");
    ASSERT_TRUE(shelf->change(entry->id, [](ShelfEntry& changed) { changed.lot = Lot::Cancelled; }));
    const ShelfEntry before = *shelf->find(entry->id);
    reopen();
    EXPECT_EQ(*shelf->find(entry->id), before);
}

TEST_F(ShelfTest, DraftsLieApart) {
    ShelfEntry draft = named("Aunt knife");
    draft.draft = true;
    const std::string id = shelf->add(draft)->id;
    const std::string place = ".studio/drafts/" + id + ".alla";
    EXPECT_EQ(shelf->find(id)->file, place);
    write(at(place), "small");
    const auto set_removed = [&](bool removed) {
        ASSERT_TRUE(shelf->change(id, [&](ShelfEntry& changed) { changed.removed = removed; }));
        ASSERT_TRUE(shelf->settle(id));
    };
    set_removed(true);
    EXPECT_FALSE(fs::exists(at(place)));
    set_removed(false);
    EXPECT_TRUE(fs::exists(at(place)));
    reopen();
    EXPECT_TRUE(shelf->find(id)->draft);
    EXPECT_EQ(shelf->find(id)->file, place);
}

TEST_F(ShelfTest, IsOpenOnce) {
    Shelf second;
    const Status opened = second.open(folder.at("shelf"));
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().usage);
}

TEST_F(ShelfTest, NamesThatAreTakenGetANumber) {
    added("Aunt");
    write(at("Aunt 2.png"), "somebody's picture");
    EXPECT_EQ(shelf->add(named("Aunt"))->file, "Aunt 3.alla");
}

TEST_F(ShelfTest, TheFileFollowsItsName) {
    const ShelfEntry entry = added("Aunt");
    ASSERT_TRUE(shelf->change(entry.id, [](ShelfEntry& changed) { changed.name = "../Uncle"; }));
    EXPECT_EQ(shelf->settle(entry.id)->file, "Uncle.alla");
    EXPECT_EQ(testing::bytes_of_file(at("Uncle.alla").string()), "Aunt");
    EXPECT_FALSE(is_there(at("Aunt.alla")));
}

TEST_F(ShelfTest, WhatIsRemovedComesBack) {
    const ShelfEntry entry = added("Aunt");
    ASSERT_TRUE(shelf->change(entry.id, [](ShelfEntry& changed) { changed.removed = true; }));
    ASSERT_TRUE(shelf->settle(entry.id));
    EXPECT_TRUE(shelf->entries().empty());
    EXPECT_FALSE(is_there(at("Aunt.alla")));
    reopen();
    ASSERT_TRUE(shelf->change(entry.id, [](ShelfEntry& changed) { changed.removed = false; }));
    ASSERT_TRUE(shelf->settle(entry.id));
    EXPECT_EQ(shelf->entries().size(), 1u);
    EXPECT_EQ(testing::bytes_of_file(at("Aunt.alla").string()), "Aunt");
}

// Killed between what is told and what is done, at either end.
TEST_F(ShelfTest, MovesThatWereInterruptedAreEnded) {
    const ShelfEntry entry = added("Aunt");
    for (const bool moved : {false, true}) {
        ShelfEntry half = *shelf->find(entry.id);
        half.name = half.named = moved ? "Niece" : "Uncle";
        half.file_before = half.file;
        half.file = half.name + ".alla";
        if (moved)
            fs::rename(at(half.file_before), at(half.file));
        write(at(".studio/paintings") / (entry.id + ".json"), text_of_entry(half));
        reopen();
        EXPECT_EQ(shelf->find(entry.id)->file, half.file);
        EXPECT_EQ(shelf->find(entry.id)->file_before, "");
        EXPECT_EQ(testing::bytes_of_file(at(half.file).string()), "Aunt");
    }
}

TEST_F(ShelfTest, ADuplicateIsAPaintingOfItsOwn) {
    const ShelfEntry entry = added("Aunt");
    ASSERT_TRUE(shelf->change(entry.id, [](ShelfEntry& changed) { changed.lot = Lot::Finished; }));
    const auto copy = shelf->duplicate(entry.id);
    ASSERT_TRUE(copy);
    EXPECT_NE(copy->id, entry.id);
    EXPECT_EQ(copy->file, "Aunt 2.alla");
    EXPECT_EQ(testing::bytes_of_file(at(copy->file).string()), "Aunt");
    EXPECT_EQ(shelf->entries().front().id, copy->id) << "the newest first";
}

TEST_F(ShelfTest, UploadsAreKeptOnceByTheirDigest) {
    const fs::path first = shelf->new_incoming(), second = shelf->new_incoming();
    write(first, "the same bytes");
    write(second, "the same bytes");
    const ShelfPhoto facts{.id = {}, .name = "a.jpg", .width = 2, .height = 1, .digest = {}};
    const auto kept = shelf->add_photo(first, facts), again = shelf->add_photo(second, facts);
    ASSERT_TRUE(kept && again);
    EXPECT_EQ(*kept, *again);
    reopen();
    EXPECT_EQ(*shelf->find_photo(kept->id), *kept);
    EXPECT_FALSE(is_there(first)) << "what is only coming in is swept away";
    EXPECT_FALSE(shelf->find_photo("../lock"));
}

TEST_F(ShelfTest, WhatNobodyNeedsIsSweptAndNothingElse) {
    const ShelfEntry entry = added("Aunt");
    const auto upload = [&](const char* bytes) {
        const fs::path incoming = shelf->new_incoming();
        write(incoming, bytes);
        return shelf->add_photo(incoming, {.id = {}, .name = "a.jpg", .width = 2, .height = 1, .digest = {}})
            ->id;
    };
    const std::string used = upload("used"), chosen = upload("chosen"), old = upload("old"),
                      painted = upload("painted");
    ASSERT_TRUE(shelf->change(entry.id, [&](ShelfEntry& changed) {
        changed.wishes = {{"icc", used}, {"focus-on", painted + ":3"}};
    }));
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24) * (kUnusedDays + 1);
    for (const std::string& id : {used, old, painted})
        fs::last_write_time(at(".studio/photos/" + id + ".json"), long_ago);
    const std::string stamp = stamp_of_painting(at(""), entry), mark = ".0123456789abcdef.part";
    const std::vector<std::string> needless{".Aunt.alla" + mark,
                                            ".studio/photos/0123456789abcdef",
                                            ".studio/photos/." + used + mark,
                                            ".studio/paintings/." + entry.id + ".json" + mark,
                                            ".studio/thumbnails/" + entry.id + "-1-2.png",
                                            ".studio/thumbnails/0123456789abcdef-1-2.png"};
    const std::vector<std::string> needed{"Aunt.alla", "notes.part", ".Uncle.alla" + mark,
                                          ".studio/thumbnails/" + stamp + ".png"};
    for (const std::string& name : needless)
        write(at(name), "");
    for (const std::string& name : needed)
        if (name != "Aunt.alla")
            write(at(name), "");
    reopen();
    for (const std::string& name : needless)
        EXPECT_FALSE(is_there(at(name))) << name;
    for (const std::string& name : needed)
        EXPECT_TRUE(is_there(at(name))) << name;
    EXPECT_TRUE(shelf->find_photo(used));
    EXPECT_TRUE(shelf->find_photo(painted));
    EXPECT_TRUE(shelf->find_photo(chosen));
    EXPECT_FALSE(shelf->find_photo(old));
    EXPECT_FALSE(is_there(shelf->photo_file(old)));
}

TEST_F(ShelfTest, WhatIsDamagedIsPutAsideAndNothingElseIsLost) {
    const ShelfEntry aunt = added("Aunt"), uncle = added("Uncle"), niece = added("Niece");
    const fs::path asked = at(".studio/paintings") / (aunt.id + ".json");
    const std::string whole = testing::bytes_of_file(asked.string());
    const std::string half = whole.substr(0, whole.find("\"named\""));
    ASSERT_TRUE(shelf->change(niece.id, [](ShelfEntry& changed) { changed.removed = true; }));
    ASSERT_TRUE(shelf->settle(niece.id));
    write(asked, half);
    write(at(".studio/paintings") / (niece.id + ".json"), std::string(20, '\0'));
    reopen();
    EXPECT_EQ(*shelf->find(uncle.id), uncle);
    const ShelfEntry left = *shelf->find(aunt.id);
    EXPECT_EQ(left.name, "Aunt");
    EXPECT_EQ(left.file, "Aunt.alla");
    EXPECT_EQ(left.lot, Lot::Failed) << "the file is no painting";
    const std::string aside = ".studio/damaged/" + aunt.id + ".json";
    EXPECT_NE(left.error.find(aside), std::string::npos) << left.error;
    EXPECT_EQ(testing::bytes_of_file(at(aside).string()), half);
    EXPECT_TRUE(shelf->find(niece.id)->removed) << "its file lies with what was removed";
    reopen();
    EXPECT_EQ(*shelf->find(aunt.id), left);
    write(asked, "{");
    reopen();
    EXPECT_EQ(shelf->find(aunt.id)->name, "Painting") << "nothing is left of it";
    EXPECT_TRUE(is_there(at(".studio/damaged/" + aunt.id + "-2.json"))) << "each is kept";
    EXPECT_TRUE(is_there(at("Aunt.alla")));
}

TEST_F(ShelfTest, NoUploadIsSweptThatADamagedFileMayHaveNamed) {
    const fs::path incoming = shelf->new_incoming();
    write(incoming, "a photograph");
    const std::string id =
        shelf->add_photo(incoming, {.id = {}, .name = "a.jpg", .width = 2, .height = 1, .digest = {}})->id;
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24) * (kUnusedDays + 1);
    fs::last_write_time(at(".studio/photos/" + id + ".json"), long_ago);
    write(at(".studio/damaged/0123456789abcdef.json"), "");
    reopen();
    EXPECT_TRUE(shelf->find_photo(id));
    fs::remove(at(".studio/damaged/0123456789abcdef.json"));
    reopen();
    EXPECT_FALSE(shelf->find_photo(id));
}

TEST_F(ShelfTest, TrialsThatNobodyChoseAreSwept) {
    std::vector<ShelfEntry> drafts;
    for (const char* name : {"old", "new", "waiting", "gone on from"}) {
        ShelfEntry draft = named(name);
        draft.draft = true;
        draft.lot = name == std::string("waiting") ? Lot::Waiting : Lot::Finished;
        drafts.push_back(*shelf->add(draft));
        write(shelf->painting_file(drafts.back()), "small");
    }
    ShelfEntry further = named("further");
    further.from = GoesOnFrom{drafts[3].id, "everywhere", 5};
    ASSERT_TRUE(shelf->add(further));
    const std::string lost = ".studio/drafts/0123456789abcdef.alla",
                      mark = ".studio/drafts/.a.alla.0123456789abcdef.part";
    write(at(lost), "");
    write(at(mark), "");
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24) * (kUnusedDays + 1);
    fs::last_write_time(at(lost), long_ago);
    for (const ShelfEntry& draft : drafts)
        if (draft.name != "new")
            for (const fs::path& file :
                 {shelf->painting_file(draft), at(".studio/paintings/" + draft.id + ".json")})
                fs::last_write_time(file, long_ago);
    reopen();
    EXPECT_FALSE(shelf->find(drafts[0].id));
    EXPECT_FALSE(is_there(at(drafts[0].file)));
    for (size_t i = 1; i < drafts.size(); ++i) {
        EXPECT_TRUE(shelf->find(drafts[i].id)) << drafts[i].name;
        EXPECT_TRUE(is_there(at(drafts[i].file))) << drafts[i].name;
    }
    EXPECT_FALSE(is_there(at(lost)));
    EXPECT_FALSE(is_there(at(mark)));
}

TEST_F(ShelfTest, ListenersHearOfEveryChange) {
    uint64_t seen = 0;
    (void)shelf->changes().since(seen);
    const ShelfEntry entry = added("Aunt");
    EXPECT_EQ(shelf->changes().since(seen), std::vector{entry.id});
    EXPECT_TRUE(shelf->changes().since(seen).empty());
}

}  // namespace
}  // namespace allaprima
