#include "engine/keep_record.h"

#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "briefs/read_record.h"
#include "engine/check_today.h"
#include "engine/load_painting.h"
#include "record/chain.h"
#include "record/journey_order.h"
#include "record/linked_art.h"
#include "record/print_record.h"
#include "record/record_json.h"
#include "record/say_source.h"

namespace allaprima {
namespace {

/// Changes the record, if it holds so far, and keeps it. @param change makes the new record of the old one.
/// @return the last digest.
Result<std::string> change_record(const std::string& painting_file,
                                  const std::function<Status(Record&, const MakingFacts&)>& change) {
    Result<PaintingFile> file = PaintingFile::open(painting_file);
    if (!file)
        return file.error();
    if (const Status claimed = file->claim(); !claimed)
        return claimed.error();
    Result<Painting> painting = load_planned(*file);
    if (!painting)
        return painting.error();
    Record& record = painting->record;
    const MakingFacts facts = facts_of(*painting);
    if (const Status holds =
            check_holds(check_record(record, facts), painting_file, "nothing is added to it");
        !holds)
        return holds.error();
    if (const Status changed = change(record, facts); !changed)
        return changed.error();
    if (const Status saved = file->save_record(record); !saved)
        return saved.error();
    return record_head(record);
}

/// A painting of which something is recorded.
Result<Painting> load_recorded(const std::string& painting_file) {
    Result<Painting> painting = load_planned(painting_file);
    if (painting && !painting->record.making)
        return Error{
            fmt::format("nothing is recorded in {}: begin with allaprima record making, or check whether a "
                        "copy holds more",
                        painting_file)};
    return painting;
}

ToldEntry told_entry(const Record& record, const Entry& entry) {
    ToldEntry one{.number = entry.number,
                  .words = told(entry),
                  .said_by = said_by(entry.source),
                  .contradicts = entry.contradicts,
                  .withdraws = entry.withdraws};
    for (const EntrySignature& signature : record.signatures)
        if (signature.entry == entry.number)
            one.signatures.push_back(signature);
    return one;
}

}  // namespace

Result<std::string> record_making(const std::string& painting_file, const MakingClaims& claims) {
    return change_record(painting_file, [&](Record& record, const MakingFacts& facts) {
        return tell_making(record, claims, facts);
    });
}

Result<std::string> record_entry(const std::string& painting_file, const Entry& entry) {
    return change_record(painting_file,
                         [&](Record& record, const MakingFacts&) { return add_entry(record, entry); });
}

Result<std::string> record_making_as_written(const std::string& painting_file, const std::string& statement) {
    const Result<MakingClaims> claims = read_making(statement);
    if (!claims)
        return claims.error();
    return record_making(painting_file, *claims);
}

Result<std::string> record_entry_as_written(const std::string& painting_file, const std::string& statement) {
    const Result<Entry> entry = read_entry(statement);
    if (!entry)
        return entry.error();
    return record_entry(painting_file, *entry);
}

Result<std::string> sign_recorded_entry(const std::string& painting_file, const Signer& signer,
                                        const std::string& key) {
    const Result<SigningKey> with = SigningKey::read(key);
    if (!with)
        return with.error();
    return change_record(
        painting_file, [&](Record& record, const MakingFacts&) { return sign_entry(record, signer, *with); });
}

Status check_holds(const std::vector<Finding>& findings, const std::string& painting_file,
                   const char* therefore) {
    if (is_broken(findings))
        return Error{
            fmt::format("the record in {} does not hold, so {}; to see why: allaprima record check {}",
                        painting_file, therefore, painting_file)};
    return Done{};
}

Result<std::vector<Finding>> check_recorded(const std::string& painting_file, const std::string& noted_head) {
    const Result<RecordCheck> check = check_of_today(noted_head);
    if (!check)
        return check.error();
    const Result<Painting> painting = load_recorded(painting_file);
    if (!painting)
        return painting.error();
    return check_record(painting->record, facts_of(*painting), *check);
}

Result<ToldRecord> tell_record(const std::string& painting_file) {
    const Result<Painting> painting = load_painting(painting_file);
    if (!painting)
        return painting.error();
    const Record& record = painting->record;
    ToldRecord whole{.making = record.making,
                     .making_said_by = record.making ? said_by(record.making->claims.source) : "",
                     .head = record_head(record)};
    for (const std::vector<size_t>& group : journey_order(record)) {
        std::vector<ToldEntry>& accounts = whole.journey.emplace_back();
        for (const size_t i : group)
            accounts.push_back(told_entry(record, record.entries[i]));
    }
    return whole;
}

Result<nlohmann::ordered_json> tell_record_as_json(const std::string& painting_file) {
    const Result<Painting> painting = load_painting(painting_file);
    if (!painting)
        return painting.error();
    return record_as_json(painting->record);
}

Result<nlohmann::ordered_json> tell_record_as_linked_art(const std::string& painting_file) {
    const Result<Painting> painting = load_painting(painting_file);
    if (!painting)
        return painting.error();
    if (!painting->record.making)
        return Error{
            fmt::format("nothing is recorded in {}; begin with allaprima record making", painting_file)};
    return record_as_linked_art(painting->record);
}

Status print_label(const std::string& painting_file, const Destination& pdf) {
    const Result<Painting> painting = load_recorded(painting_file);
    if (!painting)
        return painting.error();
    return write_label(painting->record, pdf.path, pdf.replace);
}

Status print_certificate(const std::string& painting_file, const Destination& pdf) {
    const Result<Painting> painting = load_recorded(painting_file);
    if (!painting)
        return painting.error();
    const std::string day = today();
    const std::vector<Finding> findings =
        check_record(painting->record, facts_of(*painting), {.noted_head = {}, .today = day});
    if (const Status holds = check_holds(findings, painting_file, "nothing is certified"); !holds)
        return holds;
    return write_certificate(painting->record, {findings, day}, pdf.path, pdf.replace);
}

}  // namespace allaprima
