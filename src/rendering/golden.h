#pragma once
#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "image/image.h"

// Pictures of a few strokes, kept in goldens/ and compared with what is painted now. They agree when all
// channels of 99.9 % of the pixels are within 2/255, for processors differ in the last bit. When they do
// not, expected · difference (eight times as strong, about grey) · got is written into the build folder;
// ALLAPRIMA_ACCEPT=1 in the environment keeps what was painted as the new golden.
namespace allaprima::testing {

/// Eight-bit RGB, row after row.
struct Bytes {
    Size size;
    std::vector<uint8_t> values;
};

inline Bytes eight_bit(const Image<Rgb>& picture) {
    Bytes bytes{picture.size(), {}};
    for (Rgb c : picture.pixels())
        for (float v : {c.r, c.g, c.b})
            bytes.values.push_back(static_cast<uint8_t>(std::lround(255.0f * std::clamp(v, 0.0f, 1.0f))));
    return bytes;
}

inline std::optional<Bytes> read_png(const std::string& file) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&header, file.c_str()))
        return std::nullopt;
    header.format = PNG_FORMAT_RGB;
    Bytes bytes{{static_cast<int>(header.width), static_cast<int>(header.height)},
                std::vector<uint8_t>(PNG_IMAGE_SIZE(header))};
    if (!png_image_finish_read(&header, nullptr, bytes.values.data(), 0, nullptr))
        return std::nullopt;
    return bytes;
}

inline bool write_png(const std::string& file, const Bytes& bytes) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(bytes.size.width);
    header.height = static_cast<png_uint_32>(bytes.size.height);
    header.format = PNG_FORMAT_RGB;
    return png_image_write_to_file(&header, file.c_str(), 0, bytes.values.data(), 0, nullptr) != 0;
}

/// Share of the pixels of which a channel is farther off than 2/255. Both of one size.
inline double share_off(const Bytes& a, const Bytes& b) {
    size_t off = 0;
    for (size_t i = 0; i < a.values.size(); i += 3) {
        int most = 0;
        for (size_t k = i; k < i + 3; ++k)
            most = std::max(most, std::abs(a.values[k] - b.values[k]));
        off += most > 2 ? 1 : 0;
    }
    return 3.0 * static_cast<double>(off) / static_cast<double>(a.values.size());
}

/// expected · difference · got, side by side.
inline Bytes side_by_side(const Bytes& expected, const Bytes& got) {
    Bytes all{{3 * got.size.width, got.size.height}, {}};
    const size_t row = 3 * static_cast<size_t>(got.size.width);
    for (size_t from = 0; from < got.values.size(); from += row) {
        const auto at = static_cast<long>(from), end = static_cast<long>(from + row);
        all.values.insert(all.values.end(), expected.values.begin() + at, expected.values.begin() + end);
        for (size_t k = from; k < from + row; ++k)
            all.values.push_back(
                static_cast<uint8_t>(std::clamp(128 + 8 * (got.values[k] - expected.values[k]), 0, 255)));
        all.values.insert(all.values.end(), got.values.begin() + at, got.values.begin() + end);
    }
    return all;
}

/// Empty when the picture agrees with goldens/NAME.png, else what is wrong and where to look.
inline std::string differs_from_golden(const std::string& name, const Image<Rgb>& got) {
    const std::string golden = ALLAPRIMA_SOURCE_DIR "/src/rendering/goldens/" + name + ".png";
    const Bytes bytes = eight_bit(got);
    const char* accept = std::getenv("ALLAPRIMA_ACCEPT");
    if (accept && std::string(accept) == "1")
        return write_png(golden, bytes) ? "" : "cannot write " + golden;
    const std::optional<Bytes> expected = read_png(golden);
    if (!expected || expected->size != bytes.size)
        return "no golden of this size: " + golden;
    const double off = share_off(*expected, bytes);
    if (off <= 0.001)
        return "";
    const std::string shown = ALLAPRIMA_GOLDEN_FAILURES "/golden-" + name + ".png";
    write_png(shown, side_by_side(*expected, bytes));
    return std::to_string(100.0 * off) + " % of the pixels differ; see " + shown +
           ". ALLAPRIMA_ACCEPT=1 keeps the new picture.";
}

}  // namespace allaprima::testing
