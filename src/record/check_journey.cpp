#include "record/check_journey.h"

#include <fmt/format.h>

#include "model/record_date.h"
#include "record/say_source.h"

namespace allaprima {
namespace {

DaySpan when(const Entry& entry) {
    return *day_span(entry.date);
}

/// Whether the painting stays at the entry's place for as long as the entry lasts.
bool stays(const Entry& entry) {
    return !entry.place.empty() && (entry.kind == EntryKind::Loan || entry.kind == EntryKind::Exhibition);
}

bool same_event(const Entry& a, const Entry& b) {
    return !a.event.empty() && a.event == b.event;
}

/// In what two accounts of the same event differ; empty when in nothing.
std::string difference(const Entry& a, const Entry& b) {
    std::string what;
    const auto differ = [&](const char* name) { what += (what.empty() ? "" : ", ") + std::string(name); };
    if (a.kind != b.kind)
        differ("what happened");
    if (!may_meet(when(a), when(b)))
        differ("the date");
    if (!a.place.empty() && !b.place.empty() && a.place != b.place)
        differ("the place");
    if (!a.parties.empty() && !b.parties.empty() && a.parties != b.parties)
        differ("the parties");
    return what;
}

/// What speaks against an entry by itself.
std::vector<std::string> doubts_of(const Record& record, const Entry& entry) {
    std::vector<std::string> doubts;
    const Making& making = *record.making;
    if (entry.source.certainty == Certainty::Disputed)
        doubts.emplace_back("its source calls it disputed");
    if (entry.kind != EntryKind::Report && when(entry).last < day_span(making.claims.date)->first)
        doubts.push_back(fmt::format("it happened before the painting was painted, {}", making.claims.date));
    if (day_span(entry.source.said)->last < when(entry).first)
        doubts.emplace_back("it was said before it happened");
    if (!entry.object_digest.empty() && entry.object_digest != making.facts.picture_digest)
        doubts.emplace_back("it is about another file than the picture of the record");
    return doubts;
}

/// What speaks against one entry in another.
std::string doubt_between(const Entry& entry, const Entry& other) {
    if (entry.contradicts == other.number)
        return fmt::format("it contradicts entry {}", other.number);
    if (other.contradicts == entry.number)
        return fmt::format("entry {} contradicts it", other.number);
    if (same_event(entry, other)) {
        const std::string differs = difference(entry, other);
        return differs.empty()
                   ? ""
                   : fmt::format("entry {} tells the same event differently: {}", other.number, differs);
    }
    if (stays(entry) && stays(other) && entry.place != other.place && may_meet(when(entry), when(other)))
        return fmt::format("by entry {} the painting was at {} at that time", other.number, other.place);
    return {};
}

/// A file full of contradictions is told in bounded words.
constexpr size_t kMostDoubtsTold = 8;

Finding judge(const Record& record, const Entry& entry) {
    std::vector<std::string> doubts = doubts_of(record, entry);
    size_t untold = 0;
    for (const Entry& other : record.entries) {
        std::string doubt = other.number == entry.number ? "" : doubt_between(entry, other);
        if (!doubt.empty() && doubts.size() < kMostDoubtsTold)
            doubts.push_back(std::move(doubt));
        else if (!doubt.empty())
            ++untold;
    }
    if (untold > 0)
        doubts.push_back(fmt::format("and {} more speak against it", untold));
    const std::string words =
        fmt::format("entry {}: {}; source: {}", entry.number, told(entry), said_by(entry.source));
    if (doubts.empty())
        return {Standing::Claimed, words};
    return {Standing::Doubtful, fmt::format("{}. But {}", words, fmt::join(doubts, "; "))};
}

}  // namespace

std::vector<Finding> check_journey(const Record& record) {
    std::vector<Finding> findings;
    for (const Entry& entry : record.entries)
        findings.push_back(judge(record, entry));
    return findings;
}

}  // namespace allaprima
