#include "record/chain.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/rng.h"
#include "files/digest.h"
#include "model/record_date.h"
#include "painting_file/record_fields.h"
#include "record/check_record.h"
#include "record/sample_record.h"

namespace allaprima {
namespace {

using testing::sample_claims;
using testing::sample_facts;
using testing::sample_gift;
using testing::sample_record;

bool holds(const Record& record, const std::string& noted_head = "") {
    return !is_broken(check_record(record, sample_facts(), {.noted_head = noted_head}));
}

/// Changes one byte of one value, whichever is that many values away: a visitor of the columns.
class ChangeOne {
  public:
    ChangeOne(int after, Rng& rng) : after_(after), rng_(rng) {}
    bool done() const { return after_ < 0; }

    void text(const char*, std::string& value, size_t) {
        if (!mine())
            return;
        const auto difference = static_cast<char>(1 + rng_.bits() % 255);
        if (value.empty())
            value = difference;
        else
            value[rng_.bits() % value.size()] ^= difference;
    }
    void whole(const char*, int& value, int64_t, int64_t) {
        if (mine())
            value ^= static_cast<int>((1 + rng_.bits() % 255) << 8 * (rng_.bits() % 3));
    }
    template <typename Enum, size_t N>
    void choice(const char*, Enum& value, const std::array<const char*, N>&) {
        if (mine())
            value = static_cast<Enum>((static_cast<size_t>(value) + 1 + rng_.bits() % (N - 1)) % N);
    }

    template <typename Enum, size_t N>
    void maybe_choice(const char*, std::optional<Enum>& value, const std::array<const char*, N>&) {
        if (mine())
            value = value ? std::nullopt : std::optional(Enum{});
    }

  private:
    bool mine() { return after_-- == 0; }

