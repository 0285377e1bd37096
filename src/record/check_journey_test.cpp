#include "record/check_journey.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "record/journey_order.h"
#include "record/sample_record.h"

namespace allaprima {
namespace {

using testing::sample_gift;

/// A record of the sample's making, April 2026, and these entries.
Record record_of(std::initializer_list<Entry> entries) {
    Record record;
    EXPECT_TRUE(tell_making(record, testing::sample_claims(), testing::sample_facts()).ok());
    for (const Entry& entry : entries)
        EXPECT_TRUE(add_entry(record, entry).ok());
    return record;
}

/// The doubts about each entry; empty for one that is a claim.
std::vector<std::string> doubts(std::initializer_list<Entry> entries) {
    std::vector<std::string> words;
    for (const Finding& finding : check_journey(record_of(entries))) {
        EXPECT_NE(finding.words.find("source: Ada Sample in The Example Courier"), std::string::npos)
            << finding.words;
        words.push_back(finding.standing == Standing::Claimed
                            ? ""
                            : finding.words.substr(finding.words.find("But ") + 4));
    }
    return words;
}

Entry shown(const std::string& date, const std::string& place) {
    Entry entry = sample_gift(date);
    entry.kind = EntryKind::Exhibition;
    entry.place = place;
    return entry;
}

TEST(CheckJourney, WhatNothingSpeaksAgainstIsAClaim) {
    EXPECT_EQ(doubts({sample_gift()}), std::vector<std::string>{""});
}

TEST(CheckJourney, NothingHappensToAPaintingBeforeItIsPainted) {
    EXPECT_EQ(doubts({sample_gift("2026-03")})[0], "it happened before the painting was painted, 2026-04");
    EXPECT_EQ(doubts({sample_gift("2026")})[0], "") << "the year may mean a day after that";
}

TEST(CheckJourney, WhatIsSaidBeforeItHappensIsDoubtful) {
    EXPECT_EQ(doubts({sample_gift("2026-07")})[0], "it was said before it happened");
}

TEST(CheckJourney, ADisputedStatementIsDoubtful) {
    Entry entry = sample_gift();
    entry.source.certainty = Certainty::Disputed;
    EXPECT_EQ(doubts({entry})[0], "its source calls it disputed");
}

TEST(CheckJourney, AnotherFileIsTold) {
    Entry entry = sample_gift();
    entry.object_digest = testing::sample_facts().picture_digest;
    EXPECT_EQ(doubts({entry})[0], "");
    entry.object_digest = std::string(64, 'a');
    EXPECT_NE(doubts({entry})[0].find("another file"), std::string::npos);
}

TEST(CheckJourney, APaintingIsNotAtTwoPlacesAtOnce) {
    const auto both = doubts({shown("2026-05-01/2026-05-20", "Hall"), shown("2026-05-15", "Gallery")});
    EXPECT_EQ(both[0], "by entry 2 the painting was at Gallery at that time");
    EXPECT_EQ(both[1], "by entry 1 the painting was at Hall at that time");
    Entry loan = shown("2026-05-01/2026-05-20", "Gallery");
    loan.kind = EntryKind::Loan;
    EXPECT_EQ(doubts({loan, shown("2026-05-15", "Gallery")})[1], "") << "lent to be shown";
    EXPECT_EQ(doubts({shown("2026-05-01", "Hall"), shown("2026-05-02", "Gallery")})[1], "");
}

TEST(CheckJourney, ContradictingStatementsStandSideBySide) {
    Entry first = sample_gift(), other = sample_gift();
    other.contradicts = 1;
    EXPECT_EQ(doubts({first, other}),
              (std::vector<std::string>{"entry 2 contradicts it", "it contradicts entry 1"}));
}

TEST(CheckJourney, AccountsOfOneEventAgreeOrAreTold) {
    Entry first = sample_gift(), other = sample_gift("2026-05");
    first.event = other.event = "the gift";
    EXPECT_EQ(doubts({first, other})[1], "") << "the month holds the day";
    other.date = "2026-05-15";
    other.place = "Ferry";
    other.parties.pop_back();
    EXPECT_EQ(doubts({first, other})[1],
              "entry 1 tells the same event differently: the date, the place, the parties");
}

TEST(CheckJourney, PartiesAreASet) {
    Entry first = sample_gift(), other = sample_gift();
    first.event = other.event = "the gift";
    std::ranges::reverse(other.parties);
    EXPECT_EQ(doubts({first, other})[1], "");
}

TEST(CheckJourney, ASourceThatTakesItsOwnAccountBackClosesTheDispute) {
    Entry first = sample_gift(), other = sample_gift(), back = sample_gift("2026-05-20");
    other.contradicts = 1;
    other.source.person = "Eli Sample";
    back.kind = EntryKind::Report;
    back.source.person = "Eli Sample";
    back.withdraws = 2;
    const std::vector<Finding> found = check_journey(record_of({first, other, back}));
    EXPECT_EQ(found[0].standing, Standing::Claimed) << found[0].words;
    EXPECT_NE(found[1].words.find("taken back by its own source with entry 3"), std::string::npos)
        << found[1].words;
    EXPECT_EQ(found[2].standing, Standing::Claimed) << found[2].words;
    Record record = record_of({first, other});
    back.source.person = "Ada Sample";
    const Status refused = add_entry(record, back);
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("Eli Sample"), std::string::npos) << "who alone can";
}

TEST(CheckJourney, TheFutureIsDoubted) {
    const Record record = record_of({sample_gift("2030")});
    EXPECT_EQ(check_journey(record, "2026-11-29")[0].standing, Standing::Doubtful);
    EXPECT_EQ(check_journey(record_of({sample_gift()}), "2026-11-29")[0].standing, Standing::Claimed);
}

TEST(CheckJourney, ACommissionIsOlderThanThePainting) {
    Entry commission = sample_gift("2025");
    commission.kind = EntryKind::Commission;
    commission.terms = Terms::NotCharged;
    commission.reason = "a friend";
    EXPECT_EQ(doubts({commission})[0], "");
    EXPECT_NE(check_journey(record_of({commission}))[0].words.find("not charged for: a friend"),
              std::string::npos);
}

TEST(CheckJourney, ManyContradictionsAreToldInBoundedWords) {
    Record record = record_of({});
    for (int i = 0; i < 300; ++i) {
        Entry entry = sample_gift();
        entry.event.assign(1, 'e');
        entry.place = std::to_string(i);
        ASSERT_TRUE(add_entry(record, entry).ok());
    }
    for (const Finding& finding : check_journey(record))
        EXPECT_LT(finding.words.size(), 2000u);
}

TEST(JourneyOrder, IsThatOfTheDatesAndKeepsAccountsTogether) {
    Entry late = sample_gift("2026-06"), early = sample_gift("2026-05"), other = sample_gift("2026-07");
    late.event = other.event = "the gift";
    Entry denial = sample_gift("2026-05-01");
    denial.contradicts = 3;
    const Record record = record_of({late, early, other, denial});
    using Groups = std::vector<std::vector<size_t>>;
    EXPECT_EQ(journey_order(record), (Groups{{0, 2, 3}, {1}}));
    EXPECT_EQ(journey_order(record_of({late, early})), (Groups{{1}, {0}}));
    EXPECT_TRUE(journey_order(Record{}).empty());
}

}  // namespace
}  // namespace allaprima
