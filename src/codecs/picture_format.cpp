#include "codecs/picture_format.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace allaprima {

namespace {

using namespace std::string_view_literals;

bool has_at(std::span<const uint8_t> head, size_t offset, std::string_view bytes) {
    return head.size() >= offset + bytes.size() &&
           std::equal(bytes.begin(), bytes.end(), head.begin() + static_cast<std::ptrdiff_t>(offset),
                      [](char a, uint8_t b) { return static_cast<uint8_t>(a) == b; });
}

uint32_t little(std::span<const uint8_t> head, size_t offset, size_t bytes) {
    uint32_t value = 0;
    for (size_t i = 0; i < bytes; ++i)
        value |= static_cast<uint32_t>(head[offset + i]) << (8 * i);
    return value;
}

uint32_t big(std::span<const uint8_t> head, size_t offset) {
    uint32_t value = 0;
    for (size_t i = 0; i < 4; ++i)
        value = value << 8 | head[offset + i];
    return value;
}

bool has_brand_at(std::span<const uint8_t> head, size_t offset, std::span<const std::string_view> brands) {
    return std::any_of(brands.begin(), brands.end(), [&](auto b) { return has_at(head, offset, b); });
}

/// The two kinds of HEIF, by the first brand, or for the neutral ones by those that the file is compatible
/// with, four letters each.
std::optional<PictureFormat> kind_of_heif(std::span<const uint8_t> head) {
    constexpr std::array kHevc = {"heic"sv, "heix"sv, "hevc"sv, "hevx"sv, "heim"sv, "heis"sv};
    constexpr std::array kAv1 = {"avif"sv, "avis"sv};
    constexpr std::array kNeutral = {"mif1"sv, "mif2"sv, "msf1"sv, "miaf"sv};
    if (!has_at(head, 4, "ftyp"))
        return std::nullopt;
    if (has_brand_at(head, 8, kHevc))
        return PictureFormat::Heif;
    if (has_brand_at(head, 8, kAv1))
        return PictureFormat::Avif;
    if (!has_brand_at(head, 8, kNeutral))
        return std::nullopt;
    for (size_t offset = 16; offset + 4 <= std::min<size_t>(head.size(), big(head, 0)); offset += 4)
        if (has_brand_at(head, offset, kAv1))
            return PictureFormat::Avif;
    return PictureFormat::Heif;
}

Size sized(uint32_t width, uint32_t height) {
    constexpr uint32_t kMost = 0x7fffffff;
    return {static_cast<int>(std::min(width, kMost)), static_cast<int>(std::min(height, kMost))};
}

Error damaged_header() {
    return {"its header is cut short or damaged; get a whole copy of it"};
}

Result<HeaderFacts> png_facts(std::span<const uint8_t> head) {
    if (head.size() < 33 || !has_at(head, 12, "IHDR"))
        return damaged_header();
    const bool interlaced = head[28] != 0;
    return HeaderFacts{sized(big(head, 16), big(head, 20)), interlaced ? 8 : 0};
}

Result<HeaderFacts> gif_facts(std::span<const uint8_t> head) {
    if (head.size() < 13)
        return damaged_header();
    return HeaderFacts{sized(little(head, 6, 2), little(head, 8, 2)), 4};
}

Result<HeaderFacts> webp_facts(std::span<const uint8_t> head) {
    constexpr int kHeld = 8;  // The picture once as RGBA, and once more inside the lossless decoder.
    if (head.size() < 30)
        return damaged_header();
    if (has_at(head, 12, "VP8X"))
        return HeaderFacts{sized(little(head, 24, 3) + 1, little(head, 27, 3) + 1), kHeld};
    if (has_at(head, 12, "VP8L"))
        return HeaderFacts{
            sized((little(head, 21, 4) & 0x3fff) + 1, (little(head, 21, 4) >> 14 & 0x3fff) + 1), kHeld};
    if (has_at(head, 12, "VP8 "))
        return HeaderFacts{sized(little(head, 26, 2) & 0x3fff, little(head, 28, 2) & 0x3fff), kHeld};
    return damaged_header();
}

Result<HeaderFacts> bmp_facts(std::span<const uint8_t> head) {
    if (head.size() < 54 || little(head, 14, 4) < 40)
        return Error{"its header is damaged or of the OS/2 kind; save it as a PNG"};
    const auto width = static_cast<int32_t>(little(head, 18, 4));
    const auto height = static_cast<int64_t>(static_cast<int32_t>(little(head, 22, 4)));
    const uint32_t depth = little(head, 28, 2), compression = little(head, 30, 4),
                   colours = little(head, 46, 4);
    if (width <= 0)
        return damaged_header();
    if (compression != 0 && compression != 3)
        return Error{"compressed BMP is not read; save it as a PNG"};
    // The decoder takes the usual order of channels for granted.
    if (compression == 3 && depth == 32 && head.size() >= 58 && little(head, 54, 4) != 0x00ff0000)
        return Error{"BMP with an unusual order of channels is not read; save it as a PNG"};
    // It also looks colours up without checking that they are there.
    if (depth <= 8 && colours != 0 && colours != 1u << depth)
        return Error{"BMP with a short colour table is not read; save it as a PNG"};
    return HeaderFacts{
        sized(static_cast<uint32_t>(width), static_cast<uint32_t>(height < 0 ? -height : height)), 0};
}

}  // namespace

