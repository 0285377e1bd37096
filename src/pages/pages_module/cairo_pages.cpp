#include "pages/pages_module/cairo_pages.h"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>

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

void CairoPages::Closer::operator()(cairo_surface_t* surface) const {
    cairo_surface_destroy(surface);
}

void CairoPages::Closer::operator()(cairo_t* context) const {
    cairo_destroy(context);
}

CairoPages::CairoPages(const PagesOrder& order)
    : sheet_(order.sheet),
      scale_(order.scale),
      footer_(order.footer),
      pages_(order.pages),
      surface_(cairo_pdf_surface_create(order.file.c_str(), sheet_.width_mm * kPointsPerMm,
                                        sheet_.height_mm * kPointsPerMm)),
      context_(cairo_create(surface_.get())),
      y_(sheet_.margin_mm * kPointsPerMm) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, letters_of(order.title).c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Alla Prima");
    // Without a date cairo would write the clock's; with an empty one it writes none.
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, order.date.c_str());
}

void CairoPages::paragraph(const ParagraphStyle& style, const std::string& text) {
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

void CairoPages::line_to_sign(const std::string& who) {
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

double CairoPages::take_room(double height_mm) {
    make_room(height_mm * kPointsPerMm);
    const double top = y_ / kPointsPerMm;
    y_ += height_mm * kPointsPerMm;
    return top;
}

double CairoPages::room_left_mm() const {
    return sheet_.height_mm - sheet_.margin_mm - y_ / kPointsPerMm;
}

/// Sets the footer below the last line.
void CairoPages::end_page() {
    constexpr double kAboveTheEdgeMm = 10.0;
    if (!footer_.empty()) {
        const std::string of =
            pages_ > 0 ? fmt::format(", page {} of {}", count_, pages_) : fmt::format(" · {}", count_);
        text_at(sheet_.margin_mm, sheet_.height_mm - kAboveTheEdgeMm,
                sheet_.width_mm - 2.0 * sheet_.margin_mm,
                {.font = "DejaVu Sans 7", .grey = 0.35, .centred = true}, footer_ + of);
    }
    cairo_show_page(context_.get());
}

void CairoPages::turn() {
    end_page();
    ++count_;
    y_ = sheet_.margin_mm * kPointsPerMm;
}

void CairoPages::text_at(double x_mm, double y_mm, double width_mm, const ParagraphStyle& style,
                         const std::string& text) {
    const Layout layout = laid_out(context_.get(), style, width_mm, scale_, letters_of(text));
    show(context_.get(), layout.get(), x_mm * kPointsPerMm, y_mm * kPointsPerMm, style.grey);
}

void CairoPages::picture_at(double x_mm, double y_mm, double width_mm, const Image<Rgb>& picture) {
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

void CairoPages::swatch_at(const PageBox& box, Rgb colour) {
    cairo_t* pen = context_.get();
    cairo_rectangle(pen, box.x * kPointsPerMm, box.y * kPointsPerMm, box.width * kPointsPerMm,
                    box.height * kPointsPerMm);
    cairo_set_source_rgb(pen, colour.r, colour.g, colour.b);
    cairo_fill_preserve(pen);
    cairo_set_source_rgb(pen, 0.6, 0.6, 0.6);
    cairo_set_line_width(pen, 0.3);
    cairo_stroke(pen);
}

void CairoPages::guide_lines(const std::vector<PageLine>& lines) {
    cairo_t* pen = context_.get();
    cairo_set_line_width(pen, 0.35);
    cairo_set_source_rgba(pen, 0.0, 0.0, 0.0, 0.45);
    for (const PageLine& line : lines) {
        cairo_move_to(pen, line.x0 * kPointsPerMm, line.y0 * kPointsPerMm);
        cairo_line_to(pen, line.x1 * kPointsPerMm, line.y1 * kPointsPerMm);
        cairo_stroke(pen);
    }
}

void CairoPages::draw_body(const DrawnCurve& curve, double hair) {
    cairo_t* pen = context_.get();
    const auto& p = curve.points;
    cairo_move_to(pen, p[0].x, p[0].y);
    // A cubic curve that is the quadratic one.
    cairo_curve_to(pen, (p[0].x + 2.0 * p[1].x) / 3.0, (p[0].y + 2.0 * p[1].y) / 3.0,
                   (p[2].x + 2.0 * p[1].x) / 3.0, (p[2].y + 2.0 * p[1].y) / 3.0, p[2].x, p[2].y);
    const double light = 0.3 * curve.colour.r + 0.6 * curve.colour.g + 0.1 * curve.colour.b;
    const double line = light > 0.5 ? 0.0 : 1.0;
    cairo_set_source_rgba(pen, 0.0, 0.0, 0.0, 0.7);
    cairo_set_line_width(pen, std::max(curve.width, 2.0 * hair) + 2.0 * hair);
    cairo_stroke_preserve(pen);
    cairo_set_source_rgb(pen, curve.colour.r, curve.colour.g, curve.colour.b);
    cairo_set_line_width(pen, std::max(curve.width, 2.0 * hair));
    cairo_stroke_preserve(pen);
    cairo_set_source_rgba(pen, line, line, line, 0.55);
    cairo_set_line_width(pen, hair);
    cairo_stroke(pen);
    cairo_arc(pen, p[0].x, p[0].y, 2.2 * hair, 0.0, 2.0 * std::numbers::pi);
    cairo_set_source_rgba(pen, line, line, line, 0.9);
    cairo_fill(pen);
}

void CairoPages::label(double x, double y, const std::string& text) {
    cairo_t* pen = context_.get();
    const Layout layout = laid_out(pen, {.font = "DejaVu Sans Bold 5.5"}, 20.0, scale_, letters_of(text));
    cairo_move_to(pen, x, y);
    pango_cairo_layout_path(pen, layout.get());
    cairo_set_source_rgba(pen, 1.0, 1.0, 1.0, 0.9);
    cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(pen, 1.5);
    cairo_stroke_preserve(pen);
    cairo_set_source_rgb(pen, 0.0, 0.0, 0.0);
    cairo_fill(pen);
}

void CairoPages::draw(const CurveDrawing& drawing) {
    constexpr double kHair = 0.35, kLabelRoom = 8.0;  // points
    cairo_t* pen = context_.get();
    const double points = drawing.width_mm / drawing.canvas_width * kPointsPerMm;
    const double left = drawing.x_mm * kPointsPerMm, top = drawing.y_mm * kPointsPerMm;
    const double width = drawing.width_mm * kPointsPerMm, height = drawing.canvas_height * points;
    cairo_save(pen);
    cairo_rectangle(pen, left, top, width, height);
    cairo_clip(pen);
    cairo_save(pen);
    cairo_translate(pen, left, top);
    cairo_scale(pen, points, points);
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_BUTT);
    for (const DrawnCurve& curve : drawing.curves)
        draw_body(curve, kHair / points);
    cairo_restore(pen);
    // Above all strokes, and inside the picture, wherever they begin.
    for (const DrawnCurve& curve : drawing.curves)
        if (!curve.label.empty())
            label(std::clamp(left + curve.points[0].x * points + 1.0, left + 1.0,
                             left + width - 2.0 * kLabelRoom),
                  std::clamp(top + curve.points[0].y * points - 4.0, top + 1.0, top + height - kLabelRoom),
                  curve.label);
    cairo_restore(pen);
}

Status CairoPages::finish(const std::string& path) {
    end_page();
    cairo_surface_finish(surface_.get());
    for (const cairo_status_t status : {cairo_status(context_.get()), cairo_surface_status(surface_.get())})
        if (status != CAIRO_STATUS_SUCCESS)
            return Error{fmt::format("cannot write {}: {}", path, cairo_status_to_string(status))};
    return Done{};
}

void CairoPages::make_room(double height) {
    const double top = sheet_.margin_mm * kPointsPerMm;
    if (y_ + height > sheet_.height_mm * kPointsPerMm - top && y_ != top)
        turn();
}

}  // namespace allaprima
