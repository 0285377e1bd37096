#include "painting_file/record_rows.h"

#include <fmt/format.h>

#include <string_view>

#include "files/digest.h"
#include "model/record_date.h"
#include "painting_file/painting_rows.h"
#include "painting_file/record_fields.h"

namespace allaprima {
namespace {

using namespace painting_fields;

std::vector<PartyRow> party_rows(const Record& record) {
    std::vector<PartyRow> rows;
    for (const Entry& entry : record.entries)
        for (const Party& party : entry.parties)
            rows.push_back({static_cast<int>(rows.size()) + 1, entry.number, party});
    return rows;
}

bool is_digest_or_nothing(const std::string& text) {
    return text.empty() || is_sha256(text);
}

/// The reader of TOML files has it that every date is one; so must a file that somebody else may have made.
template <typename Statement>
void check_statement(Database& database, const Statement& statement, const std::string& what) {
    if (!day_span(statement.date) || !day_span(statement.source.said))
        return database.fail(fmt::format("{} has a date that is not valid", what));
    if (const Status whole = check_part(statement); !whole)
        database.fail(fmt::format("{}: {}", what, whole.error().message));
}

void check_making(Database& database, const Making& making) {
    const MakingFacts& facts = making.facts;
    for (const std::string* digest : {&facts.photo_digest, &facts.brief_digest, &facts.palette_digest,
                                      &facts.plan_digest, &making.digest})
        if (!is_sha256(*digest))
            return database.fail("a digest of the record's making is not a SHA-256");
    if (!is_digest_or_nothing(facts.picture_digest) || !is_digest_or_nothing(facts.pixels_digest))
        return database.fail("a digest of the record's making is not a SHA-256");
    if (making.claims.title.empty() || making.claims.painter.empty() || making.claims.patron.empty())
        return database.fail("the record's making has no title, no painter or no patron");
    check_statement(database, making.claims, "the record's making");
}

void check_entry(Database& database, const Entry& entry, int number) {
    const std::string what = fmt::format("entry {} of the record", number);
    if (entry.number != number)
        return database.fail(fmt::format("{} has the number {}", what, entry.number));
    if (entry.contradicts >= number || entry.withdraws >= number)
        return database.fail(fmt::format("{} contradicts or withdraws an entry that is not before it", what));
    if (!is_digest_or_nothing(entry.object_digest) || !is_sha256(entry.signatures_digest) ||
        !is_sha256(entry.previous) || !is_sha256(entry.digest))
        return database.fail(fmt::format("{} has a digest that is not a SHA-256", what));
    check_statement(database, entry, what);
}

void read_parties(Database& database, const FileTables& file, std::vector<Entry>& entries) {
    int number = 0;
    for (const PartyRow& row :
         rows_of<PartyRow>(database, file, "party", size_t{kMostEntries} * kMostParties)) {
        if (row.number != ++number || static_cast<size_t>(row.entry) > entries.size() ||
            row.party.name.empty())
            return database.fail("a party of the record belongs to no entry or has no name");
        std::vector<Party>& parties = entries[static_cast<size_t>(row.entry) - 1].parties;
        if (parties.size() == kMostParties)
            return database.fail("an entry of the record has too many parties");
        parties.push_back(row.party);
    }
}

void check_signatures(Database& database, const Record& record) {
    int number = 0;
    for (const EntrySignature& signature : record.signatures)
        if (signature.number != ++number || static_cast<size_t>(signature.entry) > record.entries.size() ||
            bytes_of_hexadecimal(signature.key).size() != kDigestLength / 2 ||
            bytes_of_hexadecimal(signature.signature).size() != kSignatureLength / 2)
            return database.fail("a signature of the record is not valid");
}

}  // namespace

std::vector<RecordTable> record_tables() {
    return {{"making", column_names<Making>(), false},
            {"entry", column_names<Entry>(), true},
            {"party", column_names<PartyRow>(), true},
            {"entry_signature", column_names<EntrySignature>(), true}};
}

void write_record(Database& database, const Record& record) {
    for (const RecordTable& table : record_tables())
        database.run(fmt::format("DELETE FROM {}", table.name));
    if (record.making)
        insert(database, "making", std::vector{*record.making});
    insert(database, "entry", record.entries);
    insert(database, "party", party_rows(record));
    insert(database, "entry_signature", record.signatures);
}

Record read_record(Database& database, const FileTables& file) {
    Record record;
    const std::vector<Making> making = rows_of<Making>(database, file, "making", 1);
    if (!making.empty())
        record.making = making.front();
    record.entries = rows_of<Entry>(database, file, "entry", kMostEntries);
    if (database.failed())
        return {};
    if (!record.making && !record.entries.empty())
        database.fail("the record has entries but no making");
    read_parties(database, file, record.entries);
    record.signatures = rows_of<EntrySignature>(database, file, "entry_signature", kMostSignatures);
    if (database.failed())
        return {};
    if (record.making)
        check_making(database, *record.making);
    for (size_t i = 0; i < record.entries.size(); ++i)
        check_entry(database, record.entries[i], static_cast<int>(i) + 1);
    check_signatures(database, record);
    return record;
}

}  // namespace allaprima
