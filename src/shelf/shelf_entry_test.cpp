#include "shelf/shelf_entry.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

ShelfEntry sample() {
    ShelfEntry entry;
    entry.id = "0123456789abcdef";
    entry.name = "Aunt \"E\"\n";
    entry.photo = "fedcba9876543210";
    entry.photo_name = "IMG 1.jpg";
    entry.wishes = {{"strokes", "300"}, {"hand", "sketch"}};
    entry.lot = Lot::Paused;
    entry.made = "2026-01-01T00:00:00Z";
    entry.turn = 7;
    entry.file = "Aunt.alla";
    entry.named = "Aunt";
    entry.removed = true;
    entry.gives_way = true;
    entry.strokes = 12;
    entry.width_mm = 400.0;
    entry.hand = "sketch";
    entry.from = {"00000000000000ff", "eyes 2", 40};
    return entry;
}

TEST(ShelfEntry, IsReadAsItWasWritten) {
    const auto read = entry_of_text(text_of_entry(sample()));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, sample());
}

TEST(ShelfEntry, OneThatIsPaintedFromItsPhotographGoesOnFromNone) {
    ShelfEntry entry = sample();
    entry.from.reset();
    EXPECT_EQ(text_of_entry(entry).find("from"), std::string::npos) << "as shelves of before have it";
    EXPECT_EQ(*entry_of_text(text_of_entry(entry)), entry);
}

TEST(ShelfEntry, WhatIsDamagedIsRefused) {
    const std::string whole = text_of_entry(sample());
    EXPECT_FALSE(entry_of_text(""));
    EXPECT_FALSE(entry_of_text("[]"));
    for (const auto& [what, with] :
         {std::pair{"\"Aunt.alla\"", "\"../Aunt.alla\""}, std::pair{"\"Aunt.alla\"", "\"/etc/passwd\""},
          std::pair{"\"paused\"", "\"elsewhere\""}, std::pair{"\"turn\": 7", "\"turn\": \"7\""},
          std::pair{"0123456789abcdef", "../../0123456789"}, std::pair{"\"strokes\": 12", "\"stroke\": 12"},
          std::pair{"00000000000000ff", "../0000000000ff"}, std::pair{"\"on\"", "\"off\""}}) {
        std::string damaged = whole;
        damaged.replace(damaged.find(what), std::string(what).size(), with);
        EXPECT_FALSE(entry_of_text(damaged)) << with;
    }
}

TEST(ShelfEntry, OfAHalfTheWholeLinesAreSalvaged) {
    const std::string whole = text_of_entry(sample());
    const ShelfEntry all = salvaged_entry(whole);
    EXPECT_EQ(all.file, "Aunt.alla");
    EXPECT_EQ(all.turn, 7);
    EXPECT_TRUE(all.removed);
    const ShelfEntry half = salvaged_entry(whole.substr(0, whole.find("\"file_before\"")));
    EXPECT_EQ(half.name, sample().name);
    EXPECT_EQ(half.photo, sample().photo);
    EXPECT_EQ(half.file, "Aunt.alla");
    EXPECT_FALSE(half.removed);
    EXPECT_EQ(salvaged_entry(std::string(9, '\0')), ShelfEntry{});
    EXPECT_EQ(salvaged_entry(R"({"file": "../Aunt.alla", "photo": "../x", "turn": 1e300})"), ShelfEntry{});
}

TEST(ShelfPhoto, IsReadAsItWasWritten) {
    const ShelfPhoto photo{"0123456789abcdef", "a.jpg", 4000, 3000, std::string(64, 'a')};
    const auto read = photo_of_text(text_of_photo(photo));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, photo);
    EXPECT_FALSE(photo_of_text("{}"));
}

TEST(FileStemOf, NoNameLeavesItsFolder) {
    EXPECT_EQ(file_stem_of("Aunt Ellen"), "Aunt Ellen");
    EXPECT_EQ(file_stem_of("../../etc/passwd"), "etcpasswd");
    EXPECT_EQ(file_stem_of("/a/b"), "ab");
    EXPECT_EQ(file_stem_of("..."), "Painting");
    EXPECT_EQ(file_stem_of(std::string("a\0b\n", 4)), "ab");
    EXPECT_EQ(file_stem_of(std::string(300, 'a')), std::string(100, 'a'));
    EXPECT_EQ(file_stem_of(std::string(99, 'a') + "\u00e9"), std::string(99, 'a')) << "no half letter";
}

TEST(Ids, AreTheirOwn) {
    EXPECT_TRUE(is_id(new_id()));
    EXPECT_NE(new_id(), new_id());
    EXPECT_FALSE(is_id("0123456789ABCDEF"));
    EXPECT_FALSE(is_id("0123456789abcde"));
    EXPECT_FALSE(is_id("../3456789abcdef"));
}

}  // namespace
}  // namespace allaprima