std::optional<PictureFormat> recognise_format(std::span<const uint8_t> head) {
    if (has_at(head, 0, "\xff\xd8\xff"))
        return PictureFormat::Jpeg;
    if (has_at(head, 0, "\x89PNG\r\n\x1a\n"))
        return PictureFormat::Png;
    if (has_at(head, 0, "II*\0"sv) || has_at(head, 0, "MM\0*"sv) || has_at(head, 0, "II+\0"sv) ||
        has_at(head, 0, "MM\0+"sv))
        return PictureFormat::Tiff;
    if (has_at(head, 0, "RIFF") && has_at(head, 8, "WEBP"))
        return PictureFormat::WebP;
    if (const auto heif = kind_of_heif(head))
        return heif;
    if (has_at(head, 0, "GIF87a") || has_at(head, 0, "GIF89a"))
        return PictureFormat::Gif;
    if (has_at(head, 0, "\x76\x2f\x31\x01"))
        return PictureFormat::OpenExr;
    if (has_at(head, 0, "BM"))
        return PictureFormat::Bmp;
    return std::nullopt;
}

std::string_view name_of_unread(std::span<const uint8_t> head) {
    struct Known {
        size_t offset;
        std::string_view bytes, name;
    };
    constexpr std::array kKnown{
        Known{0, "\xff\x0a"sv, "a JPEG XL picture"},
        Known{4, "JXL \r\n\x87\n"sv, "a JPEG XL picture"},
        Known{4, "jP  \r\n\x87\n"sv, "a JPEG 2000 picture"},
        Known{0, "\xff\x4f\xff\x51"sv, "a JPEG 2000 picture"},
        Known{0, "8BPS"sv, "a Photoshop document"},
        Known{0, "gimp xcf"sv, "a GIMP document"},
        Known{0, "%PDF-"sv, "a PDF document"},
        Known{0, "%!PS"sv, "a PostScript document"},
        Known{0, "#?RADIANCE"sv, "a Radiance HDR picture"},
        Known{0, "II\xbc\x01"sv, "a JPEG XR picture"},
        Known{0, "IIRO"sv, "a camera's raw picture"},
        Known{0, "IIU\0"sv, "a camera's raw picture"},
        Known{0, "FUJIFILMCCD-RAW"sv, "a camera's raw picture"},
        Known{8, "crx "sv, "a camera's raw picture"},
        Known{0, "\0\0\x01\0"sv, "an icon"},
        Known{0, "<svg"sv, "a drawing (SVG)"},
        Known{0, "\x1a\x45\xdf\xa3"sv, "a film"},
        Known{4, "ftyp"sv, "a film, or a picture in a coding that is not read"},
    };
    const auto found = std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& known) {
        return has_at(head, known.offset, known.bytes);
    });
    return found == kKnown.end() ? std::string_view() : found->name;
}

Result<HeaderFacts> read_header_facts(PictureFormat format, std::span<const uint8_t> head) {
    switch (format) {
        case PictureFormat::Png:
            return png_facts(head);
        case PictureFormat::Gif:
            return gif_facts(head);
        case PictureFormat::WebP:
            return webp_facts(head);
        case PictureFormat::Bmp:
            return bmp_facts(head);
        default:
            return HeaderFacts{};
    }
}

}  // namespace allaprima
