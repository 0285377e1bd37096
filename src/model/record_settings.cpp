#include "model/record_settings.h"

#include "model/record_date.h"
#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

constexpr const char* kDateInWords =
    "a year, a month or a day, 2026, 2026-05 or 2026-05-14, or two of them with a slash between; the end "
    "must not be before the beginning";

std::string length_in_words() {
    return "1 to " + std::to_string(kLongestRecordText) + " letters";
}

template <typename Of, typename Member>
Setting<Of> text(const char* name, const char* help, const char* example, Member member) {
    return {.name = name,
            .placeholder = "TEXT",
            .range = length_in_words(),
            .help = help,
            .example = example,
            .set = sets_text(kLongestRecordText, member)};
}

template <typename Of, typename Member>
Setting<Of> date(const char* name, const char* help, const char* example, Member member) {
    return {.name = name,
            .placeholder = "DATE",
            .range = kDateInWords,
            .help = help,
            .required = true,
            .example = example,
            .set = sets(
                [](std::string_view words) {
                    return day_span(words) ? std::optional(std::string(words)) : std::nullopt;
                },
                member)};
}

template <typename Of>
Setting<Of> required(Setting<Of> setting) {
    setting.required = true;
    return setting;
}

template <typename Of>
Setting<Of> in_table(const char* table, const char* key, Setting<Of> setting) {
    setting.table = table;
    setting.key = key;
    return setting;
}

/// Every statement has a source.
template <typename Of>
std::vector<Setting<Of>> source_settings() {
    const auto said = [](const char* key, Setting<Of> setting) { return in_table("source", key, setting); };
    return {said("document", text<Of>("source-document", "The paper that says so", "delivery note 17",
                                      [](Of& of) { return &of.source.document; })),
            said("outlet", text<Of>("source-outlet", "Who published it", "The Example Courier",
                                    [](Of& of) { return &of.source.outlet; })),
            said("person", text<Of>("source-person", "Who said or wrote it", "Ada Sample",
                                    [](Of& of) { return &of.source.person; })),
            said("link", text<Of>("source-link", "Where it can be read", "https://courier.example/17",
                                  [](Of& of) { return &of.source.link; })),
            said("said", date<Of>("source-said", "When it was said", "2026-05-15",
                                  [](Of& of) { return &of.source.said; })),
            said("certainty",
                 {.name = "source-certainty",
                  .placeholder = "WORD",
                  .range = one_of(kCertaintyWords),
                  .help = "How sure it is",
                  .choices = list_of(kCertaintyWords),
                  .required = true,
                  .example = "probable",
                  .set = sets_choice(kCertaintyWords, [](Of& of) { return &of.source.certainty; })})};
}

