#include "codecs/png_says.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "codecs/exif_says.h"

namespace allaprima {

namespace {

/// No profile or EXIF is larger, and no honest file has more chunks of other kinds beside its pixels.
constexpr uint32_t kLargestChunk = 32u << 20;
constexpr int kMostChunks = 1 << 20;
constexpr std::array<std::string_view, 6> kWanted{"cICP", "iCCP", "sRGB", "gAMA", "cHRM", "eXIf"};

using Bytes = std::vector<uint8_t>;
using Chunks = std::map<std::string, Bytes, std::less<>>;

uint32_t number(const Bytes& bytes, size_t offset) {
    uint32_t value = 0;
    for (size_t i = 0; i < 4; ++i)
        value = value << 8 | bytes[offset + i];
    return value;
}

struct ChunkHead {
    uint32_t length = 0;
    std::string name;
};

std::optional<ChunkHead> next_chunk(FILE* file) {
    Bytes head(8);
    if (std::fread(head.data(), 1, head.size(), file) != head.size())
        return std::nullopt;
    return ChunkHead{number(head, 0), {head.begin() + 4, head.end()}};
}

/// The data of a chunk whose checksum is right.
std::optional<Bytes> chunk_data(FILE* file, const ChunkHead& head) {
    Bytes data(head.length + size_t{4});
    if (std::fread(data.data(), 1, data.size(), file) != data.size())
        return std::nullopt;
    const uint32_t told = number(data, head.length);
    data.resize(head.length);
    const auto* name = reinterpret_cast<const Bytef*>(head.name.data());
    const uLong sum = crc32_z(crc32_z(0, name, head.name.size()), data.data(), data.size());
    return sum == told ? std::optional(data) : std::nullopt;
}

/// All wanted chunks. Those of colours count before the pixels alone, EXIF behind them as well.
Chunks wanted_chunks(FILE* file) {
    Chunks chunks;
    bool before_pixels = true;
    std::fseek(file, 8, SEEK_SET);
    for (int i = 0; i < kMostChunks; ++i) {
        const std::optional<ChunkHead> head = next_chunk(file);
        if (!head || head->name == "IEND")
            break;
        before_pixels &= head->name != "IDAT";
        const bool wanted = std::ranges::find(kWanted, head->name) != kWanted.end() &&
                            (before_pixels || head->name == "eXIf") && head->length <= kLargestChunk &&
                            !chunks.contains(head->name);
        if (!wanted) {
            if (std::fseek(file, static_cast<long>(head->length) + 4, SEEK_CUR) != 0)
                break;
        } else if (std::optional<Bytes> data = chunk_data(file, *head)) {
            chunks[head->name] = std::move(*data);
        }
    }
    std::fseek(file, 0, SEEK_SET);
    return chunks;
}

/// An iCCP chunk has a name, a zero, a method and the packed profile.
Bytes unpacked_profile(const Bytes& chunk) {
    const auto name_end = std::find(chunk.begin(), chunk.end(), uint8_t{0});
    if (chunk.end() - name_end < 3 || name_end[1] != 0)
        return {};
    Bytes profile;
    z_stream stream{};
    stream.next_in = const_cast<Bytef*>(&*name_end + 2);
    stream.avail_in = static_cast<uInt>(chunk.end() - name_end - 2);
    if (inflateInit(&stream) != Z_OK)
        return {};
    int told = Z_OK;
    while (told == Z_OK && profile.size() <= kLargestChunk) {
        std::array<uint8_t, 16384> piece{};
        stream.next_out = piece.data();
        stream.avail_out = piece.size();
        told = inflate(&stream, Z_NO_FLUSH);
        profile.insert(profile.end(), piece.begin(), piece.end() - stream.avail_out);
    }
    inflateEnd(&stream);
    return told == Z_STREAM_END ? profile : Bytes();
}

/// gAMA and cHRM: what either leaves out is as in sRGB. Nothing where both are missing or senseless.
std::optional<ColourEncoding> gamma_and_primaries(const Chunks& chunks) {
    constexpr double kUnit = 100000.0;
    ColourEncoding encoding;
    bool said = false;
    if (const auto gamma = chunks.find("gAMA"); gamma != chunks.end() && gamma->second.size() == 4)
        if (const double value = number(gamma->second, 0) / kUnit; value > 0.01 && value < 100.0) {
            const bool light = value > 0.99 && value < 1.01;
            encoding.transfer = light ? Transfer::Linear : Transfer::Power;
            encoding.exponent = light ? 1.0 : 1.0 / value;
            said = true;
        }
    if (const auto primaries = chunks.find("cHRM");
        primaries != chunks.end() && primaries->second.size() == 32) {
        constexpr std::array<size_t, 8> kWhiteFirst{6, 7, 0, 1, 2, 3, 4, 5};
        Chromaticities told{};
        for (size_t i = 0; i < told.size(); ++i)
            told[kWhiteFirst[i]] = number(primaries->second, 4 * i) / kUnit;
        if (matrix_to_srgb(told)) {
            encoding.chromaticities = told;
            said = true;
        }
    }
    return said ? std::optional(encoding) : std::nullopt;
}

/// @return whether the chunk says what no other can.
bool take_cicp(const Chunks& chunks, PixelLayout& layout) {
    const auto cicp = chunks.find("cICP");
    if (cicp == chunks.end() || cicp->second.size() != 4 || cicp->second[2] != 0)
        return false;
    const auto encoding = encoding_of_code_points(cicp->second[0], cicp->second[1], cicp->second[3] != 0);
    if (encoding)
        layout.take_encoding(*encoding, ColourSign::PngCicp);
    return encoding.has_value();
}

void take_colours(const Chunks& chunks, PixelLayout& layout) {
    if (take_cicp(chunks, layout))
        return;
    if (const auto profile = chunks.find("iCCP"); profile != chunks.end())
        layout.profile = unpacked_profile(profile->second);
    if (chunks.contains("sRGB"))
        layout.take_encoding({}, ColourSign::PngSrgb);
    else if (const auto encoding = gamma_and_primaries(chunks))
        layout.take_encoding(*encoding, ColourSign::PngGamma);
}

}  // namespace

Status read_png_says(FILE* file, PixelLayout& layout) {
    std::fseek(file, 8, SEEK_SET);
    if (const std::optional<ChunkHead> first = next_chunk(file); first && first->name == "CgBI")
        return Error{
            "it is a PNG that was changed for apps on iPhones, which no other program reads; open it "
            "in Preview and export it again"};
    const Chunks chunks = wanted_chunks(file);
    take_colours(chunks, layout);
    if (const auto exif = chunks.find("eXIf"); exif != chunks.end())
        layout.orientation = read_exif(exif->second).orientation;
    return Done{};
}

}  // namespace allaprima
