#pragma once
#include <limits>

#include "model/part_settings.h"
#include "model/record.h"
#include "model/record_fields.h"
#include "painting_file/painting_fields.h"

/// What a painting file keeps of a record beside what is said in it (model/record_fields.h), declared as the
/// columns in painting_fields.h are.

namespace allaprima::painting_fields {

/// A party as it stands in its table.
struct PartyRow {
    int number = 0;  ///< From 1, through all entries.
    int entry = 0;   ///< That it takes part in.
    Party party;
};

constexpr size_t kSignatureLength = 128;

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
    visitor.text(Declared{.name = "pixels_sha256", .since = 5}, facts.pixels_digest, kDigestLength);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Making& making) {
    visit_fields(visitor, making.claims);
    visit_fields(visitor, making.facts);
    visitor.text("digest", making.digest, kDigestLength);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, PartyRow& row) {
    visitor.whole("number", row.number, 1, kMostEntries * kMostParties);
    visitor.whole("entry", row.entry, 1, kMostEntries);
    visit_fields(visitor, row.party);
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
