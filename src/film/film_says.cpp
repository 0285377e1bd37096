#include "film/film_says.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <vector>

#include "files/text_file.h"

namespace allaprima {
namespace {

using namespace std::string_view_literals;

/// What begins an application extension, of eleven letters.
constexpr std::string_view kXmpExtension = "\x21\xff\x0bXMP DataXMP"sv;
constexpr char kGifEnd = '\x3b';

/// What stands behind the packet of a GIF. A reader that takes letters of the packet for lengths of blocks
/// lands somewhere in it, and from everywhere in it at its end: each byte but the first leads to the same
/// zero.
std::string gif_trailer() {
    std::string bytes("\x01");
    for (int length = 255; length >= 0; --length)
        bytes += static_cast<char>(length);
    return bytes + '\0';
}

// Boxes of ISO/IEC 14496-12: their size in four bytes, big end first, their type in four letters, what they
// hold.

constexpr size_t kHead = 8;

struct Box {
    size_t at = 0, size = 0;
};

template <size_t kBytes>
uint64_t number_at(std::string_view bytes, size_t at) {
    uint64_t value = 0;
    for (size_t i = 0; i < kBytes; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

template <size_t kBytes>
void set_number(std::string& bytes, size_t at, uint64_t value) {
    for (size_t i = 0; i < kBytes; ++i)
        bytes[at + i] = static_cast<char>(value >> 8U * (kBytes - 1 - i) & 0xffU);
}

std::string head_of(std::string_view type, size_t size) {
    std::string head(4, '\0');
    set_number<4>(head, 0, size);
    return head.append(type);
}

/// The boxes of a type that another one holds. What is not whole ends the search.
std::vector<Box> boxes_in(std::string_view bytes, Box outer, std::string_view type) {
    std::vector<Box> found;
    for (size_t at = outer.at + kHead; at + kHead <= outer.at + outer.size;) {
        const size_t size = number_at<4>(bytes, at);
        if (size < kHead || size > outer.at + outer.size - at)
            break;
        if (bytes.substr(at + 4, 4) == type)
            found.push_back({at, size});
        at += size;
    }
    return found;
}

/// How samples have moved: those that lie behind this place in the file, by so many bytes.
struct Shift {
    uint64_t behind;
    size_t by;
};

/// Tells where samples lie now.
template <size_t kBytes>
void move_chunks(std::string& movie, Box table, Shift shift) {
    constexpr size_t kFirst = 16;
    if (table.size < kFirst)
        return;
    const size_t count =
        std::min<size_t>(number_at<4>(movie, table.at + kFirst - 4), (table.size - kFirst) / kBytes);
    for (size_t i = 0; i < count; ++i) {
        const size_t at = table.at + kFirst + i * kBytes;
        if (const uint64_t chunk = number_at<kBytes>(movie, at); chunk > shift.behind)
            set_number<kBytes>(movie, at, chunk + shift.by);
    }
}

void move_samples(std::string& movie, Shift shift) {
    std::vector<Box> boxes{{0, movie.size()}};
    for (const std::string_view type : {"trak"sv, "mdia"sv, "minf"sv, "stbl"sv}) {
        std::vector<Box> inner;
        for (const Box& box : boxes)
            for (const Box& one : boxes_in(movie, box, type))
                inner.push_back(one);
        boxes = std::move(inner);
    }
    for (const Box& table : boxes) {
        for (const Box& offsets : boxes_in(movie, table, "stco"))
            move_chunks<4>(movie, offsets, shift);
        for (const Box& offsets : boxes_in(movie, table, "co64"))
            move_chunks<8>(movie, offsets, shift);
    }
}

/// The `moov` box of a film; of no size where there is none.
Box movie_in(std::ifstream& in, uint64_t file_size) {
    std::string head(2 * kHead, '\0');
    for (uint64_t at = 0; at + kHead <= file_size;) {
        in.clear();
        in.seekg(static_cast<std::streamoff>(at));
        in.read(head.data(), static_cast<std::streamsize>(head.size()));
        uint64_t size = number_at<4>(head, 0);
        if (size == 1)
            size = number_at<8>(head, kHead);
        if (size < kHead || size > file_size - at)
            break;
        if (std::string_view(head).substr(4, 4) == "moov")
            return {at, size};
        at += size;
    }
    return {};
}

/// Puts the packet at the end of what users tell of the movie. @param at where the movie stands in its file.
void say_in_movie(std::string& movie, uint64_t at, std::string_view packet) {
    const std::string said = head_of("XMP_", kHead + packet.size()).append(packet);
    const std::vector<Box> told = boxes_in(movie, {0, movie.size()}, "udta");
    const std::string added = told.empty() ? head_of("udta", kHead + said.size()) + said : said;
    const Box udta = told.empty() ? Box{movie.size(), 0} : told.front();
    movie.insert(udta.at + udta.size, added);
    if (!told.empty())
        set_number<4>(movie, udta.at, udta.size + added.size());
    set_number<4>(movie, 0, movie.size());
    move_samples(movie, {at, added.size()});
}

bool copy_bytes(std::ifstream& in, std::ofstream& out, uint64_t from, uint64_t to) {
    std::vector<char> buffer(size_t{1} << 20);
    in.clear();
    in.seekg(static_cast<std::streamoff>(from));
    while (from < to) {
        const uint64_t some = std::min<uint64_t>(buffer.size(), to - from);
        if (!in.read(buffer.data(), static_cast<std::streamsize>(some)))
            return false;
        out.write(buffer.data(), static_cast<std::streamsize>(some));
        from += some;
    }
    return true;
}

Error no_film(const std::string& path, const char* kind) {
    return {fmt::format("cannot make the film {}: what was written is not a {}", path, kind)};
}

}  // namespace

Status say_in_mp4(const std::string& file, std::string_view packet, const std::string& path) {
    constexpr size_t kLargestMovie = size_t{1} << 30;
    std::error_code fault;
    const uint64_t size = std::filesystem::file_size(file, fault);
    std::ifstream in(file, std::ios::binary);
    const Box at = fault || !in ? Box{} : movie_in(in, size);
    if (at.size == 0 || at.size + packet.size() > kLargestMovie)
        return no_film(path, "MP4");
    std::string movie(at.size, '\0');
    in.clear();
    in.seekg(static_cast<std::streamoff>(at.at));
    in.read(movie.data(), static_cast<std::streamsize>(movie.size()));
    say_in_movie(movie, at.at, packet);

    const std::string longer = file + ".longer";
    std::ofstream out(longer, std::ios::binary);
    const bool before = copy_bytes(in, out, 0, at.at);
    out.write(movie.data(), static_cast<std::streamsize>(movie.size()));
    const bool after = copy_bytes(in, out, at.at + at.size, size);
    Status written = close_file(out, path);
    if (written && !(before && after))
        written = no_film(path, "MP4");
    if (written)
        std::filesystem::rename(longer, file, fault);
    if (written && fault)
        written = Error{fmt::format("cannot make the film {}: {}", path, fault.message())};
    if (!written)
        std::filesystem::remove(longer, fault);
    return written;
}

Status say_in_gif(const std::string& file, std::string_view packet, const std::string& path) {
    std::ifstream in(file, std::ios::binary);
    in.seekg(-1, std::ios::end);
    if (in.get() != kGifEnd)
        return no_film(path, "GIF");
    in.close();
    std::string extension(kXmpExtension);
    extension.append(packet).append(gif_trailer()) += kGifEnd;
    std::ofstream out(file, std::ios::binary | std::ios::in);
    out.seekp(-1, std::ios::end);
    out.write(extension.data(), static_cast<std::streamsize>(extension.size()));
    return close_file(out, path);
}

}  // namespace allaprima
