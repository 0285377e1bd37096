#pragma once
#include <limits>

#include "model/part_settings.h"
#include "model/record.h"
#include "model/record_settings.h"
#include "painting_file/painting_fields.h"

/// What a painting file keeps of a record, declared as the columns in painting_fields.h are.

namespace allaprima::painting_fields {

/// A party as it stands in its table.
struct PartyRow {
    int number = 0;  ///< From 1, through all entries.
    int entry = 0;   ///< That it takes part in.
    Party party;
};

constexpr size_t kSignatureLength = 128;

template <typename Visitor>
void visit_source(Visitor& visitor, Source& source) {
    visitor.text("source_document", source.document, kLongestRecordText);
    visitor.text("source_outlet", source.outlet, kLongestRecordText);
    visitor.text("source_person", source.person, kLongestRecordText);
    visitor.text("source_link", source.link, kLongestRecordText);
    visitor.text("source_said", source.said, kLongestRecordText);
    visitor.choice("source_certainty", source.certainty, kCertaintyWords);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, MakingClaims& claims) {
    visitor.text("title", claims.title, kLongestRecordText);
    visitor.text("sitter", claims.sitter, kLongestRecordText);
    visitor.text("sitter_consent", claims.sitter_consent, kLongestRecordText);
    visitor.text("painter", claims.painter, kLongestRecordText);
    visitor.text("patron", claims.patron, kLongestRecordText);
    visitor.text("patron_said_to_be", claims.patron_said_to_be, kLongestRecordText);
    visitor.text("date", claims.date, kLongestRecordText);
    visitor.text("medium", claims.medium, kLongestRecordText);
    visitor.text("size", claims.size, kLongestRecordText);
    visitor.text("rights", claims.rights, kLongestRecordText);
    visitor.text("photograph", claims.photograph, kLongestRecordText);
    visitor.text("photographer", claims.photographer, kLongestRecordText);
    visitor.text("photograph_rights", claims.photograph_rights, kLongestRecordText);
    visitor.choice("digital_source_type", claims.source_type, kSourceTypeWords);
    visit_source(visitor, claims.source);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, MakingFacts& facts) {
    visitor.text("software", facts.software, kLongestText);
    visitor.text("photo_name", facts.photo_name, kLongestText);
    visitor.text("photo_sha256", facts.photo_digest, kDigestLength);
    visitor.text("brief_sha256", facts.brief_digest, kDigestLength);
    visitor.text("palette_sha256", facts.palette_digest, kDigestLength);
    visitor.text("plan_sha256", facts.plan_digest, kDigestLength);
    visitor.text("picture_sha256", facts.picture_digest, kDigestLength);
    visitor.text("hand", facts.hand, kLongestText);
    visitor.text("palette", facts.palette, kLongestText);
    visitor.text("motifs", facts.motifs, kMostMotifs * (kLongestText + 2));
    visitor.seed("seed", facts.seed);
    visitor.whole("strokes", facts.strokes, 0, kMostStrokesKept);
    visitor.real("width_mm", facts.width_mm, kLengthMm);
    visitor.real("height_mm", facts.height_mm, kLengthMm);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Making& making) {
    visit_fields(visitor, making.claims);
    visit_fields(visitor, making.facts);
    visitor.text("digest", making.digest, kDigestLength);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Party& party) {
    visitor.choice("role", party.role, kRoleWords);
    visitor.text("name", party.name, kLongestRecordText);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, PartyRow& row) {
    visitor.whole("number", row.number, 1, kMostEntries * kMostParties);
    visitor.whole("entry", row.entry, 1, kMostEntries);
    visit_fields(visitor, row.party);
}

/// Of an entry, what its digest is of, beside the parties.
template <typename Visitor>
void visit_statement(Visitor& visitor, Entry& entry) {
    visitor.whole("number", entry.number, 1, kMostEntries);
    visitor.choice("kind", entry.kind, kEntryKindWords);
    visitor.text("event", entry.event, kLongestRecordText);
    visitor.whole("contradicts", entry.contradicts, 0, kMostEntries);
    visitor.text("date", entry.date, kLongestRecordText);
    visitor.text("place", entry.place, kLongestRecordText);
    visitor.text("note", entry.note, kLongestRecordText);
    visitor.text("object_sha256", entry.object_digest, kDigestLength);
    visit_source(visitor, entry.source);
    visitor.whole("signatures_before", entry.signatures_before, 0, kMostSignatures);
    visitor.text("signatures_sha256", entry.signatures_digest, kDigestLength);
    visitor.text("previous_sha256", entry.previous, kDigestLength);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Entry& entry) {
    visit_statement(visitor, entry);
    visitor.text("digest", entry.digest, kDigestLength);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, EntrySignature& signature) {
    visitor.whole("number", signature.number, 1, kMostSignatures);
    visitor.whole("entry", signature.entry, 1, kMostEntries);
    visitor.choice("role", signature.role, kRoleWords);
    visitor.text("name", signature.name, kLongestRecordText);
    visitor.text("key", signature.key, kDigestLength);
    visitor.text("signature", signature.signature, kSignatureLength);
}

}  // namespace allaprima::painting_fields
