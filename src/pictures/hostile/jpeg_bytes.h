#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace allaprima::testing {

/// JPEG of even blocks (ISO/IEC 10918-1), piece by piece, so that any of them can be wrong.

/// A marker with the length of what follows before it.
std::string jpeg_segment(int marker, const std::string& payload);

/// So many blocks of 8 x 8 pixels, each of one colour.
struct BlockPicture {
    int columns, rows;
    int channels = 3;  ///< Y, Cb, Cr; or four inks.
    std::vector<std::array<uint8_t, 4>> blocks;
};

/// What stands between the marks of a file's beginning and its end, in this order.
struct JpegParts {
    std::string metadata;  ///< None to begin with.
    std::string tables;    ///< Of steps and codes.
    std::string frame;     ///< The header with the size, at frame + 5: height and width, two bytes each.
    std::string scan;      ///< Header and pixels.

    std::string file() const;
};

/// @param progressive makes of the even blocks' only coefficient a scan of its own.
JpegParts jpeg_parts(const BlockPicture& picture, bool progressive = false);

/// Y, Cb and Cr of a colour.
std::array<uint8_t, 4> ycc(int red, int green, int blue);

}  // namespace allaprima::testing
