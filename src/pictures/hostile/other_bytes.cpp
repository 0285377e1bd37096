#include "pictures/hostile/other_bytes.h"

#include <algorithm>

#include "pictures/hostile/byte_text.h"

namespace allaprima::testing {

std::string gif_head(int width, int height) {
    return "GIF89a" + little(static_cast<uint64_t>(width), 2) + little(static_cast<uint64_t>(height), 2) +
           bytes({0x81, 0, 0}) + bytes({0, 0, 0, 200, 60, 40, 40, 160, 90, 250, 240, 220});
}

std::string gif_frame(const GifPlace& place, int colour) {
    constexpr int kMostPixels = 40 * 30, kClear = 128, kEnd = 129, kBetweenClears = 100;
    const auto number = [](int value) { return little(static_cast<uint64_t>(value), 2); };
    // With 7 bits to begin with, codes have 8; the table is cleared before they would get 9.
    std::string codes;
    const int pixels = static_cast<int>(std::min<int64_t>(kMostPixels, int64_t{place.width} * place.height));
    for (int i = 0; i < pixels; ++i)
        codes += (i % kBetweenClears == 0 ? bytes({kClear}) : "") + bytes({colour});
    codes += bytes({kEnd});
    std::string frame = bytes({0x2c}) + number(place.x) + number(place.y) + number(place.width) +
                        number(place.height) + bytes({0, 7});
    for (size_t begin = 0; begin < codes.size(); begin += 255) {
        const std::string part = codes.substr(begin, 255);
        frame += bytes({static_cast<int>(part.size())}) + part;
    }
    return frame + bytes({0});
}

std::string bmp_file(const BmpHead& head) {
    constexpr int kWidth = 10, kHeight = 6;
    const auto number = [](int64_t value, size_t count) {
        return little(static_cast<uint64_t>(value), count);
    };
    std::string table;
    const int colours = head.depth > 8 ? 0 : head.colours ? head.colours : 1 << head.depth;
    for (int i = 0; i < colours; ++i)
        table += bytes({i, i, i, 0});
    const int row = (kWidth * head.depth / 8 + 3) / 4 * 4;
    const size_t begin = 14 + 40 + table.size(), pixels = static_cast<size_t>(row * kHeight);
    return "BM" + little(begin + pixels, 4) + little(0, 4) + little(begin, 4) + little(40, 4) +
           number(head.width, 4) + number(head.height, 4) + little(1, 2) + number(head.depth, 2) +
           number(head.compression, 4) + little(pixels, 4) + number(2835, 4) + number(2835, 4) +
           number(head.colours, 4) + little(0, 4) + table + noise(pixels, 13);
}

std::string tiff_file(const TiffHead& head) {
    constexpr uint32_t kPixels = 24 * 16, kShort = 3, kLong = 4;
    std::vector<TiffEntry> entries = {
        {256, kLong, 1, head.width},  {257, kLong, 1, head.height},
        {258, kShort, 1, head.depth}, {259, kShort, 1, head.compression},
        {262, kShort, 1, 1},          {273, kLong, 1, head.pixels_at},
        {277, kShort, 1, 1},          {278, kLong, 1, head.height},
        {279, kLong, 1, kPixels},
    };
    for (const TiffEntry& entry : head.more) {
        std::erase_if(entries, [&](const TiffEntry& other) { return other.tag == entry.tag; });
        entries.push_back(entry);
    }
    std::ranges::sort(entries, {}, &TiffEntry::tag);
    const size_t begin = 8 + 2 + 12 * entries.size() + 4;
    std::string file = "II*" + std::string(1, '\0') + little(8, 4) + little(entries.size(), 2);
    for (const TiffEntry& entry : entries) {
        const bool where = entry.tag == 273 && head.pixels_at == 0;
        file += little(static_cast<uint64_t>(entry.tag), 2) + little(static_cast<uint64_t>(entry.type), 2) +
                little(entry.count, 4) + little(where ? begin : entry.value, 4);
    }
    return file + little(0, 4) + noise(kPixels, 19);
}

std::string webp_chunk(std::string_view name, const std::string& data) {
    return std::string(name) + little(data.size(), 4) + data + (data.size() % 2 ? std::string(1, '\0') : "");
}

std::string webp_file(const std::string& chunks) {
    return "RIFF" + little(chunks.size() + 4, 4) + "WEBP" + chunks;
}

std::string webp_even_pixels(int width, int height) {
    // Bits from the lowest up: the size, no alpha, version 0; no transform, no cache, one set of codes, and
    // for each channel and for distances a code of one symbol, which takes no bits at all.
    std::string bits;
    const auto add = [&](uint64_t value, int count) {
        for (int bit = 0; bit < count; ++bit)
            bits += value >> bit & 1 ? '1' : '0';
    };
    add(static_cast<uint64_t>(width - 1), 14);
    add(static_cast<uint64_t>(height - 1), 14);
    add(0, 1 + 3 + 3);
    for (const int symbol : {150, 90, 60, 255, 0}) {
        add(0b101, 3);
        add(static_cast<uint64_t>(symbol), 8);
    }
    std::string data = bytes({0x2f});
    for (size_t i = 0; i < bits.size(); i += 8) {
        int byte = 0;
        for (size_t bit = 0; bit < 8 && i + bit < bits.size(); ++bit)
            byte |= (bits[i + bit] - '0') << bit;
        data += bytes({byte});
    }
    return data;
}

std::string svg_of_entities() {
    std::string text = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY a0 \"ha\">";
    for (int i = 1; i <= 9; ++i) {
        text += "<!ENTITY a" + std::to_string(i) + " \"";
        for (int k = 0; k < 10; ++k)
            text += "&a" + std::to_string(i - 1) + ";";
        text += "\">";
    }
    return text +
           "]>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" "
           "height=\"40\"><text>&a9;</text></svg>\n";
}

}  // namespace allaprima::testing
