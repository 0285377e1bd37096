#include "record/say_source.h"

#include <fmt/format.h>

namespace allaprima {

std::string said_by(const Source& source) {
    std::string text = source.person;
    if (!source.outlet.empty())
        text += (text.empty() ? "" : " in ") + source.outlet;
    for (const std::string* part : {&source.document, &source.link})
        if (!part->empty())
            text += (text.empty() ? "" : ", ") + *part;
    return fmt::format("{}, {} ({})", text, source.said,
                       kCertaintyWords[static_cast<size_t>(source.certainty)]);
}

bool is_same_source(const Source& a, const Source& b) {
    return a.person == b.person && a.outlet == b.outlet && !(a.person + a.outlet).empty();
}

std::string terms_of(const Entry& entry) {
    if (!entry.terms)
        return {};
    std::string text = *entry.terms == Terms::NotCharged ? "not charged for"
                                                         : kTermsWords[static_cast<size_t>(*entry.terms)];
    for (const std::string* more : {&entry.amount, &entry.reason})
        if (!more->empty())
            text += ": " + *more;
    return text;
}

std::string told(const Entry& entry) {
    std::string text = fmt::format("{}, {}", kEntryKindWords[static_cast<size_t>(entry.kind)], entry.date);
    if (!entry.place.empty())
        text += ", " + entry.place;
    std::string parties;
    for (const Party& party : entry.parties)
        parties += fmt::format("{}{} {}", parties.empty() ? ": " : ", ", word_of(party.role), party.name);
    text += parties;
    if (entry.terms)
        text += "; " + terms_of(entry);
    if (!entry.note.empty())
        text += "; " + entry.note;
    return text;
}

}  // namespace allaprima
