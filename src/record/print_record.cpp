#include "record/print_record.h"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "io/new_file.h"
#include "record/chain.h"
#include "record/journey_order.h"
#include "record/say_source.h"

namespace allaprima {
namespace {

constexpr double kPointsPerMm = 72.0 / 25.4;

struct Sheet {
    double width_mm, height_mm, margin_mm;
};
constexpr Sheet kLabel{90.0, 55.0, 6.0};
constexpr Sheet kCertificate{210.0, 297.0, 22.0};

/// How a paragraph is set.
struct Style {
    const char* font;        ///< As Pango names fonts: family, style and size in points.
    double space_mm = 0.0;   ///< Above it.
    double indent_mm = 0.0;  ///< From the left margin.
    double grey = 0.0;       ///< 0 is black.
    bool centred = false;
};

constexpr Style kHeading{"DejaVu Serif Bold 26", 0.0, 0.0, 0.0, true};
constexpr Style kTitle{"DejaVu Serif Italic 18", 4.0, 0.0, 0.0, true};
constexpr Style kSection{"DejaVu Serif Bold 13.5", 5.0};
constexpr Style kBody{"DejaVu Serif 11", 1.0};
constexpr Style kSource{"DejaVu Serif Italic 10", 0.3, 5.0, 0.35};
constexpr Style kDigest{"DejaVu Sans Mono 9", 1.0, 0.0, 0.35};
constexpr Style kLabelTitle{"DejaVu Serif Bold Italic 13"};
constexpr Style kLabelBody{"DejaVu Serif 9", 0.6};
constexpr Style kLabelSmall{"DejaVu Serif 7", 0.6, 0.0, 0.3};
constexpr Style kLabelDigest{"DejaVu Sans Mono 5.3", 0.8, 0.0, 0.35};

/// Longer paragraphs are cut: a page is for readers, and the file keeps all of it.
constexpr size_t kLongestParagraph = 3000;

/// Text of a file that somebody else may have made: what are no letters becomes the sign for that.
std::string letters_of(const std::string& text) {
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(std::min(text.size(), kLongestParagraph))),
        &g_free);
    std::string letters = valid.get();
    for (char& c : letters)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = '?';
    return text.size() > kLongestParagraph ? letters + "…" : letters;
}

/// Where a date of a record begins: of two with a slash between the first, of a year its first day.
std::string first_moment_of(const std::string& date) {
    const std::string first = date.substr(0, date.find('/'));
    constexpr std::string_view kBegins = "0000-01-01T00:00:00Z";
    return first.size() < kBegins.size() ? first + std::string(kBegins.substr(first.size())) : first;
}

/// Sets paragraphs one below the other, on as many pages as it takes.
class Pages {
  public:
    /// @param said when the last statement in it was made: the same record makes the same file on any day.
    Pages(const std::string& path, const Sheet& sheet, double scale, const std::string& title,
          const std::string& said)
        : sheet_(sheet),
          scale_(scale),
          surface_(cairo_pdf_surface_create(path.c_str(), sheet.width_mm * kPointsPerMm,
                                            sheet.height_mm * kPointsPerMm),
                   &cairo_surface_destroy),
          context_(cairo_create(surface_.get()), &cairo_destroy),
          y_(sheet.margin_mm * kPointsPerMm) {
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, letters_of(title).c_str());
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Alla Prima");
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                       first_moment_of(said).c_str());
    }

    void paragraph(const Style& style, const std::string& text) {
        if (text.empty())
            return;
        const Layout layout = laid_out(style, letters_of(text));
        int height = 0;
        pango_layout_get_pixel_size(layout.get(), nullptr, &height);
        make_room(height + style.space_mm * kPointsPerMm);
        y_ += style.space_mm * kPointsPerMm;
        cairo_set_source_rgb(context_.get(), style.grey, style.grey, style.grey);
        cairo_move_to(context_.get(), (sheet_.margin_mm + style.indent_mm) * kPointsPerMm, y_);
        pango_cairo_show_layout(context_.get(), layout.get());
        y_ += height;
    }

    /// A line to write on, with what belongs there below it.
    void line_to_sign(const std::string& who) {
        constexpr double kRoomMm = 14.0, kLengthMm = 80.0;
        make_room((kRoomMm + 6.0) * kPointsPerMm);
        y_ += kRoomMm * kPointsPerMm;
        cairo_set_source_rgb(context_.get(), 0.0, 0.0, 0.0);
        cairo_set_line_width(context_.get(), 0.5);
        cairo_move_to(context_.get(), sheet_.margin_mm * kPointsPerMm, y_);
        cairo_rel_line_to(context_.get(), kLengthMm * kPointsPerMm, 0.0);
        cairo_stroke(context_.get());
        paragraph({"DejaVu Serif 10", 0.5}, who);
    }

    int count() const { return count_; }

    /// Ends the last page. @return what went wrong, if anything.
    Status finish(const std::string& path) {
        cairo_show_page(context_.get());
        cairo_surface_finish(surface_.get());
        for (const cairo_status_t status :
             {cairo_status(context_.get()), cairo_surface_status(surface_.get())})
            if (status != CAIRO_STATUS_SUCCESS)
                return Error{fmt::format("cannot write {}: {}", path, cairo_status_to_string(status))};
        return Done{};
    }

  private:
    using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

    Layout laid_out(const Style& style, const std::string& text) {
        Layout layout(pango_cairo_create_layout(context_.get()), &g_object_unref);
        // Points are points on paper, and letters stand where their widths put them.
        PangoContext* setting = pango_layout_get_context(layout.get());
        pango_cairo_context_set_resolution(setting, 72.0);
        pango_context_set_round_glyph_positions(setting, 0);
        const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
            pango_font_description_from_string(style.font), &pango_font_description_free);
        const double width_mm = sheet_.width_mm - 2.0 * sheet_.margin_mm - style.indent_mm;
        const int size = pango_font_description_get_size(font.get());
        pango_font_description_set_size(font.get(), static_cast<int>(scale_ * size));
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>(width_mm * kPointsPerMm * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout.get(), style.centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
        pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
        // A hyphen inside a digest would be taken for one of its own.
        const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes(
            pango_attr_list_new(), &pango_attr_list_unref);
        pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(0));
        pango_layout_set_attributes(layout.get(), attributes.get());
        return layout;
    }

    /// Turns the page where so much does not fit on it any more, in points.
    void make_room(double height) {
        const double top = sheet_.margin_mm * kPointsPerMm;
        if (y_ + height <= sheet_.height_mm * kPointsPerMm - top || y_ == top)
            return;
        cairo_show_page(context_.get());
        ++count_;
        y_ = top;
    }

    Sheet sheet_;
    double scale_;
    int count_ = 1;
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context_;
    double y_;
};

