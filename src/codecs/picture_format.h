#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/geometry.h"
#include "base/result.h"

namespace allaprima {

/// The kinds of picture file that are read. The list is closed: anything else is refused unopened.
enum class PictureFormat { Jpeg, Png, Tiff, WebP, Heif, Avif, Bmp, Gif, OpenExr };

/// How many of a file's first bytes the functions below want to see; a shorter file gives what it has.
constexpr size_t kPictureHeadBytes = 64;

/// Tells the kind of a file by its first bytes, never by its name. Empty for everything that is not read.
std::optional<PictureFormat> recognise_format(std::span<const uint8_t> head);

/// What a file that is not read is, as far as its first bytes tell: "a JPEG XL picture"; empty where they do
/// not.
std::string_view name_of_unread(std::span<const uint8_t> head);

/// What the first bytes say of a picture, before any decoder sees it.
struct HeaderFacts {
    std::optional<Size> size;      ///< Empty when this format tells its size elsewhere.
    int held_bytes_per_pixel = 0;  ///< What the decoder holds of the whole picture while rows are read.
};

/// Reads the facts, and refuses what the decoders are known not to stand: BMP files that are compressed or
/// whose colour table is short.
Result<HeaderFacts> read_header_facts(PictureFormat format, std::span<const uint8_t> head);

}  // namespace allaprima
