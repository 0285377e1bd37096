#include "record/check_journey.h"

#include <fmt/format.h>

#include <algorithm>

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
    if (!a.parties.empty() && !b.parties.empty() && !std::ranges::is_permutation(a.parties, b.parties))
        differ("the parties");
    return what;
}

/// What speaks against an entry by itself.
std::vector<std::string> doubts_of(const Record& record, const Entry& entry, const std::string& today) {
    std::vector<std::string> doubts;
    const Making& making = *record.making;
    if (entry.source.certainty == Certainty::Disputed)
        doubts.emplace_back("its source calls it disputed");
    // What was reported, and for what it was painted, may be older than the painting.
    const bool of_the_object = entry.kind != EntryKind::Report && entry.kind != EntryKind::Commission;
    if (of_the_object && when(entry).last < day_span(making.claims.date)->first)
        doubts.push_back(fmt::format("it happened before the painting was painted, {}", making.claims.date));
    if (day_span(entry.source.said)->last < when(entry).first)
        doubts.emplace_back("it was said before it happened");
    if (const auto now = day_span(today)) {
        if (when(entry).first > now->last)
            doubts.push_back(fmt::format("it has not happened yet: today is {}", today));
        if (day_span(entry.source.said)->first > now->last)
            doubts.push_back(fmt::format("it is said to have been said in the future: today is {}", today));
    }
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

/// The number of the entry by which each was taken back, by its index; 0: none was.
std::vector<int> withdrawals(const Record& record) {
    std::vector<int> by(record.entries.size(), 0);
    for (size_t i = 0; i < record.entries.size(); ++i) {
        const Entry& entry = record.entries[i];
        if (entry.withdraws < 1 || static_cast<size_t>(entry.withdraws) > i || !break_at(record, i).empty())
            continue;
        const auto earlier = static_cast<size_t>(entry.withdraws) - 1;
        if (is_same_source(record.entries[earlier].source, entry.source))
            by[earlier] = entry.number;
    }
    return by;
}

/// What the check of a journey needs beside it.
struct Circumstances {
    const Record& record;
    std::string today;
    std::vector<int> withdrawn_by;

    bool stands(size_t index) const { return withdrawn_by[index] == 0; }
};

Finding judge(const Circumstances& at, size_t index) {
    const std::vector<Entry>& entries = at.record.entries;
    const Entry& entry = entries[index];
    const std::string words =
        fmt::format("entry {}: {}; source: {}", entry.number, told(entry), said_by(entry.source));
    if (!at.stands(index))
        return {Standing::Claimed, fmt::format("{}. It was taken back by its own source with entry {}", words,
                                               at.withdrawn_by[index])};
    std::vector<std::string> doubts = doubts_of(at.record, entry, at.today);
    size_t untold = 0;
    for (size_t i = 0; i < entries.size(); ++i) {
        const bool counts = i != index && at.stands(i) && entries[i].withdraws == 0 && entry.withdraws == 0;
        std::string doubt = counts ? doubt_between(entry, entries[i]) : "";
        if (!doubt.empty() && doubts.size() < kMostDoubtsTold)
            doubts.push_back(std::move(doubt));
        else if (!doubt.empty())
            ++untold;
    }
    if (untold > 0)
        doubts.push_back(fmt::format("and {} more speak against it", untold));
    const std::string all = entry.withdraws > 0 ? fmt::format("{}. With it, this source took back entry {}",
                                                              words, entry.withdraws)
                                                : words;
    if (doubts.empty())
        return {Standing::Claimed, all};
    return {Standing::Doubtful, fmt::format("{}. But {}", all, fmt::join(doubts, "; ")), true};
}

}  // namespace

std::vector<Finding> check_journey(const Record& record, const std::string& today) {
    const Circumstances at{record, today, withdrawals(record)};
    std::vector<Finding> findings;
    for (size_t i = 0; i < record.entries.size(); ++i)
        if (break_at(record, i).empty())
            findings.push_back(judge(at, i));
    return findings;
}

}  // namespace allaprima