/// Writes a file whole or not at all. @param scale of the letters. @param fill sets the pages.
/// @param most with more pages than these nothing is written, and false is returned.
template <typename Fill>
Result<bool> write_pages(const std::string& path, bool replace, const Sheet& sheet, double scale, int most,
                         const Record& record, Fill fill) {
    Result<NewFile> file = NewFile::create(path, replace);
    if (!file)
        return file.error();
    const Source& last = record.entries.empty() ? record.making->claims.source : record.entries.back().source;
    Pages pages(file->temporary_path(), sheet, scale, record.making->claims.title, last.said);
    fill(pages);
    if (const Status finished = pages.finish(path); !finished)
        return finished.error();
    if (pages.count() > most)
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

void set_making(Pages& pages, const Making& making) {
    const MakingClaims& claims = making.claims;
    const MakingFacts& facts = making.facts;
    pages.paragraph(kSection, "The making, as it is claimed");
    for (const std::string& text :
         {after("Painted by", claims.painter), after("Date", claims.date), after("Patron", patron_of(claims)),
          after("Sitter", claims.sitter), after("Consent", claims.sitter_consent),
          after("Medium", claims.medium), after("Size", size_of(making)), after("Rights", claims.rights),
          after("After the photograph", claims.photograph), after("Photographer", claims.photographer),
          after("Its rights", claims.photograph_rights)})
        pages.paragraph(kBody, text);
    pages.paragraph(kSource, "So says " + said_by(claims.source));
    pages.paragraph(kSection, "The making, as the painting file has it");
    pages.paragraph(kBody, fmt::format("{} strokes, hand {}, palette {}, seed {}; {}", facts.strokes,
                                       facts.hand, facts.palette, facts.seed, facts.software));
    pages.paragraph(kBody, after("Motifs", facts.motifs));
    pages.paragraph(kDigest, "strokes     " + facts.plan_digest);
    pages.paragraph(kDigest, facts.picture_digest.empty() ? "" : "picture     " + facts.picture_digest);
    pages.paragraph(kDigest, "photograph  " + facts.photo_digest);
}

void set_journey(Pages& pages, const Record& record) {
    if (!record.entries.empty())
        pages.paragraph(kSection, "The journey");
    for (const std::vector<size_t>& group : journey_order(record))
        for (const size_t i : group) {
            const Entry& entry = record.entries[i];
            pages.paragraph(kBody, fmt::format("{}. {}", entry.number, told(entry)));
            pages.paragraph(
                kSource,
                fmt::format("So says {}{}", said_by(entry.source),
                            entry.contradicts > 0 ? fmt::format("; contradicts {}", entry.contradicts) : ""));
        }
}

/// What a reader cannot see from the record itself.
void set_findings(Pages& pages, const std::vector<Finding>& findings) {
    pages.paragraph(kSection, "What a check found");
    for (const Finding& finding : findings)
        if (finding.standing == Standing::Proven)
            pages.paragraph(kBody, "Proven: " + finding.words);
        else if (finding.standing == Standing::Broken)
            pages.paragraph(kBody, "Does not hold: " + finding.words);
    pages.paragraph(kBody, "All else is claimed by those who are named.");
}

}  // namespace

Status write_label(const Record& record, const std::string& path, bool replace) {
    const auto fill = [&](Pages& pages) {
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
    return Error{"what is claimed of the making is too long for a label; a certificate takes all of it"};
}

Status write_certificate(const Record& record, const std::vector<Finding>& findings, const std::string& path,
                         bool replace) {
    const auto fill = [&](Pages& pages) {
        pages.paragraph(kHeading, "Record of a painting");
        pages.paragraph(kTitle, record.making->claims.title);
        set_making(pages, *record.making);
        set_journey(pages, record);
        set_findings(pages, findings);
        pages.paragraph(kSection, "The last digest");
        pages.paragraph(kDigest, record_head(record));
        pages.paragraph(kSource,
                        "Held against a later state of the record (allaprima record check --head), it "
                        "shows whether an entry is missing.");
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