std::optional<std::string> digest(std::string_view words) {
    if (words.size() != 64 || words.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        return std::nullopt;
    return std::string(words);
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
    using C = MakingClaims;
    return joined<C>(
        {required(text<C>("title", "What the painting is called", "Portrait with a Flag",
                          [](C& c) { return &c.title; })),
         required(text<C>("painter", "Who painted it", "Alla Prima, guided by Bo Sample",
                          [](C& c) { return &c.painter; })),
         date<C>("date", "When it was painted", "2026-04", [](C& c) { return &c.date; }),
         text<C>("medium", "What it is made of; if left out: strokes laid by the program",
                 "pigment print on cotton", [](C& c) { return &c.medium; }),
         text<C>("size", "How large the object is; if left out: the canvas it was planned for", "60 x 60 cm",
                 [](C& c) { return &c.size; }),
         text<C>("rights", "Who has rights in the painting", "CC BY 4.0, Bo Sample",
                 [](C& c) { return &c.rights; }),
         {.name = "digital-source-type",
          .placeholder = "WORD",
          .range = one_of(kSourceTypeWords),
          .standard = kSourceTypeWords[0],
          .help = "What kind of picture it is, in IPTC's words; pictures carry it",
          .choices = list_of(kSourceTypeWords),
          .key = "digital_source_type",
          .set = sets_choice(kSourceTypeWords, [](C& c) { return &c.source_type; })},
         in_table("sitter", "name",
                  text<C>("sitter", "Who is seen; only with their consent", "Cleo Sample",
                          [](C& c) { return &c.sitter; })),
         in_table("sitter", "consent",
                  text<C>("sitter-consent", "How the sitter agreed to be named", "letter of 2 April 2026",
                          [](C& c) { return &c.sitter_consent; })),
         in_table(
             "patron", "name",
             text<C>("patron", "Who ordered it, or 'unknown'", "unknown", [](C& c) { return &c.patron; })),
         in_table("patron", "said_to_be",
                  text<C>("patron-said-to-be", "Who is said to have ordered it, where that is unknown",
                          "the Society of Sample Sitters", [](C& c) { return &c.patron_said_to_be; })),
         in_table("photograph", "title",
                  text<C>("photograph", "What the photograph is, or where it is kept",
                          "studio portrait, roll 3", [](C& c) { return &c.photograph; })),
         in_table("photograph", "photographer",
                  text<C>("photographer", "Who took it", "Dee Sample", [](C& c) { return &c.photographer; })),
         in_table("photograph", "rights",
                  text<C>("photograph-rights", "By what right it was painted from", "by permission",
                          [](C& c) { return &c.photograph_rights; }))},
        source_settings<C>());
}

std::vector<Setting<Entry>> entry_settings() {
    return joined<Entry>(
        {{.name = "kind",
          .placeholder = "KIND",
          .range = one_of(kEntryKindWords),
          .help = "What happened; a report says something without anything happening",
          .choices = list_of(kEntryKindWords),
          .required = true,
          .example = "gift",
          .set = sets_choice(kEntryKindWords, [](Entry& e) { return &e.kind; })},
         date<Entry>("date", "When it happened", "2026-05-14", [](Entry& e) { return &e.date; }),
         text<Entry>("place", "Where", "Sample Hall, Exampleton", [](Entry& e) { return &e.place; }),
         text<Entry>("event", "A name that accounts of the same event share", "the gift",
                     [](Entry& e) { return &e.event; }),
         {.name = "contradicts",
          .placeholder = "N",
          .range = from_to(1, kMostEntries) + ", the number of an earlier entry",
          .help = "The entry that cannot be true if this one is true; both are kept",
          .form = Form::Number,
          .example = "2",
          .set = sets_number<int>(1, kMostEntries, [](Entry& e) { return &e.contradicts; })},
         text<Entry>("note", "What else there is to say", "wrapped in a blanket",
                     [](Entry& e) { return &e.note; }),
         {.name = "object-digest",
          .placeholder = "SHA256",
          .range = "64 hexadecimal digits, as sha256sum prints them",
          .help = "Digest of the picture's file that it was about",
          .key = "object_digest",
          .example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          .set = sets(digest, [](Entry& e) { return &e.object_digest; })}},
        source_settings<Entry>());
}

std::vector<Setting<Party>> party_settings() {
    return {{.name = "role",
             .placeholder = "ROLE",
             .range = one_of(kRoleWords),
             .help = "What the party had to do with it",
             .choices = list_of(kRoleWords),
             .required = true,
             .example = "giver",
             .set = sets_choice(kRoleWords, [](Party& p) { return &p.role; })},
            required(text<Party>("name", "Who it is", "Ada Sample", [](Party& p) { return &p.name; }))};
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
    if (entry.kind != EntryKind::Report && entry.kind != EntryKind::Exhibition && entry.parties.empty())
        return Error{std::string("nobody takes part: add [[party]], such as the giver of a gift"), true};
    for (size_t i = 0; i < entry.parties.size(); ++i)
        for (size_t j = i + 1; j < entry.parties.size(); ++j)
            if (entry.parties[i] == entry.parties[j])
                return Error{"a [[party]] is given twice: leave one of them out", true};
    return check_source(entry.source);
}

}  // namespace allaprima