    int after_;
    Rng& rng_;
};

constexpr int kMostValues = 40;

/// Changes one byte of an entry or of one of its parties.
void change_entry(Entry& entry, Rng& rng) {
    for (;;) {
        ChangeOne change(static_cast<int>(rng.bits() % kMostValues), rng);
        painting_fields::visit_fields(change, entry);
        for (Party& party : entry.parties)
            painting_fields::visit_fields(change, party);
        if (change.done())
            return;
    }
}

/// Whether the reader of painting files takes the entry at all.
bool may_be_read(const Entry& entry) {
    return day_span(entry.date) && day_span(entry.source.said) && entry.number >= 1 &&
           entry.contradicts >= 0 && entry.withdraws >= 0;
}

TEST(Chain, ARecordThatNobodyTouchedHolds) {
    EXPECT_TRUE(holds(sample_record()));
    EXPECT_TRUE(holds(sample_record(), ""));
    const Record record = sample_record();
    EXPECT_TRUE(holds(record, record_head(record)));
}

TEST(Chain, OfAThousandChangesOfOneByteNoneIsMissed) {
    const Record whole = sample_record();
    Rng rng(11, 4);
    int refused = 0;
    for (int i = 0; i < 1000; ++i) {
        Record record = whole;
        Entry& entry = record.entries[rng.bits() % record.entries.size()];
        change_entry(entry, rng);
        ASSERT_FALSE(record == whole);
        if (may_be_read(entry)) {
            EXPECT_FALSE(holds(record)) << "change " << i << " of entry " << entry.number;
        } else {
            ++refused;
        }
    }
    EXPECT_LT(refused, 250);
}

TEST(Chain, OfAThousandChangesOfASignatureNoneIsMissed) {
    const Record whole = sample_record();
    Rng rng(12, 4);
    for (int i = 0; i < 1000; ++i) {
        Record record = whole;
        EntrySignature& signature = record.signatures[rng.bits() % 2];
        ChangeOne change(1 + static_cast<int>(rng.bits() % 5), rng);
        painting_fields::visit_fields(change, signature);
        ASSERT_FALSE(record == whole);
        if (signature.entry >= 1 && signature.entry <= 4) {
            EXPECT_FALSE(holds(record)) << "change " << i;
        }
    }
}

TEST(Chain, NothingIsDroppedInsertedOrReorderedUnseen) {
    const Record whole = sample_record();
    for (size_t i = 0; i + 1 < whole.entries.size(); ++i) {
        Record dropped = whole;
        dropped.entries.erase(dropped.entries.begin() + static_cast<long>(i));
        for (size_t j = 0; j < dropped.entries.size(); ++j)
            dropped.entries[j].number = static_cast<int>(j) + 1;
        dropped.signatures.clear();
        EXPECT_FALSE(holds(dropped)) << i;
        Record swapped = whole;
        std::swap(swapped.entries[i], swapped.entries[i + 1]);
        EXPECT_FALSE(holds(swapped)) << i;
        Record inserted = whole;
        inserted.entries.insert(inserted.entries.begin() + static_cast<long>(i), whole.entries[i]);
        EXPECT_FALSE(holds(inserted)) << i;
    }
}

TEST(Chain, WhatWasDroppedAtTheEndIsSeenByWhoNotedTheHead) {
    const Record whole = sample_record();
    Record dropped = whole;
    dropped.entries.pop_back();
    dropped.signatures.pop_back();
    EXPECT_TRUE(holds(dropped)) << "a chain alone cannot tell";
    EXPECT_FALSE(holds(dropped, record_head(whole)));
    EXPECT_TRUE(holds(whole, record_head(dropped))) << "one was added since";
    EXPECT_TRUE(holds(whole, whole.making->digest));
    EXPECT_FALSE(holds(Record{}, record_head(whole)));
}

TEST(Chain, MadeAnewItIsSeenByTheSignaturesAndByWhoNotedTheHead) {
    const Record whole = sample_record();
    Record anew;
    ASSERT_TRUE(tell_making(anew, sample_claims(), sample_facts()).ok());
    for (Entry entry : whole.entries) {
        entry.place = "elsewhere";
        ASSERT_TRUE(add_entry(anew, entry).ok());
    }
    EXPECT_TRUE(holds(anew)) << "a chain alone cannot tell";
    EXPECT_FALSE(holds(anew, record_head(whole)));
    anew.signatures = whole.signatures;
    EXPECT_FALSE(holds(anew));
}

TEST(Chain, ASignatureThatIsTakenAwayIsMissedByTheNextEntry) {
    Record record = sample_record();
    record.signatures.erase(record.signatures.begin());
    record.signatures.front().number = 1;
    EXPECT_FALSE(holds(record));
}

TEST(Chain, TheMakingIsBoundToThePainting) {
    const Record whole = sample_record();
    Record record = whole;
    record.making->claims.title += "s";
    EXPECT_FALSE(holds(record));
    for (std::string MakingFacts::*digest : {&MakingFacts::plan_digest, &MakingFacts::brief_digest,
                                             &MakingFacts::palette_digest, &MakingFacts::picture_digest}) {
        MakingFacts today = sample_facts();
        (today.*digest)[7] = 'f';
        EXPECT_TRUE(is_broken(check_record(whole, today)));
    }
    MakingFacts today = sample_facts();
    today.seed = 1;
    EXPECT_TRUE(is_broken(check_record(whole, today)));
}

TEST(Chain, TheMakingIsToldBeforeTheJourney) {
    Record record;
    EXPECT_FALSE(add_entry(record, sample_gift()).ok());
    MakingFacts unpainted = sample_facts();
    unpainted.picture_digest.clear();
    EXPECT_FALSE(tell_making(record, sample_claims(), unpainted).ok());
    ASSERT_TRUE(tell_making(record, sample_claims(), sample_facts()).ok());
    ASSERT_TRUE(tell_making(record, sample_claims(), sample_facts()).ok()) << "until the journey begins";
    Entry wrong = sample_gift();
    wrong.contradicts = 1;
    EXPECT_FALSE(add_entry(record, wrong).ok()) << "itself";
    ASSERT_TRUE(add_entry(record, sample_gift()).ok());
    const Status late = tell_making(record, sample_claims(), sample_facts());
    ASSERT_FALSE(late.ok());
    EXPECT_TRUE(late.error().usage);
}

// Whoever wants to make the digests again, in any language, has this to hold against.
TEST(Chain, TheDigestIsOfATextThatAnybodyCanSpell) {
    Entry entry{.number = 2,
                .kind = EntryKind::HandOver,
                .date = "2026-05-14",
                .place = "Café",
                .source = {.person = "Ada", .said = "2026", .certainty = Certainty::Disputed},
                .parties = {{Role::Envoy, "Eli"}},
                .signatures_before = 1,
                .signatures_digest = "s",
                .previous = "p"};
    EXPECT_EQ(entry_digest(entry),
              sha256_of("allaprima entry 1\nnumber 1:2\nkind 9:hand-over\nevent 0:\ncontradicts 1:0\n"
                        "date 10:2026-05-14\nplace 5:Caf\xc3\xa9\nnote 0:\nobject_sha256 0:\n"
                        "source_document 0:\nsource_outlet 0:\nsource_person 3:Ada\nsource_link 0:\n"
                        "source_said 4:2026\nsource_certainty 8:disputed\nsignatures_before 1:1\n"
                        "signatures_sha256 1:s\nprevious_sha256 1:p\nrole 5:envoy\nname 3:Eli\n"));
    EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/// The findings of a standing, one below the other.
std::string told_as(Standing standing, const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings)
        if (finding.standing == standing)
            text += finding.words + "\n";
    return text;
}

TEST(CheckRecord, ProvenNamesKeysAndNobody) {
    const std::string proven = told_as(Standing::Proven, check_record(sample_record(), sample_facts()));
    EXPECT_NE(proven.find("signed as giver with the key"), std::string::npos) << proven;
    for (const char* name : {"Ada Sample", "Fay Sample", "Bo Sample"})
        EXPECT_EQ(proven.find(name), std::string::npos) << proven;
}

TEST(CheckRecord, NothingThatRestsOnWhatIsBrokenIsProven) {
    Record record = sample_record();
    record.making->claims.title = "Another";
    const std::vector<Finding> findings =
        check_record(record, sample_facts(), {.noted_head = record_head(record)});
    EXPECT_EQ(told_as(Standing::Proven, findings), "");
    EXPECT_NE(told_as(Standing::Broken, findings).find("Another"), std::string::npos);
}

TEST(CheckRecord, WhatIsBrokenIsToldThereAlone) {
    Record record = sample_record();
    record.entries[1].place = "Nowhere";
    const std::vector<Finding> findings = check_record(record, sample_facts());
    EXPECT_NE(told_as(Standing::Broken, findings).find("Nowhere"), std::string::npos);
    for (const Standing other : {Standing::Proven, Standing::Claimed, Standing::Doubtful})
        EXPECT_EQ(told_as(other, findings).find("Nowhere"), std::string::npos);
}

TEST(CheckRecord, OneKeyForBothSidesIsSaid) {
    Record record;
    ASSERT_TRUE(tell_making(record, sample_claims(), sample_facts()).ok());
    ASSERT_TRUE(add_entry(record, sample_gift()).ok());
    const SigningKey key = SigningKey::make();
    ASSERT_TRUE(sign_entry(record, {1, Role::Giver, {}}, key).ok());
    EXPECT_EQ(told_as(Standing::Doubtful, check_record(record, sample_facts())), "");
    ASSERT_TRUE(sign_entry(record, {1, Role::Receiver, {}}, key).ok());
    const std::string doubtful = told_as(Standing::Doubtful, check_record(record, sample_facts()));
    EXPECT_NE(doubtful.find("Ada Sample and for Bo Sample"), std::string::npos) << doubtful;
    EXPECT_NE(doubtful.find("giver and as receiver"), std::string::npos) << doubtful;
}

TEST(CheckRecord, ANotedDigestSaysWhichSignaturesItCovers) {
    Record record = sample_record();
    const auto proven = [&] {
        return told_as(Standing::Proven,
                       check_record(record, sample_facts(), {.noted_head = record_head(record)}));
    };
    EXPECT_NE(proven().find("covers 1 of the 2 signatures"), std::string::npos) << proven();
    record.signatures.pop_back();
    EXPECT_NE(proven().find("covers 1 of the 1 signatures"), std::string::npos) << proven();
}

TEST(CheckRecord, ADigestMayBeTypedInCapitalsAndMustBeWhole) {
    const std::string digest(64, 'a');
    EXPECT_EQ(asked_check(std::string(64, 'A'), "")->noted_head, digest);
    const Result<RecordCheck> cut = asked_check(digest.substr(1), "");
    ASSERT_FALSE(cut.ok());
    EXPECT_TRUE(cut.error().usage);
    EXPECT_TRUE(asked_check("", "").ok());
}

TEST(CheckRecord, LaterFieldsLeaveOlderDigestsAsTheyWere) {
    Making making{sample_claims(), sample_facts(), {}};
    const std::string before = making_digest(making);
    making.facts.pixels_digest = std::string(64, '6');
    EXPECT_NE(making_digest(making), before);
    Entry entry = sample_gift();
    const std::string plain = entry_digest(entry);
    entry.terms = Terms::Fee;
    EXPECT_NE(entry_digest(entry), plain);
}

}  // namespace
}  // namespace allaprima
