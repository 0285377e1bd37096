#pragma once
#include <string>

#include "record/chain.h"
#include "record/keys.h"
#include "record/sign_entry.h"

/// A record as tests need one: everything in it is invented.

namespace allaprima::testing {

inline MakingFacts sample_facts() {
    return {.software = "Alla Prima 0.1.0",
            .photo_name = "sitter.png",
            .photo_digest = std::string(64, '1'),
            .brief_digest = std::string(64, '2'),
            .palette_digest = std::string(64, '3'),
            .plan_digest = std::string(64, '4'),
            .picture_digest = std::string(64, '5'),
            .hand = "painterly",
            .palette = "full",
            .motifs = "flag.svg",
            .seed = ~uint64_t{0},
            .strokes = 2000,
            .width_mm = 400.0f,
            .height_mm = 266.666f};
}

inline MakingClaims sample_claims() {
    return {.title = "Portrait with a Flag",
            .painter = "Bo Sample",
            .patron_said_to_be = "a society",
            .date = "2026-04",
            .photographer = "Dee Sample",
            .source = {.person = "Bo Sample", .said = "2026-05", .certainty = Certainty::Certain}};
}

/// A gift on a day of May 2026.
inline Entry sample_gift(const std::string& date = "2026-05-14") {
    return {
        .kind = EntryKind::Gift,
        .event = {},
        .date = date,
        .place = "Sample Hall, Exampleton",
        .note = "wrapped in a blanket",
        .source = {.document = "deed",
                   .outlet = "The Example Courier",
                   .person = "Ada Sample",
                   .link = "https://courier.example/17",
                   .said = "2026-06-01",
                   .certainty = Certainty::Probable},
        .parties = {{Role::Giver, "Ada Sample"}, {Role::Envoy, "Eli Sample"}, {Role::Receiver, "Bo Sample"}}};
}

/// A gift that two others tell too, one of them otherwise; signed by the giver before the last was added.
inline Record sample_record() {
    Record record;
    (void)tell_making(record, sample_claims(), sample_facts());
    Entry gift = sample_gift();
    gift.event = "the gift";
    (void)add_entry(record, gift);
    (void)add_entry(record, gift);
    (void)sign_entry(record, {1, Role::Giver, {}}, SigningKey::make());
    gift.contradicts = 1;
    gift.place = "Ferry";
    (void)add_entry(record, gift);
    Entry loan = sample_gift("2026-07");
    loan.kind = EntryKind::Loan;
    loan.parties = {{Role::Lender, "Bo Sample"}, {Role::Borrower, "Fay Sample"}};
    (void)add_entry(record, loan);
    (void)sign_entry(record, {4, Role::Borrower, {}}, SigningKey::make());
    return record;
}

}  // namespace allaprima::testing
