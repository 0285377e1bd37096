#include "pictures/read_svg.h"

#include <vector>

#include "codecs/check_svg.h"
#include "codecs/rare_formats.h"
#include "image/colour.h"

namespace allaprima {
namespace {

/// Seconds that drawing may take the processor.
constexpr int kMostDrawingSeconds = 4;

/// Of pixels of red, green, blue and alpha, the colour sRGB-encoded and multiplied by alpha.
Photo photo_of_drawing(Size size, const std::vector<std::byte>& pixels) {
    Photo photo{.colour = Image<Rgb>(size), .alpha = Image<float>(size), .original_size = size};
    bool opaque = true;
    for (size_t i = 0; i < photo.alpha.pixels().size(); ++i) {
        const auto channel = [&](size_t c) {
            return static_cast<float>(std::to_integer<unsigned>(pixels[4 * i + c]));
        };
        const float alpha = channel(3);
        opaque = opaque && alpha == 255.0f;
        photo.alpha.pixels()[i] = alpha / 255.0f;
        if (alpha > 0.0f)
            photo.colour.pixels()[i] =
                linear_from_srgb(Rgb{channel(0) / alpha, channel(1) / alpha, channel(2) / alpha});
    }
    if (opaque)
        photo.alpha = {};
    return photo;
}

bool is_drawing(const PixelLayout& layout, int long_side) {
    return layout.size.long_side() == long_side && layout.size.width > 0 && layout.size.height > 0 &&
           layout.channels == 4 && layout.alpha && layout.sample == SampleType::U8;
}

}  // namespace

Result<Photo> read_svg(const std::string& path, const ReadLimits& limits, int long_side) {
    if (static_cast<long long>(long_side) * long_side > limits.pixels)
        return Error{"there is not enough memory to draw it; ask for a smaller picture"};
    const OpenedSource drawing =
        open_drawing(path, long_side, {.memory_bytes = limits.memory_bytes, .seconds = kMostDrawingSeconds});
    if (!drawing)
        return drawing.error();
    const PixelLayout& layout = (*drawing)->layout();
    if (!is_drawing(layout, long_side))
        return Error{
            "the program that draws it gives another size than it was asked for; export it as a PNG"};
    std::vector<std::byte> pixels(layout.row_bytes() * static_cast<size_t>(layout.size.height));
    if (const Status rows = (*drawing)->read_rows(layout.size.height, pixels.data()); !rows)
        return rows.error();
    return photo_of_drawing(layout.size, pixels);
}

}  // namespace allaprima
