#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace allaprima::testing {

/// GIF, BMP, TIFF, WebP and SVG, piece by piece, so that any of them can be wrong.

/// A GIF's beginning, with a table of four colours.
std::string gif_head(int width, int height);
struct GifPlace {
    int x, y, width, height;
};
/// A frame in one colour of the table; no more than 40 x 30 pixels of it, whatever it says.
std::string gif_frame(const GifPlace& place, int colour);

struct BmpHead {
    int32_t width, height;
    int depth = 24;
    int compression = 0;
    int colours = 0;
};
/// A BMP with the pixels of 10 x 6, whatever its header says.
std::string bmp_file(const BmpHead& head);

struct TiffEntry {
    int tag, type;
    uint32_t count, value;
};
struct TiffHead {
    uint32_t width, height;
    uint32_t depth = 8;
    uint32_t compression = 1;
    uint32_t pixels_at = 0;            ///< Where the directory says that pixels are; 0 where they are.
    std::vector<TiffEntry> more = {};  ///< These take the place of others of the same tag.
};
/// A little-endian grey TIFF with the pixels of 24 x 16, whatever its directory says.
std::string tiff_file(const TiffHead& head);

std::string webp_chunk(std::string_view name, const std::string& data);
std::string webp_file(const std::string& chunks);
/// What a VP8L chunk holds of a picture in one colour.
std::string webp_even_pixels(int width, int height);

/// Nine entities, each ten times the one before.
std::string svg_of_entities();

}  // namespace allaprima::testing
