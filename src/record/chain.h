#pragma once
#include <string>

#include "base/result.h"
#include "model/record.h"

namespace allaprima {

// The chain of a record. Every entry holds the digest of the one before it, and the first that of the making,
// which holds the digests of the plan, the brief, the palette, the photograph and the picture. So nothing can
// be changed, dropped, inserted or reordered without every later digest changing. Two things a chain alone
// cannot tell: that its last entries were dropped, and that somebody made all of it anew. Against both helps
// the last digest, noted elsewhere (record_head), or a signature under the entry.
//
// A digest is SHA-256 of a text that begins with a line such as "allaprima entry 1" and goes on with the
// values spelt as painting_file/canonical_text.h says, in the order of painting_file/record_fields.h.

/// What the digest of each is; what stands in its own field of that name is not looked at.
std::string making_digest(const Making& making);
std::string entry_digest(const Entry& entry);

/// Of the first so many signatures; there must be as many.
std::string signatures_digest(const Record& record, int many);

/// What is signed: the role, the name and the entry's digest, made anew.
std::string text_to_sign(const EntrySignature& signature, const Entry& entry);

/// The digest of the last entry, or of the making: who notes it elsewhere sees later whether entries are
/// missing. Empty while nothing is recorded.
std::string record_head(const Record& record);

/// Begins a record. An error when there is no picture yet, and when the journey has begun: its chain holds
/// the making as it was.
Status tell_making(Record& record, const MakingClaims& claims, const MakingFacts& facts);

/// Adds an entry at the end of the chain. An error when there is no making yet, when it contradicts or
/// withdraws an entry that is not there, when it withdraws one of another source, or when the record is full;
/// the record is then as it was.
Status add_entry(Record& record, Entry entry);

}  // namespace allaprima
