#include "record/print_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
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
constexpr ParagraphStyle kIssued{"DejaVu Serif 10", 1.0, 0.0, 0.35, true};
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

/// How pages are set.
struct PageSetting {
    PaperSheet sheet;
    double scale = 1.0;       ///< Of the letters.
    std::string footer = {};  ///< With the page's number and how many there are; empty: there is none.
};

/// Writes a file whole or not at all. @param fill sets the pages.
/// @param keep whether it is put in its place. @return how many pages it has.
template <typename Fill>
Result<int> set_pages(const std::string& path, bool replace, const PageSetting& setting, int pages_told,
                      const Record& record, Fill fill, const std::function<bool(int)>& keep) {
    const Result<const PagesModule*> module = pages_module();
    if (!module)
        return module.error();
    Result<NewFile> file = NewFile::create(path, replace);
    if (!file)
        return file.error();
    const Source& last = record.entries.empty() ? record.making->claims.source : record.entries.back().source;
    const std::unique_ptr<PrintedPages> pages =
        (*module)->printed_pages({.file = file->temporary_path(),
                                  .sheet = setting.sheet,
                                  .scale = setting.scale,
                                  .title = record.making->claims.title,
                                  .date = first_moment_of(last.said),
                                  .footer = setting.footer,
                                  .pages = pages_told});
    fill(*pages);
    if (const Status finished = pages->finish(path); !finished)
        return finished.error();
    if (keep(pages->count()))
        if (const Status placed = file->finish(); !placed)
            return placed.error();
    return pages->count();
}

/// A digest in groups, as one compares it with another by eye.
std::string grouped(const std::string& digest, size_t letters) {
    std::string text;
    for (size_t i = 0; i < digest.size(); i += letters)
        text += (text.empty() ? "" : " ") + digest.substr(i, letters);
    return text;
}
constexpr size_t kGroup = 8, kGroupOnLabel = 16;

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
    pages.paragraph(kDigest, "strokes     " + grouped(facts.plan_digest, kGroup));
    pages.paragraph(
        kDigest, facts.picture_digest.empty() ? "" : "picture     " + grouped(facts.picture_digest, kGroup));
    pages.paragraph(kDigest, "photograph  " + grouped(facts.photo_digest, kGroup));
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
                fmt::format("Source: {}{}{}", said_by(entry.source),
                            entry.contradicts > 0 ? fmt::format("; contradicts {}", entry.contradicts) : "",
                            entry.withdraws > 0 ? fmt::format("; takes back {}", entry.withdraws) : ""));
        }
}

/// What a reader cannot see from the record itself.
void set_findings(PrintedPages& pages, const std::vector<Finding>& findings) {
    pages.paragraph(kSection, "What a check found");
    for (const Finding& finding : findings)
        if (finding.standing == Standing::Proven)
            pages.paragraph(kBody, "Proven: " + finding.words);
        else if (finding.standing == Standing::Doubtful)
            pages.paragraph(kBody, "Doubtful: " + finding.words);
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
        pages.paragraph(kLabelDigest, grouped(record_head(record), kGroupOnLabel));
    };
    // What does not fit is set smaller.
    for (const double scale : {1.0, 0.85, 0.7, 0.55}) {
        const Result<int> pages =
            set_pages(path, replace, {kLabel, scale}, 0, record, fill, [](int many) { return many == 1; });
        if (!pages)
            return pages.error();
        if (*pages == 1)
            return Done{};
    }
    return Error{
        "what is claimed about the making is too long for a label; a certificate has room for all of it"};
}

Status write_certificate(const Record& record, const Certified& certified, const std::string& path,
                         bool replace) {
    const auto fill = [&](PrintedPages& pages) {
        pages.paragraph(kHeading, "Record of a painting");
        pages.paragraph(kTitle, record.making->claims.title);
        pages.paragraph(kIssued, after("Issued on", certified.issued));
        set_making(pages, *record.making);
        set_journey(pages, record);
        set_findings(pages, certified.findings);
        pages.paragraph(kSection, "The last digest");
        pages.paragraph(kDigest, grouped(record_head(record), kGroup));
        pages.paragraph(kSource,
                        "Compared with a later state of the record (allaprima record check --head), it shows "
                        "whether an entry is missing.");
        pages.line_to_sign("Place, date and signature of who hands it over");
        pages.line_to_sign("Place, date and signature of who receives it");
    };
    const PageSetting setting{
        .sheet = kCertificate,
        .footer = fmt::format("Record of \"{}\", {}", record.making->claims.title.substr(0, 60),
                              record_head(record).substr(0, kGroup))};
    // How many pages there are is known once they are set.
    const Result<int> pages = set_pages(path, replace, setting, 0, record, fill, [](int) { return false; });
    if (!pages)
        return pages.error();
    const Result<int> written =
        set_pages(path, replace, setting, *pages, record, fill, [](int) { return true; });
    if (!written)
        return written.error();
    return Done{};
}

}  // namespace allaprima
