#include "pictures/read_motif.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>
#include <vector>

#include "codecs/picture_format.h"
#include "files/digest.h"
#include "pictures/read_svg.h"

namespace allaprima {
namespace {

/// Whether the text's first mark, after a byte order mark and spaces, opens a tag. No picture begins so.
bool looks_like_svg(std::span<const uint8_t> head) {
    size_t at = head.size() >= 3 && head[0] == 0xef && head[1] == 0xbb && head[2] == 0xbf ? 3 : 0;
    while (at < head.size() && (head[at] == ' ' || head[at] == '\t' || head[at] == '\r' || head[at] == '\n'))
        ++at;
    return at < head.size() && head[at] == '<';
}

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

bool is_animated(const std::string& path, std::span<const uint8_t> head) {
    std::ifstream file(path, std::ios::binary);
    switch (recognise_format(head).value_or(PictureFormat::Jpeg)) {
        case PictureFormat::Gif:
            return is_animated_gif(file);
        case PictureFormat::Png:
            return is_animated_png(file);
        case PictureFormat::WebP:
            // Bit 1 of the flags of an extended header.
            return head.size() > 20 && head[15] == 'X' && (head[20] & 2) != 0;
        default:
            return false;
    }
}

Result<Photo> named(Result<Photo> photo, const std::string& path) {
    if (!photo)
        return Error{"cannot read " + path + ": " + photo.error().message};
    const Result<std::string> digest = sha256_of_file(path);
    if (!digest)
        return digest.error();
    photo->name = std::filesystem::path(path).filename().string();
    photo->digest = *digest;
    return photo;
}

}  // namespace

Result<Photo> read_motif(const std::string& path, const ReadLimits& limits, int long_side) {
    std::error_code ignored;
    std::vector<uint8_t> head(kPictureHeadBytes);
    if (std::filesystem::is_regular_file(path, ignored)) {
        std::ifstream file(path, std::ios::binary);
        file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
        head.resize(static_cast<size_t>(std::max<std::streamsize>(file.gcount(), 0)));
        if (looks_like_svg(head))
            return named(read_svg(path, limits, long_side), path);
        if (is_animated(path, head))
            return Error{"cannot read " + path +
                         ": it is animated; save the one picture of it that you mean as a PNG"};
    }
    return read_photo(path, limits, long_side);
}

}  // namespace allaprima
