#include "pictures/read_photo.h"

#include <OpenImageIO/imageio.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "base/test_folder.h"
#include "image/colour.h"

namespace allaprima {
namespace {

using testing::TestFolder;

/// Pixels for a file in the making: channel by channel, in [0, 1].
struct Sample {
    Size size;
    int channels = 3;
    std::vector<float> values;

    float at(int x, int y, int c) const {
        return values[static_cast<size_t>((y * size.width + x) * channels + c)];
    }
};

/// Smooth, different in every corner, and away from the ends of the range.
Sample ramps(Size size, int channels) {
    Sample sample{size, channels, {}};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c) {
                const float across = static_cast<float>(x) / static_cast<float>(size.width);
                const float down = static_cast<float>(y) / static_cast<float>(size.height);
                sample.values.push_back(c == 0   ? 0.2f + 0.6f * across
                                        : c == 1 ? 0.8f - 0.5f * down
                                                 : 0.4f + 0.1f * across);
            }
    return sample;
}

void save(const std::string& path, const Sample& sample, OIIO::ImageSpec spec, const std::string& format) {
    auto output = OIIO::ImageOutput::create(format);
    ASSERT_TRUE(output) << format;
    spec.attribute("oiio:UnassociatedAlpha", 1);
    ASSERT_TRUE(output->open(path, spec)) << output->geterror();
    ASSERT_TRUE(output->write_image(OIIO::TypeDesc::FLOAT, sample.values.data())) << output->geterror();
    ASSERT_TRUE(output->close()) << output->geterror();
}

OIIO::ImageSpec spec_of(const Sample& sample, OIIO::TypeDesc type) {
    return {sample.size.width, sample.size.height, sample.channels, type};
}

Photo photo_in(const std::string& path, int long_side = 0) {
    const Result<Photo> photo = read_photo(path, {}, long_side);
    EXPECT_TRUE(photo.ok()) << (photo.ok() ? "" : photo.error().message);
    return photo.ok() ? photo.value() : Photo{};
}

/// The largest difference of any channel, in sRGB-encoded values.
float difference(const Photo& photo, const Sample& sample) {
    if (photo.size() != sample.size)
        return std::numeric_limits<float>::infinity();
    float largest = 0.0f;
    for (int y = 0; y < sample.size.height; ++y)
        for (int x = 0; x < sample.size.width; ++x) {
            const Rgb encoded = srgb_from_linear(photo.colour.at(x, y));
            largest = std::max({largest, std::fabs(encoded.r - sample.at(x, y, 0)),
                                std::fabs(encoded.g - sample.at(x, y, 1)),
                                std::fabs(encoded.b - sample.at(x, y, 2))});
        }
    return largest;
}

struct SavedKind {
    const char* format;
    OIIO::TypeDesc type;
    float tolerance;
    const char* compression;
};

TEST(ReadPhoto, OpensEveryFormatWhateverItsName) {
    const TestFolder folder;
    const Sample sample = ramps({48, 32}, 3);
    const SavedKind kinds[] = {
        {"png", OIIO::TypeDesc::UINT8, 0.003f, ""},      {"png", OIIO::TypeDesc::UINT16, 2e-5f, ""},
        {"tiff", OIIO::TypeDesc::UINT8, 0.003f, "lzw"},  {"tiff", OIIO::TypeDesc::UINT16, 2e-5f, "zip"},
        {"tiff", OIIO::TypeDesc::UINT16, 2e-5f, "none"}, {"jpeg", OIIO::TypeDesc::UINT8, 0.02f, "jpeg:98"},
        {"webp", OIIO::TypeDesc::UINT8, 0.05f, ""},      {"bmp", OIIO::TypeDesc::UINT8, 0.003f, ""},
        {"gif", OIIO::TypeDesc::UINT8, 0.1f, ""},
    };
    for (const SavedKind& kind : kinds) {
        OIIO::ImageSpec spec = spec_of(sample, kind.type);
        if (kind.compression[0])
            spec.attribute("compression", kind.compression);
        save(folder.at("file.any"), sample, spec, kind.format);
        EXPECT_LE(difference(photo_in(folder.at("file.any")), sample), kind.tolerance)
            << kind.format << kind.compression;
    }
}

TEST(ReadPhoto, OpensHeic) {
    const TestFolder folder;
    const Sample sample = ramps({64, 48}, 3);
    auto output = OIIO::ImageOutput::create("heif");
    if (!output || !output->open(folder.at("a.heic"), spec_of(sample, OIIO::TypeDesc::UINT8)) ||
        !output->write_image(OIIO::TypeDesc::FLOAT, sample.values.data()) || !output->close()) {
        if (output)
            output->geterror();
        GTEST_SKIP() << "no encoder for HEIC here";
    }
    EXPECT_LE(difference(photo_in(folder.at("a.heic")), sample), 0.06f);
}

TEST(ReadPhoto, FloatingPointIsLight) {
    const TestFolder folder;
    Sample sample = ramps({20, 70}, 3);
    sample.values[0] = 3.5f;
    sample.values[1] = -0.25f;
    for (const char* format : {"openexr", "tiff"})
        for (const int tile : {0, 16}) {
            OIIO::ImageSpec spec = spec_of(sample, OIIO::TypeDesc::FLOAT);
            spec.tile_width = spec.tile_height = tile;
            spec.tile_depth = tile > 0 ? 1 : 0;
            save(folder.at("a"), sample, spec, format);
            const Photo photo = photo_in(folder.at("a"));
            ASSERT_EQ(photo.size(), sample.size) << format;
            for (int y = 0; y < sample.size.height; ++y)
                for (int x = 0; x < sample.size.width; ++x)
                    ASSERT_EQ(photo.colour.at(x, y),
                              (Rgb{sample.at(x, y, 0), sample.at(x, y, 1), sample.at(x, y, 2)}))
                        << format << " tiles of " << tile;
        }
}

TEST(ReadPhoto, WhatIsNoNumberBecomesBlackAndWhatIsEndlessIsCut) {
    const TestFolder folder;
    Sample sample = ramps({2, 1}, 3);
    sample.values = {std::nanf(""), 0.5f, 0.25f, INFINITY, -INFINITY, 1.0f};
    save(folder.at("a.exr"), sample, spec_of(sample, OIIO::TypeDesc::FLOAT), "openexr");
    const Photo photo = photo_in(folder.at("a.exr"));
    EXPECT_EQ(photo.colour.at(0, 0), (Rgb{0.0f, 0.5f, 0.25f}));
    EXPECT_EQ(photo.colour.at(1, 0), (Rgb{65504.0f, -65504.0f, 1.0f}));
}

TEST(ReadPhoto, OneAndTwoChannelsAreGrey) {
    const TestFolder folder;
    for (const int channels : {1, 2})
        for (const char* format : {"png", "tiff"}) {
            Sample sample = ramps({9, 5}, channels);
            OIIO::ImageSpec spec = spec_of(sample, OIIO::TypeDesc::UINT16);
            if (channels == 2) {
                spec.channelnames = {"Y", "A"};
                spec.alpha_channel = 1;
            }
            save(folder.at("a"), sample, spec, format);
            const Photo photo = photo_in(folder.at("a"));
            EXPECT_EQ(photo.alpha.empty(), channels == 1) << format;
            const Rgb light = photo.colour.at(4, 2);
            EXPECT_NEAR(light.r, linear_from_srgb(sample.at(4, 2, 0)), 1e-4f) << format << channels;
            EXPECT_EQ(light.r, light.g);
            EXPECT_EQ(light.r, light.b);
        }
}

TEST(ReadPhoto, AlphaIsKeptApartFromColour) {
    const TestFolder folder;
    for (const char* format : {"png", "tiff"}) {
        Sample sample = ramps({16, 8}, 4);
        for (size_t i = 0; i < sample.values.size(); i += 4)
            sample.values[i + 3] = 0.5f;
        save(folder.at("a"), sample, spec_of(sample, OIIO::TypeDesc::UINT8), format);
        const Photo photo = photo_in(folder.at("a"));
        ASSERT_FALSE(photo.alpha.empty()) << format;
        EXPECT_NEAR(photo.alpha.at(3, 3), 0.5f, 0.01f) << format;
        EXPECT_LE(difference(photo, sample), 0.05f) << format;
    }
}

/// A lossless WebP of 8 x 8 pixels, all (255, 128, 64) at alpha 127; OpenImageIO's encoder cannot make one.
constexpr unsigned char kHalfTransparentWebp[] = {0x52, 0x49, 0x46, 0x46, 0x1e, 0x00, 0x00, 0x00, 0x57, 0x45,
                                                  0x42, 0x50, 0x56, 0x50, 0x38, 0x4c, 0x11, 0x00, 0x00, 0x00,
                                                  0x2f, 0x07, 0xc0, 0x01, 0x10, 0x07, 0x50, 0xc0, 0xfe, 0x17,
                                                  0xa8, 0x7f, 0x81, 0x88, 0xe8, 0x7f, 0x00, 0x00};

TEST(ReadPhoto, WebpColourIsNotMultipliedByAlpha) {
    const TestFolder folder;
    std::ofstream(folder.at("a"), std::ios::binary)
        .write(reinterpret_cast<const char*>(kHalfTransparentWebp), sizeof kHalfTransparentWebp);
    const Photo photo = photo_in(folder.at("a"));
    ASSERT_EQ(photo.size(), (Size{8, 8}));
    const Rgb encoded = srgb_from_linear(photo.colour.at(5, 2)) * 255.0f;
    EXPECT_NEAR(encoded.r, 255.0f, 2.0f);
    EXPECT_NEAR(encoded.g, 128.0f, 2.0f);
    EXPECT_NEAR(encoded.b, 64.0f, 2.0f);
    EXPECT_NEAR(photo.alpha.at(5, 2), 127.0f / 255.0f, 1e-6f);
}

TEST(ReadPhoto, MultipliedColourIsDividedByAlpha) {
    const TestFolder folder;
    const Sample sample{{2, 1}, 4, {0.2f, 0.1f, 0.05f, 0.5f, 0.4f, 0.4f, 0.4f, 1.0f}};
    save(folder.at("a.exr"), sample, spec_of(sample, OIIO::TypeDesc::FLOAT), "openexr");
    const Photo photo = photo_in(folder.at("a.exr"));
    EXPECT_EQ(photo.colour.at(0, 0), (Rgb{0.4f, 0.2f, 0.1f}));
    EXPECT_EQ(photo.alpha.at(0, 0), 0.5f);
}

TEST(ReadPhoto, OpaqueAlphaIsNone) {
    const TestFolder folder;
    Sample sample = ramps({8, 8}, 4);
    for (size_t i = 0; i < sample.values.size(); i += 4)
        sample.values[i + 3] = 1.0f;
    save(folder.at("a.png"), sample, spec_of(sample, OIIO::TypeDesc::UINT8), "png");
    EXPECT_TRUE(photo_in(folder.at("a.png")).alpha.empty());
    EXPECT_TRUE(photo_in(folder.at("a.png"), 5).alpha.empty());
}

/// Where a stored pixel must come out, by EXIF's table of orientations: the 0th row and column are at …
Rgb upright_corner(const Photo& photo, int orientation) {
    const int right = photo.size().width - 1, bottom = photo.size().height - 1;
    const bool at_right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    const bool at_bottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    return photo.colour.at(at_right ? right : 0, at_bottom ? bottom : 0);
}

TEST(ReadPhoto, TurnsEveryOrientationUpright) {
    const TestFolder folder;
    const Sample sample = ramps({32, 16}, 3);
    for (const char* format : {"jpeg", "tiff"})
        for (int orientation = 1; orientation <= 8; ++orientation) {
            OIIO::ImageSpec spec = spec_of(sample, OIIO::TypeDesc::UINT8);
            spec.attribute("Orientation", orientation);
            spec.attribute("compression", std::string(format) == "jpeg" ? "jpeg:100" : "none");
            save(folder.at("a"), sample, spec, format);
            for (const int long_side : {0, 8}) {
                const Photo photo = photo_in(folder.at("a"), long_side);
                const Size lying = long_side == 0 ? Size{32, 16} : Size{8, 4};
                EXPECT_EQ(photo.size(), orientation < 5 ? lying : (Size{lying.height, lying.width}));
                EXPECT_EQ(photo.original_size, orientation < 5 ? (Size{32, 16}) : (Size{16, 32}));
                const Rgb corner = srgb_from_linear(upright_corner(photo, orientation));
                EXPECT_NEAR(corner.r, sample.at(0, 0, 0), 0.06f) << format << " orientation " << orientation;
                EXPECT_NEAR(corner.g, sample.at(0, 0, 1), 0.06f) << format << " orientation " << orientation;
            }
        }
}

TEST(ReadPhoto, ReducesToTheMeanLight) {
    const TestFolder folder;
    // Black and white by turns: half the light, not half the code value.
    Sample sample{{64, 48}, 3, {}};
    for (int i = 0; i < 64 * 48; ++i)
        sample.values.insert(sample.values.end(), 3, (i % 64 + i / 64) % 2 == 0 ? 1.0f : 0.0f);
    save(folder.at("a.png"), sample, spec_of(sample, OIIO::TypeDesc::UINT8), "png");
    for (const int long_side : {32, 8, 1}) {
        const Photo photo = photo_in(folder.at("a.png"), long_side);
        EXPECT_EQ(photo.size().long_side(), long_side);
        for (const Rgb& light : photo.colour.pixels())
            EXPECT_NEAR(light.g, 0.5f, 1e-5f) << "at long side " << long_side;
    }
    EXPECT_EQ(photo_in(folder.at("a.png"), 1000).size(), (Size{64, 48}));
}

TEST(ReadPhoto, ReducedLargeJpegShowsTheSamePicture) {
    const TestFolder folder;
    OIIO::ImageSpec spec = spec_of(ramps({1000, 600}, 3), OIIO::TypeDesc::UINT8);
    save(folder.at("a.jpg"), ramps({1000, 600}, 3), spec, "jpeg");
    const Photo photo = photo_in(folder.at("a.jpg"), 100);
    EXPECT_LE(difference(photo, ramps({100, 60}, 3)), 0.03f);
    EXPECT_EQ(photo.original_size, (Size{1000, 600}));
}

constexpr const char* kCommonFormats[] = {"png", "tiff", "jpeg", "webp"};
constexpr const char* kRareFormats[] = {"bmp", "gif", "openexr"};

/// Whether the limits are seen to before a picture of this format is decoded.
void expect_limits(const char* format) {
    const TestFolder folder;
    const Sample sample = ramps({200, 100}, 3);
    save(folder.at("a"), sample, spec_of(sample, OIIO::TypeDesc::UINT8), format);
    for (const ReadLimits& limits : {ReadLimits{19'999, size_t{1} << 30}, ReadLimits{20'000, 100'000}}) {
        const Result<Photo> photo = read_photo(folder.at("a"), limits);
        ASSERT_FALSE(photo.ok()) << format;
        EXPECT_NE(photo.error().message.find("make it smaller"), std::string::npos) << photo.error().message;
    }
    EXPECT_TRUE(read_photo(folder.at("a"), {20'000, size_t{2} << 20}).ok()) << format;
}

TEST(ReadPhoto, ChecksTheLimitsBeforeDecoding) {
    for (const char* format : kCommonFormats)
        expect_limits(format);
}

TEST(ReadPhoto, ChecksTheLimitsOfRareFormatsToo) {
    for (const char* format : kRareFormats)
        expect_limits(format);
}

void expect_refusal_when_cut(const char* format, std::initializer_list<double> shares) {
    const TestFolder folder;
    const Sample sample = ramps({300, 200}, 3);
    save(folder.at("a"), sample, spec_of(sample, OIIO::TypeDesc::UINT8), format);
    const auto length = static_cast<double>(std::filesystem::file_size(folder.at("a")));
    for (const double share : shares) {
        std::filesystem::resize_file(folder.at("a"), static_cast<uintmax_t>(length * share));
        EXPECT_FALSE(read_photo(folder.at("a")).ok()) << format << " cut to " << share;
    }
}

TEST(ReadPhoto, RefusesWhatIsCutShort) {
    for (const char* format : kCommonFormats)
        expect_refusal_when_cut(format, {0.9, 0.5, 0.1});
}

TEST(ReadPhoto, RefusesWhatIsCutShortOfRareFormatsToo) {
    for (const char* format : kRareFormats)
        expect_refusal_when_cut(format, {0.9, 0.1});
}

TEST(ReadPhoto, TellsWhatIsNoPicture) {
    const TestFolder folder;
    std::ofstream(folder.at("a.png")) << "push graphic-context\nviewbox 0 0 640 480\n";
    std::ofstream(folder.at("b.jpg")) << "";
    for (const std::string& path :
         {folder.at("a.png"), folder.at("b.jpg"), folder.at("none.png"), folder.at("")}) {
        const Result<Photo> photo = read_photo(path);
        ASSERT_FALSE(photo.ok()) << path;
        EXPECT_EQ(photo.error().message.rfind("cannot read ", 0), 0u) << photo.error().message;
    }
}

TEST(ReadPhoto, DigestIsThatOfTheBytes) {
    const TestFolder folder;
    const Sample sample = ramps({3, 3}, 3);
    save(folder.at("a.bmp"), sample, spec_of(sample, OIIO::TypeDesc::UINT8), "bmp");
    std::filesystem::copy_file(folder.at("a.bmp"), folder.at("b.bmp"));
    EXPECT_EQ(photo_in(folder.at("a.bmp")).digest, photo_in(folder.at("b.bmp")).digest);
    std::ofstream(folder.at("b.bmp"), std::ios::app) << "x";
    EXPECT_NE(photo_in(folder.at("a.bmp")).digest, photo_in(folder.at("b.bmp")).digest);
}

}  // namespace
}  // namespace allaprima
