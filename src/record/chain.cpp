#include "record/chain.h"

#include <fmt/format.h>

#include "files/digest.h"
#include "painting_file/canonical_text.h"
#include "painting_file/record_fields.h"
#include "record/say_source.h"

namespace allaprima {

using namespace painting_fields;

std::string making_digest(const Making& making) {
    Making spelt = making;
    CanonicalText text;
    visit_fields(text, spelt.claims);
    visit_fields(text, spelt.facts);
    return sha256_of("allaprima making 1\n" + text.take());
}

std::string entry_digest(const Entry& entry) {
    Entry spelt = entry;
    CanonicalText text;
    visit_statement(text, spelt);
    for (Party& party : spelt.parties)
        visit_fields(text, party);
    return sha256_of("allaprima entry 1\n" + text.take());
}

std::string signatures_digest(const Record& record, int many) {
    CanonicalText text;
    for (int i = 0; i < many; ++i) {
        EntrySignature signature = record.signatures.at(static_cast<size_t>(i));
        visit_fields(text, signature);
    }
    return sha256_of("allaprima signatures 1\n" + text.take());
}

std::string text_to_sign(const EntrySignature& signature, const Entry& entry) {
    return fmt::format("allaprima signature 1\nrole {}\nname {}:{}\nentry {}\n", word_of(signature.role),
                       signature.name.size(), signature.name, entry_digest(entry));
}

std::string record_head(const Record& record) {
    if (!record.entries.empty())
        return record.entries.back().digest;
    return record.making ? record.making->digest : std::string();
}

namespace {

/// Nobody takes back what somebody else has said.
Status check_withdrawal(const Record& record, const Entry& entry) {
    if (entry.withdraws == 0)
        return Done{};
    if (entry.withdraws >= entry.number)
        return Error{fmt::format("'withdraws' names entry {}, which is not there: there are {} so far",
                                 entry.withdraws, entry.number - 1),
                     true};
    const Source& earlier = record.entries[static_cast<size_t>(entry.withdraws) - 1].source;
    if (!is_same_source(earlier, entry.source))
        return Error{
            fmt::format("entry {} was said by another source ({}), which alone can take it back: use "
                        "'contradicts'",
                        entry.withdraws, said_by(earlier)),
            true};
    return Done{};
}

}  // namespace

Status tell_making(Record& record, const MakingClaims& claims, const MakingFacts& facts) {
    if (!record.entries.empty())
        return Error{
            "the journey has begun, and its first entry is bound to the making as it was recorded: add an "
            "entry of kind report that says what is wrong in it",
            true};
    if (facts.picture_digest.empty())
        return Error{"its picture has not been made yet: finish it first with allaprima resume", true};
    record.making = Making{claims, facts, {}};
    record.making->digest = making_digest(*record.making);
    return Done{};
}

Status add_entry(Record& record, Entry entry) {
    if (!record.making)
        return Error{"record the making first: allaprima record making FILE.alla MAKING.toml", true};
    if (record.entries.size() == kMostEntries)
        return Error{fmt::format("a record has at most {} entries, and this one is full", kMostEntries)};
    entry.number = static_cast<int>(record.entries.size()) + 1;
    if (entry.contradicts >= entry.number)
        return Error{fmt::format("'contradicts' names entry {}, which is not there: there are {} so far",
                                 entry.contradicts, entry.number - 1),
                     true};
    if (const Status may = check_withdrawal(record, entry); !may)
        return may;
    entry.signatures_before = static_cast<int>(record.signatures.size());
    entry.signatures_digest = signatures_digest(record, entry.signatures_before);
    entry.previous = record_head(record);
    entry.digest = entry_digest(entry);
    record.entries.push_back(std::move(entry));
    return Done{};
}

}  // namespace allaprima
