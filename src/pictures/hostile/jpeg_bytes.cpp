#include "pictures/hostile/jpeg_bytes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "pictures/hostile/byte_text.h"

namespace allaprima::testing {
namespace {

/// Codes as scans hold them: highest bit first, and a 0 after each byte 255.
class ScanCodes {
  public:
    void add(uint32_t code, int length) {
        for (int bit = length - 1; bit >= 0; --bit) {
            byte_ = byte_ << 1 | (code >> bit & 1);
            if (++filled_ == 8)
                flush();
        }
    }
    std::string finish() {
        while (filled_ > 0)
            add(1, 1);
        return text_;
    }

  private:
    void flush() {
        text_ += static_cast<char>(byte_);
        if ((byte_ & 0xff) == 0xff)
            text_ += '\0';
        byte_ = 0;
        filled_ = 0;
    }

    std::string text_;
    uint32_t byte_ = 0;
    int filled_ = 0;
};

/// One step of 8 for all coefficients: that of an even block is then its value less 128.
std::string steps() {
    return jpeg_segment(0xdb, bytes({0}) + std::string(64, '\x08'));
}

/// For differences, nine codes of four bits, 0 to 8: how many bits follow. For the rest, one of one bit:
/// nothing.
std::string codes() {
    return jpeg_segment(
               0xc4, bytes({0x00, 0, 0, 0, 9}) + std::string(12, '\0') + bytes({0, 1, 2, 3, 4, 5, 6, 7, 8})) +
           jpeg_segment(0xc4, bytes({0x10, 1}) + std::string(15, '\0') + bytes({0}));
}

void add_difference(ScanCodes& codes, int difference) {
    int length = 0;
    while (std::abs(difference) >> length)
        ++length;
    codes.add(static_cast<uint32_t>(length), 4);
    codes.add(static_cast<uint32_t>(difference > 0 ? difference : difference + (1 << length) - 1), length);
}

std::string pixels(const BlockPicture& picture, bool progressive) {
    ScanCodes codes;
    std::array<int, 4> last = {128, 128, 128, 128};
    for (const auto& block : picture.blocks)
        for (size_t c = 0; c < static_cast<size_t>(picture.channels); ++c) {
            add_difference(codes, block[c] - last[c]);
            last[c] = block[c];
            if (!progressive)
                codes.add(0, 1);
        }
    return codes.finish();
}

}  // namespace

std::string jpeg_segment(int marker, const std::string& payload) {
    return bytes({0xff, marker}) + big(payload.size() + 2, 2) + payload;
}

std::string JpegParts::file() const {
    return bytes({0xff, 0xd8}) + metadata + tables + frame + scan + bytes({0xff, 0xd9});
}

JpegParts jpeg_parts(const BlockPicture& picture, bool progressive) {
    std::string channels, choices;
    for (int c = 1; c <= picture.channels; ++c) {
        channels += bytes({c, 0x11, 0});
        choices += bytes({c, 0x00});
    }
    const std::string count = bytes({picture.channels});
    JpegParts parts;
    parts.tables = steps() + codes();
    parts.frame = jpeg_segment(progressive ? 0xc2 : 0xc0,
                               bytes({8}) + big(8 * static_cast<uint64_t>(picture.rows), 2) +
                                   big(8 * static_cast<uint64_t>(picture.columns), 2) + count + channels);
    parts.scan = jpeg_segment(0xda, count + choices + bytes({0, progressive ? 0 : 63, 0})) +
                 pixels(picture, progressive);
    return parts;
}

std::array<uint8_t, 4> ycc(int red, int green, int blue) {
    auto byte = [](double v) { return static_cast<uint8_t>(std::clamp(std::lround(v), 0L, 255L)); };
    return {byte(0.299 * red + 0.587 * green + 0.114 * blue),
            byte(128.0 - 0.168736 * red - 0.331264 * green + 0.5 * blue),
            byte(128.0 + 0.5 * red - 0.418688 * green - 0.081312 * blue), 0};
}

}  // namespace allaprima::testing
