#include "decoding/svg_document.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "base/one_line.h"
#include "codecs/pixel_source.h"

namespace allaprima {
namespace {

/// No side of a drawing is so many times the other; beyond it the shape is nonsense.
constexpr double kThinnest = 1000.0;

struct Unref {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(GError* error) const { g_error_free(error); }
};
template <typename T>
using Held = std::unique_ptr<T, Unref>;

Error broken(GError* error) {
    const Held<GError> held(error);
    return {"it is not a drawing that can be read (" + one_line(held ? held->message : "no reason given") +
            "); export it as a PNG"};
}

/// Width over height.
Result<double> shape_of(RsvgHandle* handle) {
    double width = 0.0, height = 0.0;
    if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height)) {
        gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
        RsvgLength ignored_width{}, ignored_height{};
        RsvgRectangle box{};
        rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &ignored_width, &has_height, &ignored_height,
                                             &has_box, &box);
        RsvgRectangle ink{};
        if (!has_box && !rsvg_handle_get_geometry_for_element(handle, nullptr, &ink, nullptr, nullptr))
            return Error{"it does not say how large it is; give it a viewBox"};
        width = has_box ? box.width : ink.width;
        height = has_box ? box.height : ink.height;
    }
    const double shape = width / height;
    if (!(width > 0.0) || !(height > 0.0) || !(shape <= kThinnest) || !(shape >= 1.0 / kThinnest))
        return Error{
            "it says that its width or height is zero, or that one is a thousand times the other; give "
            "it a viewBox"};
    return shape;
}

}  // namespace

Result<DrawnSvg> draw_svg(std::string_view document, int long_side) {
    GError* error = nullptr;
    // Without a base address the library resolves none either.
    const Held<RsvgHandle> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(document.data()), document.size(), &error));
    if (!handle)
        return broken(error);
    rsvg_handle_set_dpi(handle.get(), 96.0);
    const Result<double> shape = shape_of(handle.get());
    if (!shape)
        return shape.error();
    const auto side = [&](double share) {
        return std::clamp(static_cast<int>(std::lround(long_side * share)), 1, long_side);
    };
    DrawnSvg drawn{{side(std::min(1.0, *shape)), side(std::min(1.0, 1.0 / *shape))}, {}};
    drawn.pixels.resize(static_cast<size_t>(drawn.size.area()));
    const Held<cairo_surface_t> surface(cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(drawn.pixels.data()), CAIRO_FORMAT_ARGB32, drawn.size.width,
        drawn.size.height, drawn.size.width * 4));
    const Held<cairo_t> context(cairo_create(surface.get()));
    const RsvgRectangle whole{0.0, 0.0, static_cast<double>(drawn.size.width),
                              static_cast<double>(drawn.size.height)};
    if (!rsvg_handle_render_document(handle.get(), context.get(), &whole, &error))
        return broken(error);
    cairo_surface_flush(surface.get());
    return drawn;
}

}  // namespace allaprima
