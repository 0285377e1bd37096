#include "record/print_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "files/new_file.h"
#include "pages/pages_module.h"
#include "record/chain.h"
#include "record/journey_order.h"
#include "record/say_source.h"

namespace allaprima {
namespace {

constexpr PaperSheet kLabel{90.0, 55.0, 6.0};
constexpr PaperSheet kCertificate{210.0, 297.0, 22.0};

constexpr ParagraphStyle kHeading{"DejaVu Serif Bold 26", 0.0, 0.0, 0.0, true};
constexpr ParagraphStyle kTitle{"DejaVu Serif Italic 18", 4.0, 0.0, 0.0, true};
constexpr ParagraphStyle kSection{"DejaVu Serif Bold 13.5", 5.0};
constexpr ParagraphStyle kBody{"DejaVu Serif 11", 1.0};
constexpr ParagraphStyle kSource{"DejaVu Serif Italic 10", 0.3, 5.0, 0.35};
constexpr ParagraphStyle kDigest{"DejaVu Sans Mono 9", 1.0, 0.0, 0.35};
constexpr ParagraphStyle kLabelTitle{"DejaVu Serif Bold Italic 13"};
constexpr ParagraphStyle kLabelBody{"DejaVu Serif 9", 0.6};
constexpr ParagraphStyle kLabelSmall{"DejaVu Serif 7", 0.6, 0.0, 0.3};
constexpr ParagraphStyle kLabelDigest{"DejaVu Sans Mono 5.3", 0.8, 0.0, 0.35};

/// Where a date of a record begins: of two with a slash between the first, of a year its first day.
std::string first_moment_of(const std::string& date) {
    const std::string first = date.substr(0, date.find('/'));
    constexpr std::string_view kBegins = "0000-01-01T00:00:00Z";
    return first.size() < kBegins.size() ? first + std::string(kBegins.substr(first.size())) : first;
}

/// Writes a file whole or not at all. @param scale of the letters. @param fill sets the pages.
/// @param most with more pages than these nothing is written, and false is returned.
template <typename Fill>
Result<bool> write_pages(const std::string& path, bool replace, const PaperSheet& sheet, double scale,
                         int most, const Record& record, Fill fill) {
    const Result<const PagesModule*> module = pages_module();
    if (!module)
        return module.error();
    Result<NewFile> file = NewFile::create(path, replace);
    if (!file)
        return file.error();
    const Source& last = record.entries.empty() ? record.making->claims.source : record.entries.back().source;
    const std::unique_ptr<PrintedPages> pages =
        (*module)->printed_pages({.file = file->temporary_path(),
                                  .sheet = sheet,
                                  .scale = scale,
                                  .title = record.making->claims.title,
                                  .date = first_moment_of(last.said)});
    fill(*pages);
    if (const Status finished = pages->finish(path); !finished)
        return finished.error();
    if (pages->count() > most)
        return false;
    if (const Status placed = file->finish(); !placed)
        return placed.error();
    return true;
}

std::string after(const char* name, const std::string& value) {
    return value.empty() ? "" : fmt::format("{}: {}", name, value);
}

std::string patron_of(const MakingClaims& claims) {
    return claims.patron_said_to_be.empty()
               ? claims.patron
               : fmt::format("{}, said to be {}", claims.patron, claims.patron_said_to_be);
}

std::string size_of(const Making& making) {
    return making.claims.size.empty()
               ? fmt::format("{:.0f} x {:.0f} mm", making.facts.width_mm, making.facts.height_mm)
               : making.claims.size;
}

void set_making(PrintedPages& pages, const Making& making) {
    const MakingClaims& claims = making.claims;
    const MakingFacts& facts = making.facts;
    pages.paragraph(kSection, "The making, as claimed");
    for (const std::string& text :
         {after("Painted by", claims.painter), after("Date", claims.date), after("Patron", patron_of(claims)),
          after("Sitter", claims.sitter), after("Consent", claims.sitter_consent),
          after("Medium", claims.medium), after("Size", size_of(making)), after("Rights", claims.rights),
          after("After the photograph", claims.photograph), after("Photographer", claims.photographer),
          after("Its rights", claims.photograph_rights)})
        pages.paragraph(kBody, text);
    pages.paragraph(kSource, "Source: " + said_by(claims.source));
    pages.paragraph(kSection, "The making, as the painting file has it");
    pages.paragraph(kBody, fmt::format("{} strokes, hand {}, palette {}, seed {}; {}", facts.strokes,
                                       facts.hand, facts.palette, facts.seed, facts.software));
    pages.paragraph(kBody, after("Motifs", facts.motifs));
    pages.paragraph(kDigest, "strokes     " + facts.plan_digest);
    pages.paragraph(kDigest, facts.picture_digest.empty() ? "" : "picture     " + facts.picture_digest);
    pages.paragraph(kDigest, "photograph  " + facts.photo_digest);
}

void set_journey(PrintedPages& pages, const Record& record) {
    if (!record.entries.empty())
        pages.paragraph(kSection, "The journey");
    for (const std::vector<size_t>& group : journey_order(record))
        for (const size_t i : group) {
            const Entry& entry = record.entries[i];
            pages.paragraph(kBody, fmt::format("{}. {}", entry.number, told(entry)));
            pages.paragraph(
                kSource,
                fmt::format("Source: {}{}", said_by(entry.source),
                            entry.contradicts > 0 ? fmt::format("; contradicts {}", entry.contradicts) : ""));
        }
}

/// What a reader cannot see from the record itself.
void set_findings(PrintedPages& pages, const std::vector<Finding>& findings) {
    pages.paragraph(kSection, "What a check found");
    for (const Finding& finding : findings)
        if (finding.standing == Standing::Proven)
            pages.paragraph(kBody, "Proven: " + finding.words);
        else if (finding.standing == Standing::Broken)
            pages.paragraph(kBody, "Does not hold: " + finding.words);
    pages.paragraph(kBody, "Everything else is claimed by those who are named.");
}

}  // namespace

Status write_label(const Record& record, const std::string& path, bool replace) {
    const auto fill = [&](PrintedPages& pages) {
        const MakingClaims& claims = record.making->claims;
        pages.paragraph(kLabelBody, claims.painter);
        pages.paragraph(kLabelTitle, claims.title);
        pages.paragraph(kLabelBody, claims.date);
        pages.paragraph(kLabelBody, claims.medium);
        pages.paragraph(kLabelBody, size_of(*record.making));
        pages.paragraph(kLabelSmall, after("Patron", patron_of(claims)));
        pages.paragraph(kLabelSmall, after("Photograph", claims.photographer));
        pages.paragraph(kLabelSmall, claims.rights);
        pages.paragraph(kLabelDigest, record_head(record));
    };
    // What does not fit is set smaller.
    for (const double scale : {1.0, 0.85, 0.7, 0.55}) {
        const Result<bool> written = write_pages(path, replace, kLabel, scale, 1, record, fill);
        if (!written)
            return written.error();
        if (*written)
            return Done{};
    }
    return Error{
        "what is claimed about the making is too long for a label; a certificate has room for all of it"};
}

Status write_certificate(const Record& record, const std::vector<Finding>& findings, const std::string& path,
                         bool replace) {
    const auto fill = [&](PrintedPages& pages) {
        pages.paragraph(kHeading, "Record of a painting");
        pages.paragraph(kTitle, record.making->claims.title);
        set_making(pages, *record.making);
        set_journey(pages, record);
        set_findings(pages, findings);
        pages.paragraph(kSection, "The last digest");
        pages.paragraph(kDigest, record_head(record));
        pages.paragraph(kSource,
                        "Compared with a later state of the record (allaprima record check --head), it shows "
                        "whether an entry is missing.");
        pages.line_to_sign("Place, date and signature of who hands it over");
        pages.line_to_sign("Place, date and signature of who receives it");
    };
    const Result<bool> written =
        write_pages(path, replace, kCertificate, 1.0, std::numeric_limits<int>::max(), record, fill);
    if (!written)
        return written.error();
    return Done{};
}

}  // namespace allaprima
