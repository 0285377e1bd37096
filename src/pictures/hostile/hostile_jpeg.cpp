#include "pictures/hostile/byte_text.h"
#include "pictures/hostile/hostile_pictures.h"
#include "pictures/hostile/jpeg_bytes.h"

namespace allaprima::testing {
namespace {

constexpr int kColumns = 6, kRows = 4;
constexpr Size kLying{8 * kColumns, 8 * kRows}, kStanding{8 * kRows, 8 * kColumns};

/// The colours of a small picture that is different in every corner.
std::array<int, 3> colour_at(int column, int row) {
    return {60 + 30 * column, 200 - 40 * row, 100 + 10 * column};
}

BlockPicture in_colours() {
    BlockPicture picture{kColumns, kRows, 3, {}};
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const auto [r, g, b] = colour_at(column, row);
            picture.blocks.push_back(ycc(r, g, b));
        }
    return picture;
}

/// The same in inks without black, as JPEGs hold them: 255 is none.
BlockPicture in_inks() {
    BlockPicture picture{kColumns, kRows, 4, {}};
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const auto [r, g, b] = colour_at(column, row);
            std::array<uint8_t, 4> inks{};
            for (size_t c = 0; c < 4; ++c)
                inks[c] = static_cast<uint8_t>(c == 0 ? r : c == 1 ? g : c == 2 ? b : 255);
            picture.blocks.push_back(inks);
        }
    return picture;
}

std::string with_metadata(const std::string& metadata) {
    JpegParts parts = jpeg_parts(in_colours());
    parts.metadata = metadata;
    return parts.file();
}

std::string exif(const std::string& directory) {
    return jpeg_segment(0xe1, "Exif" + std::string(2, '\0') + directory);
}

/// A TIFF directory of one entry, the orientation.
std::string orientation(int value) {
    return "II*" + std::string(1, '\0') + little(8, 4) + little(1, 2) + little(0x0112, 2) + little(3, 2) +
           little(1, 4) + little(static_cast<uint64_t>(value), 4) + little(0, 4);
}

std::string adobe_mark() {
    return jpeg_segment(0xee, "Adobe" + big(100, 2) + std::string(4, '\0') + bytes({0}));
}

std::string inks(bool with_mark) {
    JpegParts parts = jpeg_parts(in_inks());
    if (with_mark)
        parts.metadata = adobe_mark();
    return parts.file();
}

/// One byte of the frame's header changed; its size stands from 5 on, its channels from 9.
std::string frame_spoilt(size_t at, int byte) {
    JpegParts parts = jpeg_parts(in_colours());
    parts.frame = spoilt(parts.frame, at, byte);
    return parts.file();
}

std::string frame_of_size(uint64_t width, uint64_t height) {
    JpegParts parts = jpeg_parts(in_colours());
    parts.frame.replace(5, 4, big(height, 2) + big(width, 2));
    return parts.file();
}

std::string progressive_cut() {
    const std::string whole = jpeg_parts(in_colours(), true).file();
    return cut(whole, whole.size() - 20);
}

std::string scan_first() {
    JpegParts parts = jpeg_parts(in_colours());
    std::swap(parts.frame, parts.scan);
    return parts.file();
}

std::string without_tables() {
    JpegParts parts = jpeg_parts(in_colours());
    parts.tables.clear();
    return parts.file();
}

/// More codes of one bit than there can be.
std::string codes_impossible() {
    JpegParts parts = jpeg_parts(in_colours());
    parts.tables += jpeg_segment(0xc4, bytes({0x00, 9}) + std::string(15, '\0') + std::string(9, '\1'));
    return parts.file();
}

std::string noise_in_scan() {
    JpegParts parts = jpeg_parts(in_colours());
    parts.scan += bytes({0xff, 0x01, 0xff, 0xd3}) + noise(200, 11);
    parts.scan.replace(20, 12, noise(12, 5));
    return parts.file();
}

}  // namespace

