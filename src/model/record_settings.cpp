#include "model/record_settings.h"

#include <algorithm>

#include "model/declared_settings.h"
#include "model/record_date.h"
#include "model/record_fields.h"

namespace allaprima {
namespace {

/// For people: first what has to be said, last what stands in tables.
template <typename Of>
std::vector<Setting<Of>> in_order(std::vector<Setting<Of>> settings) {
    std::ranges::stable_sort(settings, {}, [](const Setting<Of>& s) {
        return !s.table.empty() ? 2 : s.required ? 0 : 1;
    });
    return settings;
}

Status check_source(const Source& source) {
    if (source.document.empty() && source.outlet.empty() && source.person.empty() && source.link.empty())
        return Error{"[source] names nobody: say which document, outlet, person or link says so", true};
    return Done{};
}

bool begins_before(const std::string& a, const std::string& b) {
    return day_span(a)->last < day_span(b)->first;
}

}  // namespace

std::vector<Setting<MakingClaims>> making_settings() {
    return in_order(settings_of_fields<MakingClaims>());
}

std::vector<Setting<Entry>> entry_settings() {
    return in_order(settings_of_fields<Entry>());
}

std::vector<Setting<Party>> party_settings() {
    return settings_of_fields<Party>();
}

Status check_part(const Party&) {
    return Done{};
}

Status check_part(const MakingClaims& claims) {
    if (!claims.sitter.empty() && claims.sitter_consent.empty())
        return Error{"[sitter] is named without a consent: note how the sitter agreed, or leave the name out",
                     true};
    if (claims.sitter.empty() && !claims.sitter_consent.empty())
        return Error{"[sitter] has a consent and no name: leave it out, or name the sitter", true};
    if (claims.patron != "unknown" && !claims.patron_said_to_be.empty())
        return Error{"[patron] is named, so 'said_to_be' is not allowed: keep it for a patron who is unknown",
                     true};
    if (begins_before(claims.source.said, claims.date))
        return Error{"it was said before the painting was painted: correct 'date' or 'said'", true};
    return check_source(claims.source);
}

Status check_part(const Entry& entry) {
    if (entry.kind == EntryKind::Report && entry.note.empty())
        return Error{"a report needs a 'note': what it says", true};
    if (entry.kind == EntryKind::Commission && !entry.terms)
        return Error{"a commission needs its 'terms': fee, exchange, gift or not-charged", true};
    if (entry.kind != EntryKind::Commission && (entry.terms || !(entry.amount + entry.reason).empty()))
        return Error{"'terms', 'amount' and 'reason' are of a commission alone", true};
    if (entry.terms && (*entry.terms == Terms::NotCharged) == entry.reason.empty())
        return Error{
            "'reason' says why nothing was charged: it belongs to the terms not-charged, and to no others",
            true};
    if (entry.kind != EntryKind::Report && entry.kind != EntryKind::Exhibition && entry.parties.empty())
        return Error{std::string("nobody takes part: add [[party]], such as the giver of a gift"), true};
    for (size_t i = 0; i < entry.parties.size(); ++i)
        for (size_t j = i + 1; j < entry.parties.size(); ++j)
            if (entry.parties[i] == entry.parties[j])
                return Error{"a [[party]] is given twice: leave one of them out", true};
    return check_source(entry.source);
}

}  // namespace allaprima
