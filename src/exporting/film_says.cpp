#include "exporting/film_says.h"

#include <array>
#include <fstream>
#include <limits>

#include "exporting/text_file.h"

namespace allaprima {
namespace {

using namespace std::string_view_literals;

/// By which readers find XMP among boxes of type `uuid`.
constexpr std::string_view kXmpBox = "\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac"sv;
/// What begins an application extension, of eleven letters.
constexpr std::string_view kXmpExtension = "\x21\xff\x0bXMP DataXMP"sv;
constexpr char kGifEnd = '\x3b';

std::string big_endian(uint32_t value) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>(value >> shift & 0xffU);
    return bytes;
}

/// What stands behind the packet of a GIF. A reader that takes letters of the packet for lengths of blocks
/// lands somewhere in it, and from everywhere in it at its end: each byte but the first leads to the same
/// zero.
std::string gif_trailer() {
    std::string bytes("\x01");
    for (int length = 255; length >= 0; --length)
        bytes += static_cast<char>(length);
    return bytes + '\0';
}

Status append(const std::string& file, std::ios::openmode mode, std::string_view bytes,
              const std::string& path) {
    std::ofstream out(file, std::ios::binary | mode);
    if (!(mode & std::ios::app))
        out.seekp(-1, std::ios::end);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return close_file(out, path);
}

}  // namespace

Status say_in_mp4(const std::string& file, std::string_view packet, const std::string& path) {
    const size_t size = 8 + kXmpBox.size() + packet.size();
    if (size > std::numeric_limits<uint32_t>::max())
        return Error{fmt::format("cannot make the film {}: its record is too long to be told in it", path)};
    std::string box = big_endian(static_cast<uint32_t>(size)) + "uuid";
    box.append(kXmpBox).append(packet);
    return append(file, std::ios::app, box, path);
}

Status say_in_gif(const std::string& file, std::string_view packet, const std::string& path) {
    std::ifstream in(file, std::ios::binary);
    in.seekg(-1, std::ios::end);
    if (in.get() != kGifEnd)
        return Error{fmt::format("cannot make the film {}: what was written is no GIF", path)};
    in.close();
    std::string extension(kXmpExtension);
    extension.append(packet).append(gif_trailer()) += kGifEnd;
    return append(file, std::ios::in, extension, path);
}

}  // namespace allaprima
