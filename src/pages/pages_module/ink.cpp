#include "pages/pages_module/ink.h"

#include <pango/pangocairo.h>

#include <memory>

namespace allaprima {
namespace {

struct InkDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFont* font) const { g_object_unref(font); }
    void operator()(char* text) const { g_free(text); }
};

template <typename T>
using InkHandle = std::unique_ptr<T, InkDeleter>;

/// The same letters on every machine that has the font: neither its screen nor its user's taste counts.
InkHandle<PangoContext> plain_context() {
    InkHandle<PangoContext> context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    const InkHandle<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    return context;
}

InkHandle<PangoFontDescription> described(const std::string& font, int height) {
    InkHandle<PangoFontDescription> description(pango_font_description_new());
    pango_font_description_set_family(description.get(), font.c_str());
    pango_font_description_set_absolute_size(description.get(), static_cast<double>(height) * PANGO_SCALE);
    return description;
}

/// One line, whatever the text holds.
InkHandle<PangoLayout> line_of(const std::string& text, const std::string& font, int height) {
    const InkHandle<PangoContext> context = plain_context();
    InkHandle<PangoLayout> layout(pango_layout_new(context.get()));
    const InkHandle<char> valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_font_description(layout.get(), described(font, height).get());
    pango_layout_set_text(layout.get(), valid.get(), -1);
    return layout;
}

/// Seen from the base line.
PixelRect box_of(PangoLayout* layout) {
    PangoRectangle ink;
    pango_layout_get_extents(layout, &ink, nullptr);
    if (ink.width <= 0 || ink.height <= 0)
        return {};
    ink.y -= pango_layout_get_baseline(layout);
    pango_extents_to_pixels(&ink, nullptr);
    return {ink.x, ink.y, ink.x + ink.width, ink.y + ink.height};
}

/// @return empty where there is no memory for it.
Image<float> coverage_of(cairo_surface_t* surface, Size size) {
    cairo_surface_flush(surface);
    const unsigned char* bytes = cairo_image_surface_get_data(surface);
    if (!bytes)
        return {};
    Image<float> coverage(size);
    for (int y = 0; y < size.height; ++y, bytes += cairo_image_surface_get_stride(surface))
        for (int x = 0; x < size.width; ++x)
            coverage.at(x, y) = static_cast<float>(bytes[x]) / 255.0f;
    return coverage;
}

}  // namespace

std::string font_taken_for(const std::string& wished) {
    const InkHandle<PangoContext> context = plain_context();
    const InkHandle<PangoFont> font(pango_context_load_font(context.get(), described(wished, 20).get()));
    if (!font)
        return {};
    const InkHandle<PangoFontDescription> taken(pango_font_describe(font.get()));
    const char* family = pango_font_description_get_family(taken.get());
    return family ? family : "";
}

PixelRect inked_box(const std::string& text, const std::string& font, int height) {
    return box_of(line_of(text, font, height).get());
}

Image<float> inked(const std::string& text, const std::string& font, int height) {
    const InkHandle<PangoLayout> layout = line_of(text, font, height);
    const PixelRect box = box_of(layout.get());
    const Size size{box.width(), box.height()};
    if (size.width <= 0 || size.height <= 0)
        return {};
    const InkHandle<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_A8, size.width, size.height));
    const InkHandle<cairo_t> context(cairo_create(surface.get()));
    cairo_move_to(context.get(), -box.x0, -box.y0);
    pango_cairo_show_layout_line(context.get(), pango_layout_get_line_readonly(layout.get(), 0));
    return coverage_of(surface.get(), size);
}

}  // namespace allaprima
