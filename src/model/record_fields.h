#pragma once
#include "model/field.h"
#include "model/record.h"
#include "model/record_settings.h"

/// The fields of what is said in a record, each declared once, in the order in which digests spell them.

namespace allaprima::painting_fields {

inline constexpr size_t kDigestLength = 64;

template <typename Visitor>
void visit_source(Visitor& visitor, Source& said) {
    const InTable source{"source"};
    visitor.text(source("source.document", "The paper that says so", {.example = "delivery note 17"}),
                 said.document, kLongestRecordText);
    visitor.text(source("source.outlet", "Who published it", {.example = "The Example Courier"}), said.outlet,
                 kLongestRecordText);
    visitor.text(source("source.person", "Who said or wrote it", {.example = "Ada Sample"}), said.person,
                 kLongestRecordText);
    visitor.text(source("source.link", "Where it can be read", {.example = "https://courier.example/17"}),
                 said.link, kLongestRecordText);
    visitor.text(source("source.said", "When it was said",
                        {.example = "2026-05-15", .required = true, .notation = Notation::Date}),
                 said.said, kLongestRecordText);
    visitor.choice(source("source.certainty", "How sure it is", {.example = "probable", .required = true}),
                   said.certainty, kCertaintyWords);
}

template <typename Visitor>
void visit_people(Visitor& visitor, MakingClaims& claims) {
    const InTable sitter{"sitter"}, top, patron{"patron"};
    visitor.text(
        sitter("sitter", "Who is seen; only with their consent", {.key = "name", .example = "Cleo Sample"}),
        claims.sitter, kLongestRecordText);
    visitor.text(
        sitter("sitter.consent", "How the sitter agreed to be named", {.example = "letter of 2 April 2026"}),
        claims.sitter_consent, kLongestRecordText);
    visitor.text(
        top("painter", "Who painted it", {.example = "Alla Prima, guided by Bo Sample", .required = true}),
        claims.painter, kLongestRecordText);
    visitor.text(patron("patron", "Who ordered it, or 'unknown'", {.key = "name"}), claims.patron,
                 kLongestRecordText);
    visitor.text(patron("patron.said_to_be", "Who is said to have ordered it, where that is unknown",
                        {.example = "the Society of Sample Sitters"}),
                 claims.patron_said_to_be, kLongestRecordText);
}

template <typename Visitor>
void visit_photograph(Visitor& visitor, MakingClaims& claims) {
    const InTable photograph{"photograph"};
    visitor.text(photograph("photograph", "What the photograph is, or where it is kept",
                            {.key = "title", .example = "studio portrait, roll 3"}),
                 claims.photograph, kLongestRecordText);
    visitor.text(photograph("photographer", "Who took it", {.example = "Dee Sample"}), claims.photographer,
                 kLongestRecordText);
    visitor.text(
        photograph("photograph.rights", "By what right it was painted from", {.example = "by permission"}),
        claims.photograph_rights, kLongestRecordText);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, MakingClaims& claims) {
    const InTable top;
    visitor.text(
        top("title", "What the painting is called", {.example = "Portrait with a Flag", .required = true}),
        claims.title, kLongestRecordText);
    visit_people(visitor, claims);
    visitor.text(top("date", "When it was painted",
                     {.example = "2026-04", .required = true, .notation = Notation::Date}),
                 claims.date, kLongestRecordText);
    visitor.text(top("medium", "What it is made of; if left out: strokes laid by the program",
                     {.example = "pigment print on cotton"}),
                 claims.medium, kLongestRecordText);
    visitor.text(top("size", "How large the object is; if left out: the canvas it was planned for",
                     {.example = "60 x 60 cm"}),
                 claims.size, kLongestRecordText);
    visitor.text(top("rights", "Who has rights in the painting", {.example = "CC BY 4.0, Bo Sample"}),
                 claims.rights, kLongestRecordText);
    visit_photograph(visitor, claims);
    visitor.choice(
        top("digital_source_type", "What kind of picture it is, in IPTC's words; pictures carry it"),
        claims.source_type, kSourceTypeWords);
    visit_source(visitor, claims.source);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Party& party) {
    const InTable top;
    visitor.choice(top("role", "What the party had to do with it", {.example = "giver", .required = true}),
                   party.role, kRoleWords);
    visitor.text(top("name", "Who it is", {.example = "Ada Sample", .required = true}), party.name,
                 kLongestRecordText);
}

/// Of an entry, what its digest is of, beside the parties.
template <typename Visitor>
void visit_statement(Visitor& visitor, Entry& entry) {
    const InTable top;
    visitor.whole(Declared{"number"}, entry.number, 1, kMostEntries);
    visitor.choice(top("kind", "What happened; a report says something without anything happening",
                       {.placeholder = "KIND", .example = "gift", .required = true}),
                   entry.kind, kEntryKindWords);
    visitor.text(top("event", "A name that accounts of the same event share", {.example = "the gift"}),
                 entry.event, kLongestRecordText);
    visitor.whole(top("contradicts", "The entry that cannot be true if this one is true; both are kept",
                      {.range = "1 to 1000, the number of an earlier entry",
                       .example = "2",
                       .lowest = 1,
                       .highest = kMostEntries}),
                  entry.contradicts, 0, kMostEntries);
    visitor.whole(top("withdraws", "The entry that the same source takes back with this one; both are kept",
                      {.range = "1 to 1000, the number of an earlier entry of the same source",
                       .example = "2",
                       .since = 5,
                       .lowest = 1,
                       .highest = kMostEntries}),
                  entry.withdraws, 0, kMostEntries);
    visitor.text(top("date", "When it happened",
                     {.example = "2026-05-14", .required = true, .notation = Notation::Date}),
                 entry.date, kLongestRecordText);
    visitor.text(top("place", "Where", {.example = "Sample Hall, Exampleton"}), entry.place,
                 kLongestRecordText);
    visitor.text(top("note", "What else there is to say", {.example = "wrapped in a blanket"}), entry.note,
                 kLongestRecordText);
    visitor.maybe_choice(top("terms", "On what terms it was commissioned", {.example = "fee", .since = 5}),
                         entry.terms, kTermsWords);
    visitor.text(top("amount", "How much was paid, or what was given for it",
                     {.example = "a week's board and lodging", .since = 5}),
                 entry.amount, kLongestRecordText);
    visitor.text(top("reason", "Why nothing was charged", {.example = "painted for a friend", .since = 5}),
                 entry.reason, kLongestRecordText);
    visitor.text(top("object_digest", "Digest of the picture's file that it was about",
                     {.column = "object_sha256",
                      .example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                      .notation = Notation::Digest}),
                 entry.object_digest, kDigestLength);
    visit_source(visitor, entry.source);
    visitor.whole(Declared{"signatures_before"}, entry.signatures_before, 0, kMostSignatures);
    visitor.text(Declared{"signatures_sha256"}, entry.signatures_digest, kDigestLength);
    visitor.text(Declared{"previous_sha256"}, entry.previous, kDigestLength);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Entry& entry) {
    visit_statement(visitor, entry);
    visitor.text(Declared{"digest"}, entry.digest, kDigestLength);
}

}  // namespace allaprima::painting_fields
