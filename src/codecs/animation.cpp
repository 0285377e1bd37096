#include "codecs/animation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <span>
#include <string_view>
#include <vector>

#include "codecs/picture_format.h"

namespace allaprima {
namespace {

/// Passes over the sub-blocks of a GIF, each of which begins with its length; the last is empty.
void skip_blocks(std::istream& file) {
    for (int length = file.get(); file && length > 0; length = file.get())
        file.ignore(length);
}

/// Whether a GIF holds a second picture.
bool is_animated_gif(std::istream& file) {
    std::vector<char> screen(13);
    file.read(screen.data(), static_cast<std::streamsize>(screen.size()));
    const auto table_bytes = [](int flags) { return (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0; };
    file.ignore(table_bytes(static_cast<unsigned char>(screen[10])));
    int pictures = 0;
    for (int mark = file.get(); file && mark != 0x3b && pictures < 2; mark = file.get()) {
        if (mark == 0x21) {
            file.ignore(1);
        } else if (mark == 0x2c) {
            ++pictures;
            file.ignore(8);
            file.ignore(table_bytes(file.get()));
            file.ignore(1);
        } else {
            return false;
        }
        skip_blocks(file);
    }
    return pictures > 1;
}

/// Whether a PNG says, before its first pixels, that more frames follow.
bool is_animated_png(std::istream& file) {
    file.ignore(8);
    for (int chunk = 0; chunk < 64 && file; ++chunk) {
        std::array<unsigned char, 8> header{};
        file.read(reinterpret_cast<char*>(header.data()), 8);
        const std::string_view kind(reinterpret_cast<const char*>(header.data()) + 4, 4);
        if (kind == "acTL")
            return true;
        if (kind == "IDAT")
            return false;
        const uint32_t length =
            uint32_t{header[0]} << 24 | uint32_t{header[1]} << 16 | uint32_t{header[2]} << 8 | header[3];
        file.ignore(static_cast<std::streamsize>(length) + 4);
    }
    return false;
}

/// Bit 1 of the flags of a WebP's extended header.
bool has_animated_flag(std::span<const uint8_t> head) {
    return head.size() > 20 && head[15] == 'X' && (head[20] & 2) != 0;
}

/// Whether a HEIF's list of brands names sequences of pictures.
bool has_brand_of_sequences(std::span<const uint8_t> head) {
    const size_t end = std::min<size_t>(head.size(), head[3]);
    for (size_t at = 8; at + 4 <= end; at += 4) {
        const std::string_view brand(reinterpret_cast<const char*>(&head[at]), 4);
        if (brand == "avis" || brand == "hevc" || brand == "hevx" || brand == "msf1")
            return true;
    }
    return false;
}

}  // namespace

bool is_animated(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<uint8_t> head(kPictureHeadBytes);
    file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    file.clear();
    file.seekg(0);
    switch (recognise_format(head).value_or(PictureFormat::Jpeg)) {
        case PictureFormat::Gif:
            return is_animated_gif(file);
        case PictureFormat::Png:
            return is_animated_png(file);
        case PictureFormat::WebP:
            return has_animated_flag(head);
        case PictureFormat::Heif:
        case PictureFormat::Avif:
            return has_brand_of_sequences(head);
        default:
            return false;
    }
}

}  // namespace allaprima
