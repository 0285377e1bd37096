// TIFFs of the kinds that OpenImageIO's writer does not make.

#include <gtest/gtest.h>

#include <cstdarg>

#include "base/test_folder.h"
#include "codecs/tiff_handles.h"
#include "image/colour.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

using testing::TestFolder;

constexpr uint32_t kWidth = 20, kHeight = 6;

struct TiffKind {
    uint16_t bits = 8, channels = 1, photometric = PHOTOMETRIC_MINISBLACK;
    uint16_t planes = PLANARCONFIG_CONTIG;
    uint16_t compression = COMPRESSION_ADOBE_DEFLATE;
    uint16_t orientation = ORIENTATION_TOPLEFT;
};

/// A file whose packed rows are all alike.
void write_tiff(const std::string& path, const TiffKind& kind,
                std::vector<std::vector<uint8_t>> row_of_plane) {
    const TiffHandle tiff(TIFFOpen(path.c_str(), "w"));
    ASSERT_TRUE(tiff);
    const auto set = [&](uint32_t tag, auto... values) { TIFFSetField(tiff.get(), tag, values...); };
    set(TIFFTAG_IMAGEWIDTH, kWidth);
    set(TIFFTAG_IMAGELENGTH, kHeight);
    set(TIFFTAG_BITSPERSAMPLE, kind.bits);
    set(TIFFTAG_SAMPLESPERPIXEL, kind.channels);
    set(TIFFTAG_PHOTOMETRIC, kind.photometric);
    set(TIFFTAG_PLANARCONFIG, kind.planes);
    set(TIFFTAG_COMPRESSION, kind.compression);
    set(TIFFTAG_ORIENTATION, kind.orientation);
    set(TIFFTAG_ROWSPERSTRIP, kHeight);
    if (kind.photometric == PHOTOMETRIC_YCBCR)
        set(TIFFTAG_YCBCRSUBSAMPLING, 1, 1);
    for (uint16_t plane = 0; plane < row_of_plane.size(); ++plane)
        for (uint32_t y = 0; y < kHeight; ++y)
            ASSERT_EQ(TIFFWriteScanline(tiff.get(), row_of_plane[plane].data(), y, plane), 1);
}

Photo read_tiff(const std::string& path) {
    const Result<Photo> photo = read_photo(path);
    EXPECT_TRUE(photo.ok()) << (photo.ok() ? "" : photo.error().message);
    return photo.ok() ? photo.value() : Photo{};
}

TEST(TiffSource, PlanesThatLieApartInCompressedStripsAreReadTogether) {
    const TestFolder folder;
    write_tiff(folder.at("a"),
               {.channels = 3, .photometric = PHOTOMETRIC_RGB, .planes = PLANARCONFIG_SEPARATE},
               {std::vector<uint8_t>(kWidth, 255), std::vector<uint8_t>(kWidth, 128),
                std::vector<uint8_t>(kWidth, 0)});
    const Rgb light = read_tiff(folder.at("a")).colour.at(19, 5);
    EXPECT_NEAR(light.r, 1.0f, 1e-6f);
    EXPECT_NEAR(light.g, linear_from_srgb(128.0f / 255.0f), 1e-4f);
    EXPECT_NEAR(light.b, 0.0f, 1e-6f);
}

TEST(TiffSource, EachBitIsAPixel) {
    const TestFolder folder;
    write_tiff(folder.at("a"), {.bits = 1}, {{0b10100000, 0, 0b00010000}});
    const Photo photo = read_tiff(folder.at("a"));
    for (int x = 0; x < static_cast<int>(kWidth); ++x)
        EXPECT_EQ(photo.colour.at(x, 3).g, x == 0 || x == 2 || x == 19 ? 1.0f : 0.0f) << x;
}

TEST(TiffSource, WhiteMayBeTheLeastStepAtAnyDepth) {
    const TestFolder folder;
    for (const uint16_t bits : {uint16_t{1}, uint16_t{8}, uint16_t{16}}) {
        const size_t bytes = (kWidth * bits + 7) / 8;
        write_tiff(folder.at("a"), {.bits = bits, .photometric = PHOTOMETRIC_MINISWHITE},
                   {std::vector<uint8_t>(bytes, 0)});
        EXPECT_NEAR(read_tiff(folder.at("a")).colour.at(7, 2).r, 1.0f, 1e-6f) << bits;
    }
}

// What libtiff converts to RGB it would also turn, and then it would be turned twice.
TEST(TiffSource, ConvertedPicturesAreTurnedOnce) {
    const TestFolder folder;
    std::vector<uint8_t> row;
    for (uint32_t x = 0; x < kWidth; ++x)
        row.insert(row.end(), {static_cast<uint8_t>(x * 12), 128, 128});
    for (const uint16_t orientation : {uint16_t{1}, uint16_t{3}, uint16_t{6}, uint16_t{8}}) {
        write_tiff(folder.at("a"),
                   {.channels = 3, .photometric = PHOTOMETRIC_YCBCR, .orientation = orientation}, {row});
        const Photo photo = read_tiff(folder.at("a"));
        const bool lying = orientation < 5;
        ASSERT_EQ(photo.size(), lying ? (Size{20, 6}) : (Size{6, 20})) << orientation;
        const Rgb first = photo.colour.at(0, 0), last = photo.colour.at(lying ? 19 : 0, lying ? 0 : 19);
        const bool rises = orientation == 1 || orientation == 6;
        EXPECT_EQ(first.g < last.g, rises) << orientation;
    }
}

TEST(TiffSource, InksBeyondCmykAreRefused) {
    const TestFolder folder;
    write_tiff(folder.at("a"), {.channels = 3, .photometric = PHOTOMETRIC_SEPARATED},
               {std::vector<uint8_t>(3 * kWidth, 10)});
    const Result<Photo> photo = read_photo(folder.at("a"));
    ASSERT_FALSE(photo.ok());
    EXPECT_NE(photo.error().message.find("inks other than CMYK"), std::string::npos) << photo.error().message;
}

}  // namespace
}  // namespace allaprima
