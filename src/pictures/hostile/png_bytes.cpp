#include "pictures/hostile/png_bytes.h"

#include <algorithm>

#include "pictures/hostile/byte_text.h"

namespace allaprima::testing {
namespace {

uint32_t crc_of(std::string_view data) {
    uint32_t crc = 0xffffffff;
    for (const char c : data) {
        crc ^= static_cast<uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

uint32_t adler_of(std::string_view data) {
    uint32_t low = 1, high = 0;
    for (const char c : data) {
        low = (low + static_cast<uint8_t>(c)) % 65521;
        high = (high + low) % 65521;
    }
    return high << 16 | low;
}

constexpr int kZlibHead[] = {0x78, 0x01};

/// Codes of deflate's fixed table, lowest bit of each byte first.
class FixedCodes {
  public:
    /// @param code its first bit is its highest.
    void add(uint32_t code, int length) {
        for (int bit = length - 1; bit >= 0; --bit) {
            byte_ |= (code >> bit & 1) << filled_;
            if (++filled_ == 8)
                flush();
        }
    }
    std::string finish() {
        if (filled_ > 0)
            flush();
        return text_;
    }

  private:
    void flush() {
        text_ += static_cast<char>(byte_);
        byte_ = 0;
        filled_ = 0;
    }

    std::string text_;
    uint32_t byte_ = 0;
    int filled_ = 0;
};

}  // namespace

std::string png_chunk(std::string_view name, const std::string& data) {
    const std::string named = std::string(name) + data;
    return big(data.size(), 4) + named + big(crc_of(named), 4);
}

std::string png_head(const PngHead& head) {
    return png_chunk(
        "IHDR", big(head.width, 4) + big(head.height, 4) + bytes({head.depth, head.colour_type, 0, 0, 0}));
}

std::string zlib_stored(const std::string& data) {
    constexpr size_t kMost = 65535;
    std::string stream = bytes({kZlibHead[0], kZlibHead[1]});
    size_t begin = 0;
    do {
        const size_t count = std::min(kMost, data.size() - begin);
        stream += bytes({begin + count == data.size()}) + little(count, 2) + little(~count, 2);
        stream += data.substr(begin, count);
        begin += count;
    } while (begin < data.size());
    return stream + big(adler_of(data), 4);
}

std::string zlib_zeros(size_t count) {
    constexpr size_t kLongest = 258;
    FixedCodes codes;
    codes.add(0b1, 1);   // the last block,
    codes.add(0b10, 2);  // by the fixed table
    auto add_zero = [&] { codes.add(0b00110000, 8); };
    add_zero();
    size_t left = count - 1;
    for (; left >= kLongest; left -= kLongest) {
        codes.add(0b11000101, 8);  // so many bytes as before,
        codes.add(0b00000, 5);     // one back
    }
    for (; left > 0; --left)
        add_zero();
    codes.add(0b0000000, 7);
    return bytes({kZlibHead[0], kZlibHead[1]}) + codes.finish() + big((count % 65521) << 16 | 1, 4);
}

std::string png_file(const PngHead& head, const std::string& rows) {
    return std::string(kPngSignature) + png_head(head) + png_chunk("IDAT", zlib_stored(rows)) +
           png_chunk("IEND", "");
}

}  // namespace allaprima::testing