std::vector<HostilePicture> hostile_jpeg_files() {
    const std::string whole = jpeg_parts(in_colours()).file();
    const std::string ifd_at = "II*" + std::string(1, '\0');
    return {
        {"jpeg-orientation-6.jpg", with_metadata(exif(orientation(6))), kStanding},
        {"jpeg-inks-with-adobe-mark.jpg", inks(true), kLying},
        {"jpeg-inks-without-adobe-mark.jpg", inks(false), kLying},
        {"jpeg-progressive.jpg", jpeg_parts(in_colours(), true).file(), kLying},
        {"jpeg-exif-cut.jpg", with_metadata(exif(cut(orientation(6), 13))), kLying},
        {"jpeg-exif-directory-outside.jpg", with_metadata(exif(ifd_at + little(0x7ffffff0, 4))), kLying},
        {"jpeg-exif-65535-entries.jpg", with_metadata(exif(ifd_at + little(8, 4) + little(0xffff, 2))),
         kLying},
        {"jpeg-exif-directory-in-a-ring.jpg",
         with_metadata(exif(ifd_at + little(8, 4) + little(0, 2) + little(8, 4))), kLying},
        {"jpeg-orientation-9.jpg", with_metadata(exif(orientation(9))), kLying},
        {"jpeg-adobe-mark-cut.jpg", with_metadata(jpeg_segment(0xee, "Adobe")), kLying},
        {"jpeg-photoshop-block-broken.jpg",
         with_metadata(jpeg_segment(0xed, "Photoshop 3.0" + std::string(1, '\0') + "8BIM" + big(0x03ed, 2) +
                                              std::string(2, '\0') + big(0x7fffffff, 4))),
         kLying},
        {"jpeg-profile-cut.jpg",
         with_metadata(
             jpeg_segment(0xe2, "ICC_PROFILE" + std::string(1, '\0') + bytes({1, 3}) + noise(40, 2))),
         kLying},
        {"jpeg-comment-length-too-short.jpg",
         with_metadata(bytes({0xff, 0xfe}) + big(4, 2) + "a comment that is longer than it says"), kLying},
        {"jpeg-comment-length-too-long.jpg", with_metadata(bytes({0xff, 0xfe}) + big(60000, 2) + "short")},
        {"jpeg-end-mark-cut.jpg", cut(whole, whole.size() - 2), kLying},
        {"jpeg-cut-in-the-pixels.jpg", cut(whole, whole.size() - 30)},
        {"jpeg-cut-in-the-tables.jpg", cut(whole, 50)},
        {"jpeg-cut-in-the-codes.jpg", cut(whole, whole.size() / 2)},
        {"jpeg-progressive-cut.jpg", progressive_cut()},
        {"jpeg-frame-65535x65535.jpg", frame_of_size(65535, 65535)},
        {"jpeg-frame-of-no-width.jpg", frame_of_size(0, 32)},
        {"jpeg-frame-of-no-height.jpg", frame_of_size(48, 0)},
        {"jpeg-frame-larger-than-its-pixels.jpg", frame_of_size(48, 320)},
        {"jpeg-depth-12.jpg", frame_spoilt(4, 12)},
        {"jpeg-200-channels.jpg", frame_spoilt(9, 200)},
        {"jpeg-sampling-0.jpg", frame_spoilt(11, 0x00)},
        {"jpeg-sampling-15.jpg", frame_spoilt(11, 0xff)},
        {"jpeg-steps-table-missing.jpg", frame_spoilt(12, 3)},
        {"jpeg-scan-before-frame.jpg", scan_first()},
        {"jpeg-no-tables.jpg", without_tables()},
        {"jpeg-codes-impossible.jpg", codes_impossible()},
        {"jpeg-noise-in-the-pixels.jpg", noise_in_scan()},
        {"jpeg-mark-and-noise.jpg", bytes({0xff, 0xd8, 0xff, 0xe0}) + noise(300, 9)},
    };
}

}  // namespace allaprima::testing
