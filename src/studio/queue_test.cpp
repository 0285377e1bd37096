#include "studio/queue.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

ShelfEntry waiting(const std::string& id, const std::string& photo, int turn) {
    ShelfEntry entry;
    entry.id = id;
    entry.photo = photo;
    entry.turn = turn;
    return entry;
}

TEST(NextToPaint, PhotographsTakeTurns) {
    std::vector<ShelfEntry> entries{waiting("a1", "a", 1), waiting("a2", "a", 2), waiting("a3", "a", 3),
                                    waiting("b1", "b", 4), waiting("c1", "c", 5)};
    std::string order, last;
    while (count_waiting(entries) > 0) {
        const std::string next = next_to_paint(entries, last);
        const auto entry = std::ranges::find(entries, next, &ShelfEntry::id);
        ASSERT_NE(entry, entries.end());
        order += next + " ";
        last = entry->photo;
        entry->lot = Lot::Finished;
    }
    EXPECT_EQ(order, "a1 b1 c1 a2 a3 ");
}

TEST(NextToPaint, TheFirstIsTheOneThatWasAskedForFirst) {
    EXPECT_EQ(next_to_paint({waiting("b", "a", 9), waiting("a", "b", 3)}, ""), "a");
}

TEST(NextToPaint, WhatIsNotWantedDoesNotCount) {
    std::vector<ShelfEntry> entries{waiting("a", "a", 1), waiting("b", "b", 2)};
    entries[0].lot = Lot::Paused;
    entries[1].removed = true;
    EXPECT_EQ(count_waiting(entries), 0u);
    EXPECT_EQ(next_to_paint(entries, ""), "");
}

TEST(NextToPaint, WhatGivesWayComesLast) {
    std::vector<ShelfEntry> entries{waiting("sample", "a", 1), waiting("b", "b", 2), waiting("c", "a", 3)};
    entries[0].gives_way = true;
    EXPECT_TRUE(something_presses(entries));
    std::string order, last = "a";
    for (size_t i = 0; i < 3; ++i) {
        const auto entry = std::ranges::find(entries, next_to_paint(entries, last), &ShelfEntry::id);
        ASSERT_NE(entry, entries.end());
        order += entry->id + " ";
        last = entry->photo;
        entry->lot = Lot::Finished;
    }
    EXPECT_EQ(order, "b c sample ");
    EXPECT_FALSE(something_presses(entries));
}

}  // namespace
}  // namespace allaprima
