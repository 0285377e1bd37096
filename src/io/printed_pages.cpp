#include "io/printed_pages.h"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

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

/// @param width_mm of the lines. @param scale of the letters.
Layout laid_out(cairo_t* context, const ParagraphStyle& style, double width_mm, double scale,
                const std::string& text) {
    Layout layout(pango_cairo_create_layout(context), &g_object_unref);
    // Points are points on paper, and letters stand where their widths put them.
    PangoContext* setting = pango_layout_get_context(layout.get());
    pango_cairo_context_set_resolution(setting, 72.0);
    pango_context_set_round_glyph_positions(setting, 0);
    const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
        pango_font_description_from_string(style.font), &pango_font_description_free);
    const int size = pango_font_description_get_size(font.get());
    pango_font_description_set_size(font.get(), static_cast<int>(scale * size));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(width_mm * kPointsPerMm * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), style.centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    // A hyphen inside a digest would be taken for one of its own.
    const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes(pango_attr_list_new(),
                                                                                      &pango_attr_list_unref);
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(0));
    pango_layout_set_attributes(layout.get(), attributes.get());
    return layout;
}

/// @return the height, points.
double show(cairo_t* context, PangoLayout* layout, double x, double y, double grey) {
    int height = 0;
    pango_layout_get_pixel_size(layout, nullptr, &height);
    cairo_set_source_rgb(context, grey, grey, grey);
    cairo_move_to(context, x, y);
    pango_cairo_show_layout(context, layout);
    return height;
}

}  // namespace

void PrintedPages::Closer::operator()(cairo_surface_t* surface) const {
    cairo_surface_destroy(surface);
}

void PrintedPages::Closer::operator()(cairo_t* context) const {
    cairo_destroy(context);
}

PrintedPages::PrintedPages(const std::string& path, const PaperSheet& sheet, double scale,
                           const std::string& title, const std::string& date)
    : sheet_(sheet),
      scale_(scale),
      surface_(cairo_pdf_surface_create(path.c_str(), sheet.width_mm * kPointsPerMm,
                                        sheet.height_mm * kPointsPerMm)),
      context_(cairo_create(surface_.get())),
      y_(sheet.margin_mm * kPointsPerMm) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, letters_of(title).c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Alla Prima");
    // Without a date cairo would write the clock's; with an empty one it writes none.
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
}

void PrintedPages::paragraph(const ParagraphStyle& style, const std::string& text) {
    if (text.empty())
        return;
    const double width_mm = sheet_.width_mm - 2.0 * sheet_.margin_mm - style.indent_mm;
    const Layout layout = laid_out(context_.get(), style, width_mm, scale_, letters_of(text));
    int height = 0;
    pango_layout_get_pixel_size(layout.get(), nullptr, &height);
    make_room(height + style.space_mm * kPointsPerMm);
    y_ += style.space_mm * kPointsPerMm;
    y_ += show(context_.get(), layout.get(), (sheet_.margin_mm + style.indent_mm) * kPointsPerMm, y_,
               style.grey);
}

void PrintedPages::line_to_sign(const std::string& who) {
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

double PrintedPages::take_room(double height_mm) {
    make_room(height_mm * kPointsPerMm);
    const double top = y_ / kPointsPerMm;
    y_ += height_mm * kPointsPerMm;
    return top;
}

double PrintedPages::room_left_mm() const {
    return sheet_.height_mm - sheet_.margin_mm - y_ / kPointsPerMm;
}

void PrintedPages::turn() {
    cairo_show_page(context_.get());
    ++count_;
    y_ = sheet_.margin_mm * kPointsPerMm;
}

double PrintedPages::text_at(double x_mm, double y_mm, double width_mm, const ParagraphStyle& style,
                             const std::string& text) {
    const Layout layout = laid_out(context_.get(), style, width_mm, scale_, letters_of(text));
    return show(context_.get(), layout.get(), x_mm * kPointsPerMm, y_mm * kPointsPerMm, style.grey) /
           kPointsPerMm;
}

void PrintedPages::picture_at(double x_mm, double y_mm, double width_mm, const Image<Rgb>& picture) {
    const std::unique_ptr<cairo_surface_t, Closer> pixels(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width(), picture.height()));
    unsigned char* data = cairo_image_surface_get_data(pixels.get());
    const int stride = cairo_image_surface_get_stride(pixels.get());
    for (int y = 0; data && y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const Rgb& c = picture.at(x, y);
            const auto byte = [](float v) {
                return static_cast<uint32_t>(std::lround(255.0f * std::clamp(v, 0.0f, 1.0f)));
            };
            reinterpret_cast<uint32_t*>(data + static_cast<ptrdiff_t>(y) * stride)[x] =
                byte(c.r) << 16 | byte(c.g) << 8 | byte(c.b);
        }
    cairo_surface_mark_dirty(pixels.get());
    cairo_save(context_.get());
    cairo_translate(context_.get(), x_mm * kPointsPerMm, y_mm * kPointsPerMm);
    const double scale = width_mm * kPointsPerMm / picture.width();
    cairo_scale(context_.get(), scale, scale);
    cairo_set_source_surface(context_.get(), pixels.get(), 0.0, 0.0);
    cairo_paint(context_.get());
    cairo_restore(context_.get());
}

Status PrintedPages::finish(const std::string& path) {
    cairo_show_page(context_.get());
    cairo_surface_finish(surface_.get());
    for (const cairo_status_t status : {cairo_status(context_.get()), cairo_surface_status(surface_.get())})
        if (status != CAIRO_STATUS_SUCCESS)
            return Error{fmt::format("cannot write {}: {}", path, cairo_status_to_string(status))};
    return Done{};
}

void PrintedPages::make_room(double height) {
    const double top = sheet_.margin_mm * kPointsPerMm;
    if (y_ + height > sheet_.height_mm * kPointsPerMm - top && y_ != top)
        turn();
}

}  // namespace allaprima
