#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace allaprima::testing {

/// PNG, piece by piece (ISO/IEC 15948), so that any of them can be wrong.

inline constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";

/// A chunk with its length before it and its checksum behind.
std::string png_chunk(std::string_view name, const std::string& data);

struct PngHead {
    uint32_t width, height;
    int depth = 8;
    int colour_type = 2;  ///< 0 grey, 2 RGB, 6 RGB and alpha.
};
/// The IHDR chunk.
std::string png_head(const PngHead& head);

/// A zlib stream of these bytes as they are.
std::string zlib_stored(const std::string& data);
/// A zlib stream of so many bytes 0, a hundred and fiftieth of their number.
std::string zlib_zeros(size_t count);

/// A whole file. @param rows each with its filter byte.
std::string png_file(const PngHead& head, const std::string& rows);

}  // namespace allaprima::testing
