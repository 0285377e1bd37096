#include "revealing/record_time_line.h"

#include <fmt/format.h>

#include <array>

#include "record/chain.h"
#include "record/journey_order.h"
#include "record/say_source.h"
#include "revealing/html_text.h"

namespace allaprima {
namespace {

/// The words for each standing, in their order.
constexpr std::array kStandingWords{"Proven", "Only claimed", "Doubtful", "Does not hold"};
constexpr std::array kStandingClasses{"proven", "claimed", "doubtful", "broken"};

std::string definition(const char* term, const std::string& words) {
    return words.empty() ? "" : fmt::format("<dt>{}</dt><dd>{}</dd>\n", term, html(words));
}

std::string source_html(const Source& source) {
    std::string who = html(source.person);
    const auto add = [&who](const std::string& part, const char* between) {
        if (!part.empty())
            who += (who.empty() ? "" : between) + part;
    };
    add(source.outlet.empty() ? "" : "<cite>" + html(source.outlet) + "</cite>", " in ");
    add(html(source.document), ", ");
    const std::string link = html(source.link);
    add(linkable(source.link).empty()
            ? link
            : fmt::format("<a href=\"{}\" rel=\"noreferrer noopener\">{}</a>", link, link),
        ", ");
    return fmt::format("<p class=\"source\">{}, said {} <span class=\"certainty\">{}</span></p>\n", who,
                       html(source.said), kCertaintyWords[static_cast<size_t>(source.certainty)]);
}

std::string signatures_html(const Record& record, int entry) {
    std::string text;
    for (const EntrySignature& signature : record.signatures)
        if (signature.entry == entry)
            text += fmt::format("<p class=\"signed\">Signed by the {}, {}: key <code>{}</code></p>\n",
                                word_of(signature.role), html(signature.name), html(signature.key));
    return text;
}

std::string account_html(const Record& record, const Entry& entry) {
    std::string text = fmt::format(
        "<article class=\"account\" id=\"entry-{}\">\n<h4>{} <span class=\"number\">entry {}</span></h4>\n",
        entry.number, kEntryKindWords[static_cast<size_t>(entry.kind)], entry.number);
    text += fmt::format("<p class=\"when\"><time>{}</time>{}</p>\n", html(entry.date),
                        entry.place.empty() ? "" : ", " + html(entry.place));
    if (!entry.parties.empty()) {
        text += "<dl>\n";
        for (const Party& party : entry.parties)
            text += definition(word_of(party.role), party.name);
        text += "</dl>\n";
    }
    if (entry.terms)
        text += fmt::format("<p class=\"terms\">Terms: {}</p>\n", html(terms_of(entry)));
    if (!entry.note.empty())
        text += fmt::format("<p>{}</p>\n", html(entry.note));
    if (entry.contradicts > 0)
        text += fmt::format("<p class=\"against\">Contradicts <a href=\"#entry-{0}\">entry {0}</a></p>\n",
                            entry.contradicts);
    if (entry.withdraws > 0)
        text += fmt::format("<p class=\"against\">Takes back <a href=\"#entry-{0}\">entry {0}</a></p>\n",
                            entry.withdraws);
    return text + source_html(entry.source) + signatures_html(record, entry.number) + "</article>\n";
}

std::string making_html(const Making& making) {
    const MakingClaims& claims = making.claims;
    std::string patron = claims.patron;
    if (!claims.patron_said_to_be.empty())
        patron += ", said to be " + claims.patron_said_to_be;
    std::string text = "<h3>The making</h3>\n<dl class=\"facts\">\n";
    text += definition("Title", claims.title);
    text += definition("Painter", claims.painter);
    // A sitter is named only with the consent noted.
    if (!claims.sitter_consent.empty())
        text += definition("Sitter",
                           claims.sitter.empty() ? "" : claims.sitter + " (" + claims.sitter_consent + ")");
    text += definition("Patron", patron) + definition("Date", claims.date) +
            definition("Medium", claims.medium) + definition("Size", claims.size) +
            definition("Rights", claims.rights);
    text += definition("Photograph", claims.photograph) + definition("Photographer", claims.photographer) +
            definition("Its rights", claims.photograph_rights);
    return text + "</dl>\n" + source_html(claims.source);
}

std::string journey_html(const Record& record) {
    if (record.entries.empty())
        return {};
    std::string text = "<h3>Its way from hand to hand</h3>\n<ol class=\"journey\">\n";
    for (const std::vector<size_t>& group : journey_order(record)) {
        text += fmt::format("<li class=\"{}\">\n", group.size() > 1 ? "event several" : "event");
        if (group.size() > 1)
            text += fmt::format("<p class=\"accounts\">{} accounts, side by side</p>\n", group.size());
        text += "<div class=\"side-by-side\">\n";
        for (const size_t entry : group)
            text += account_html(record, record.entries[entry]);
        text += "</div>\n</li>\n";
    }
    return text + "</ol>\n";
}

std::string findings_html(const std::vector<Finding>& findings) {
    std::string text = "<h3>What a check of the record found</h3>\n";
    for (size_t standing = 0; standing < kStandingWords.size(); ++standing) {
        std::string lines;
        for (const Finding& finding : findings)
            if (static_cast<size_t>(finding.standing) == standing)
                lines += fmt::format("<li>{}</li>\n", html(finding.words));
        if (!lines.empty())
            text += fmt::format("<section class=\"findings {}\"><h4>{}</h4>\n<ul>\n{}</ul></section>\n",
                                kStandingClasses[standing], kStandingWords[standing], lines);
    }
    return text;
}

}  // namespace

std::string record_html(const Record& record, const std::vector<Finding>& findings) {
    if (!record.making)
        return "<p>This painting has no record yet.</p>\n";
    return making_html(*record.making) + journey_html(record) + findings_html(findings) +
           fmt::format("<p class=\"digest\">The last digest of the record: <code>{}</code></p>\n",
                       html(record_head(record)));
}

}  // namespace allaprima
