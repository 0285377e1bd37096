#include "pictures/decode_photo.h"

#include <algorithm>

#include "codecs/light_converter.h"
#include "pictures/highlights.h"
#include "pictures/photo_assembler.h"

namespace allaprima {
namespace {

Size upright(Size stored, int orientation) {
    return orientation >= 5 ? Size{stored.height, stored.width} : stored;
}

}  // namespace

Result<Photo> decode_photo(PixelSource& source, Size target) {
    const PixelLayout& layout = source.layout();
    LightConverter converter(layout);
    PhotoAssembler assembler(layout.size, target, layout.orientation, layout.alpha);
    std::vector<std::byte> band(static_cast<size_t>(layout.band) * layout.row_bytes());
    std::vector<Rgb> colour(static_cast<size_t>(layout.size.width));
    std::vector<float> alpha(layout.alpha ? colour.size() : 0);
    for (int y = 0; y < layout.size.height; y += layout.band) {
        const int count = std::min(layout.band, layout.size.height - y);
        if (const Status rows = source.read_rows(count, band.data()); !rows)
            return rows.error();
        for (int i = 0; i < count; ++i) {
            converter.convert(band.data() + static_cast<size_t>(i) * layout.row_bytes(), colour, alpha);
            assembler.add_row(colour, alpha);
        }
    }
    Photo photo = assembler.finish();
    photo.original_size = upright(layout.stored_size, layout.orientation);
    photo.colour_space = converter.colour_space();
    if (converter.has_highlights())
        bring_to_screen(photo.colour);
    return photo;
}

}  // namespace allaprima
