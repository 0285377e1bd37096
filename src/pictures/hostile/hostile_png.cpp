#include "pictures/hostile/byte_text.h"
#include "pictures/hostile/hostile_pictures.h"
#include "pictures/hostile/png_bytes.h"

namespace allaprima::testing {
namespace {

/// Rows of a grey ramp, each with its filter byte.
std::string grey_rows(int width, int height) {
    std::string rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0';
        for (int x = 0; x < width; ++x)
            rows += static_cast<char>(16 + (5 * x + 3 * y) % 200);
    }
    return rows;
}

std::string even_rows(size_t width, size_t height, const std::string& pixel) {
    std::string row(1, '\0'), rows;
    for (size_t x = 0; x < width; ++x)
        row += pixel;
    for (size_t y = 0; y < height; ++y)
        rows += row;
    return rows;
}

/// Every step from black to white, of 16 bits, in reading order.
std::string grey16() {
    std::string rows;
    for (uint32_t i = 0; i < 256 * 64; ++i)
        rows += (i % 256 == 0 ? std::string(1, '\0') : "") + big(i * 65535 / 16383, 2);
    return png_file({256, 64, 16, 0}, rows);
}

/// A blue square with red around it of which nothing shows.
std::string red_under_alpha() {
    std::string rows;
    for (int y = 0; y < 64; ++y) {
        rows += '\0';
        for (int x = 0; x < 64; ++x) {
            const bool inside = x >= 16 && x < 48 && y >= 16 && y < 48;
            rows += inside ? bytes({0, 0, 255, 255}) : bytes({255, 0, 0, 0});
        }
    }
    return png_file({64, 64, 8, 6}, rows);
}

/// A file of one pixel with a chunk before the pixel.
std::string dot_with(const std::string& chunk) {
    return std::string(kPngSignature) + png_head({1, 1}) + chunk +
           png_chunk("IDAT", zlib_stored(bytes({0, 90, 120, 200}))) + png_chunk("IEND", "");
}

/// A file of this header whose pixels are far fewer than it says.
std::string bomb(const PngHead& head) {
    return std::string(kPngSignature) + png_head(head) + png_chunk("IDAT", zlib_zeros(100)) +
           png_chunk("IEND", "");
}

}  // namespace

std::vector<HostilePicture> hostile_png_files() {
    constexpr PngHead kGrey{20, 12, 8, 0};
    constexpr size_t kHeadAt = kPngSignature.size() + 8, kPixelsAt = kHeadAt + 13 + 4;
    const std::string whole = png_file(kGrey, grey_rows(20, 12));
    const std::string dot = dot_with("");
    const std::string pixels = whole.substr(kPixelsAt, whole.size() - kPixelsAt - 12);
    return {
        {"empty.png", ""},
        {"png-1x1.png", dot, Size{1, 1}},
        {"png-named.jpg", dot, Size{1, 1}},
        {"png-65500x1.png", png_file({65500, 1, 8, 0}, grey_rows(65500, 1)), Size{65500, 1}},
        {"png-grey16.png", grey16(), Size{256, 64}},
        {"png-transparent-red-under-alpha.png", red_under_alpha(), Size{64, 64}},
        {"png-text-that-unpacks-to-60-mb.png",
         dot_with(png_chunk("zTXt", "Comment" + std::string(2, '\0') + zlib_zeros(60'000'000))), Size{1, 1}},
        {"png-animation-of-more-frames-than-there-are.png",
         std::string(kPngSignature) + png_head(kGrey) + png_chunk("acTL", big(65536, 4) + big(0, 4)) +
             whole.substr(kPixelsAt),
         Size{20, 12}},
        {"png-end-chunk-cut.png", cut(whole, whole.size() - 6), Size{20, 12}},
        {"png-cut-in-the-pixels.png", cut(whole, whole.size() - 60)},
        {"png-cut-in-the-header.png", cut(whole, 25)},
        {"png-stream-broken.png", std::string(kPngSignature) + png_head(kGrey) +
                                      png_chunk("IDAT", bytes({0x78, 0x01}) + noise(120, 3)) +
                                      png_chunk("IEND", "")},
        {"png-signature-and-noise.png", std::string(kPngSignature) + noise(72, 7)},
        {"png-header-checksum-wrong.png", spoilt(whole, kHeadAt + 13, whole[kHeadAt + 13] ^ 1)},
        {"png-pixels-checksum-wrong.png",
         spoilt(whole, kPixelsAt + pixels.size() - 1, whole[kPixelsAt + pixels.size() - 1] ^ 1)},
        {"png-header-length-wrong.png", spoilt(whole, kPngSignature.size() + 3, 14)},
        {"png-pixels-length-wrong.png", spoilt(whole, kPixelsAt, 0xff)},
        {"png-no-pixels.png", std::string(kPngSignature) + png_head(kGrey) + png_chunk("IEND", "")},
        {"png-colour-type-9.png", png_file({20, 12, 8, 9}, grey_rows(20, 12))},
        {"png-depth-99.png", png_file({20, 12, 99, 0}, grey_rows(20, 12))},
        {"png-signature-byte-wrong.png", spoilt(whole, 1, 'p')},
        {"png-signature-line-end-turned.png", spoilt(whole, 4, '\n')},
        {"png-zero-by-zero.png", bomb({0, 0})},
        {"png-largest-sides.png", bomb({0x7fffffff, 0x7fffffff, 8, 6})},
        {"png-bomb-900-megapixels.png", bomb({30000, 30000})},
        {"png-bomb-unpacks-to-54-mb.png", std::string(kPngSignature) + png_head({25000, 17200, 1, 0}) +
                                              png_chunk("IDAT", zlib_zeros(size_t{17200} * (1 + 25000 / 8))) +
                                              png_chunk("IEND", "")},
        {"png-even-but-of-another-length.png",
         std::string(kPngSignature) + png_head({64, 64}) +
             png_chunk("IDAT", zlib_stored(even_rows(64, 20, bytes({9, 9, 9})))) + png_chunk("IEND", "")},
    };
}

}  // namespace allaprima::testing
