// TIFF: each way of saying colours, at each depth, in either order of bytes, and where the photograph stands.

#include <cstring>

#include "base/test_folder.h"
#include "pictures/colour_cases.h"
#include "pictures/hostile/byte_text.h"
#include "pictures/hostile/directory_bytes.h"

namespace allaprima {
namespace {

using namespace testing;
using Entry = DirectoryBytes::Entry;

constexpr int kFloat = 3, kAcross = 8, kDown = 4;
enum Photometric : uint32_t {
    WhiteIsZero = 0,
    BlackIsZero = 1,
    Rgb3 = 2,
    Inks = 5,
    CieLab = 8,
    IccLab = 9,
    SensorMosaic = 32803,
    SensorColours = 34892
};

/// What the samples of both halves are, as numbers of their kind.
struct Samples {
    uint32_t photometric = Rgb3;
    int bits = 8;
    int format = 1;
    std::vector<double> left, right;
};

std::string sample_bytes(const DirectoryBytes& tiff, const Samples& samples, double value) {
    if (samples.format != kFloat)
        return tiff.number(static_cast<uint64_t>(std::llround(value)), static_cast<size_t>(samples.bits / 8));
    const auto number = static_cast<float>(value);
    uint32_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    return tiff.number(bits, 4);
}

std::string pixel_bytes(const DirectoryBytes& tiff, const Samples& samples, int width, int height) {
    std::string pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const double value : x < width / 2 ? samples.left : samples.right)
                pixels += sample_bytes(tiff, samples, value);
    return pixels;
}

std::vector<Entry> picture_entries(const DirectoryBytes& tiff, const Samples& samples, Size size,
                                   size_t pixels_at, std::vector<Entry> more) {
    const auto width = static_cast<uint32_t>(size.width), height = static_cast<uint32_t>(size.height);
    const auto channels = static_cast<uint32_t>(samples.left.size()),
               bits = static_cast<uint32_t>(samples.bits);
    const auto format = static_cast<uint32_t>(samples.format);
    std::vector<Entry> entries{tiff.longs(256, {width}),
                               tiff.longs(257, {height}),
                               tiff.shorts(259, {1}),
                               tiff.shorts(262, {samples.photometric}),
                               tiff.longs(273, {static_cast<uint32_t>(pixels_at)}),
                               tiff.shorts(277, {channels}),
                               tiff.longs(278, {height}),
                               tiff.longs(279, {width * height * channels * bits / 8})};
    if (channels == 1) {
        entries.push_back(tiff.shorts(258, {bits}));
        entries.push_back(tiff.shorts(339, {format}));
    } else if (channels == 3) {
        entries.push_back(tiff.shorts(258, {bits, bits, bits}));
        entries.push_back(tiff.shorts(339, {format, format, format}));
    } else {
        entries.push_back(tiff.shorts(258, {bits, bits, bits, bits}));
    }
    entries.insert(entries.end(), more.begin(), more.end());
    return entries;
}

std::string tiff_bytes(const Samples& samples, const std::vector<Entry>& more = {}, bool big_endian = false) {
    const DirectoryBytes tiff{big_endian};
    const std::string pixels = pixel_bytes(tiff, samples, kAcross, kDown);
    const auto at = static_cast<uint32_t>(8 + pixels.size());
    return tiff.head(at) + pixels +
           tiff.directory(picture_entries(tiff, samples, {kAcross, kDown}, 8, more), at);
}

OpenedSource opened(const TestFolder& folder, const std::string& bytes) {
    return open_tiff(file_of(folder.at("a.tif"), bytes), {.pixels = 100'000, .memory_bytes = 1 << 24});
}

/// The halves in other steps than those of 1/255.
std::vector<double> scaled(const Triple& half, double whole) {
    return {half[0] / 255.0 * whole, half[1] / 255.0 * whole, half[2] / 255.0 * whole};
}

TEST(ReadTiffColours, ByProfileTagsOrNothing) {
    const TestFolder folder;
    const Samples eight{Rgb3, 8, 1, scaled(kLeft, 255), scaled(kRight, 255)};
    const Samples sixteen{Rgb3, 16, 1, scaled(kLeft, 65535), scaled(kRight, 65535)};
    const Samples floats{Rgb3, 32, kFloat, scaled(kLeft, 1), scaled(kRight, 1)};
    const Space light{kSame, same_light}, adobe_light{kFromAdobe, same_light},
        adobe_srgb{kFromAdobe, srgb_light}, p3_light{kFromP3, srgb_light};
    for (const bool big_endian : {false, true}) {
        const DirectoryBytes tiff{big_endian};
        const std::vector<Entry> nothing, icc{tiff.blob(34675, icc_profile())},
            adobe{tiff.fractions(318, {0.3127, 0.3290}),
                  tiff.fractions(319, {0.64, 0.33, 0.21, 0.71, 0.15, 0.06})};
        const std::string order = big_endian ? "MM " : "II ";
        const auto check = [&](const char* name, const Samples& samples, const std::vector<Entry>& tags,
                               const Space& space, const char* words) {
            const std::string file = tiff_bytes(samples, tags, big_endian);
            expect_case(cell(order + name, file, space, words), opened(folder, file));
        };
        check("8 bits", eight, nothing, kSrgbSpace, "says nothing else");
        check("16 bits", sixteen, nothing, kSrgbSpace, "says nothing else");
        check("floats", floats, nothing, light, "linear");
        check("8 bits, ICC", eight, icc, kP3Space, "ICC profile");
        check("16 bits, ICC", sixteen, icc, kP3Space, "ICC profile");
        check("floats, ICC", floats, icc, p3_light, "ICC profile");
        check("8 bits, primaries", eight, adobe, adobe_srgb, "TIFF tags");
        check("16 bits, primaries", sixteen, adobe, adobe_srgb, "TIFF tags");
        check("floats, primaries", floats, adobe, adobe_light, "TIFF tags");
    }
}

TEST(ReadTiffColours, ByATransferFunction) {
    const TestFolder folder;
    const DirectoryBytes tiff;
    Entry table{301, 3, 3 * 256, ""};
    for (int i = 0; i < 3 * 256; ++i)
        table.data +=
            tiff.number(static_cast<uint64_t>(std::lround(65535 * std::pow(i % 256 / 255.0, 1.8))), 2);
    const std::string file = tiff_bytes({Rgb3, 8, 1, scaled(kLeft, 255), scaled(kRight, 255)}, {table});
    expect_case(cell("table", file, {kSame, light_18}, "TIFF tags"), opened(folder, file));
}

TEST(ReadTiffColours, OfGreysEitherWayRound) {
    const TestFolder folder;
    const std::vector<Entry> nothing, icc{DirectoryBytes{}.blob(34675, icc_profile())};
    for (const uint32_t photometric : {WhiteIsZero, BlackIsZero})
        for (const int bits : {8, 16, 32})
            for (const auto& tags : {nothing, icc}) {
                const int format = bits == 32 ? kFloat : 1;
                const double whole = bits == 32 ? 1 : bits == 16 ? 65535 : 255;
                const auto stored = [&](const Triple& half) {
                    const double share = half[0] / 255.0;
                    return std::vector{whole * (photometric == WhiteIsZero ? 1.0 - share : share)};
                };
                const bool light = bits == 32 && tags.empty();
                const Space space{kSame, light ? same_light : srgb_light};
                const std::string file =
                    tiff_bytes({photometric, bits, format, stored(kLeft), stored(kRight)}, tags);
                ColourCase wanted = cell("grey of " + std::to_string(bits) + (tags.empty() ? "" : ", ICC"),
                                         file, space, tags.empty() ? "says nothing else" : "ICC profile");
                wanted.left = seen_in(space, {kLeft[0], kLeft[0], kLeft[0]});
                wanted.right = seen_in(space, {kRight[0], kRight[0], kRight[0]});
                expect_case(wanted, opened(folder, file));
            }
}

/// L*, a* and b* against D50 of what sRGB's profile makes of (140, 100, 60) and (60, 120, 139).
TEST(ReadTiffColours, OfLabInEachCoding) {
    const TestFolder folder;
    const Triple left{45.968, 13.211, 29.188}, right{47.020, -15.932, -16.714};
    struct LabCoding {
        const char* name;
        uint32_t photometric;
        int bits, format;
        double of_white, step, offset, turn;  ///< Where negative numbers go: their offset, or once around.
    };
    for (const LabCoding& coding : {LabCoding{"CIELAB 8", CieLab, 8, 1, 255, 1, 0, 256},
                                    LabCoding{"CIELAB 16", CieLab, 16, 1, 65535, 256, 0, 65536},
                                    LabCoding{"CIELAB floats", CieLab, 32, kFloat, 100, 1, 0, 0},
                                    LabCoding{"ICCLAB 8", IccLab, 8, 1, 255, 1, 128, 0},
                                    LabCoding{"ICCLAB 16", IccLab, 16, 1, 65280, 256, 32768, 0}}) {
        const auto stored = [&](const Triple& lab) {
            std::vector<double> values{lab[0] / 100.0 * coding.of_white};
            for (const double axis : {lab[1], lab[2]}) {
                const double value = axis * coding.step + coding.offset;
                values.push_back(value < 0.0 ? value + coding.turn : value);
            }
            return values;
        };
        const std::string file =
            tiff_bytes({coding.photometric, coding.bits, coding.format, stored(left), stored(right)});
        ColourCase wanted = cell(coding.name, file, kSrgbSpace, "photometric interpretation");
        wanted.tolerance = coding.bits == 8 ? 2.5 : 1.5;
        expect_case(wanted, opened(folder, file));
    }
}

TEST(ReadTiffColours, OfInks) {
    const TestFolder folder;
    const Triple left{255 - kLeft[0], 255 - kLeft[1], 255 - kLeft[2]},
        right{255 - kRight[0], 255 - kRight[1], 255 - kRight[2]};
    for (const int bits : {8, 16}) {
        const double whole = bits == 8 ? 255 : 65535;
        std::vector<double> a = scaled(left, whole), b = scaled(right, whole);
        a.push_back(0);
        b.push_back(0);
        const std::string file = tiff_bytes({Inks, bits, 1, a, b});
        expect_case(cell("inks of " + std::to_string(bits), file, kSrgbSpace, "CMYK"), opened(folder, file));
    }
}

TEST(ReadTiffColours, TheOrientation) {
    const TestFolder folder;
    const Samples samples{Rgb3, 8, 1, scaled(kLeft, 255), scaled(kRight, 255)};
    for (uint32_t orientation = 1; orientation <= 8; ++orientation) {
        const std::string file = tiff_bytes(samples, {DirectoryBytes{}.shorts(274, {orientation})});
        ColourCase wanted = cell("orientation " + std::to_string(orientation), file, kSrgbSpace, "");
        wanted.orientation = static_cast<int>(orientation);
        expect_case(wanted, opened(folder, file));
    }
}

struct Stored {
    Size size;
    uint32_t kind = 0;  ///< NewSubfileType: 1 reduced, 2 a page, 4 a mask.
    uint32_t orientation = 0;
    uint32_t photometric = Rgb3;
};

/// The first picture, and others in sub-directories of it or in a row behind it.
std::string tiff_of_several(const std::vector<Stored>& pictures, bool below) {
    constexpr size_t kRoom = 4096;  // For each: its pixels, and its directory from 3,584 on.
    const DirectoryBytes tiff;
    std::string file = tiff.head(kRoom - 512 + 8);
    for (size_t i = 0; i < pictures.size(); ++i) {
        const Stored& picture = pictures[i];
        const size_t begin = 8 + i * kRoom, directory = begin + kRoom - 512;
        // Only the first picture's colours are others, so that one sees which was read.
        const Triple &a = i == 0 ? kRight : kLeft, &b = i == 0 ? kLeft : kRight;
        const Samples samples{picture.photometric, 8, 1, scaled(a, 255), scaled(b, 255)};
        std::vector<Entry> more{tiff.longs(254, {picture.kind})};
        if (picture.orientation > 0)
            more.push_back(tiff.shorts(274, {picture.orientation}));
        if (i == 0 && below) {
            Entry offsets = tiff.longs(330, {});
            for (size_t k = 1; k < pictures.size(); ++k, ++offsets.count)
                offsets.data += tiff.number(8 + k * kRoom + kRoom - 512, 4);
            more.push_back(offsets);
        }
        file.resize(begin);
        file += pixel_bytes(tiff, samples, picture.size.width, picture.size.height);
        file.resize(directory);
        const bool last = below || i + 1 == pictures.size();
        file += tiff.directory(picture_entries(tiff, samples, picture.size, begin, more), directory,
                               last ? 0 : static_cast<uint32_t>(directory + kRoom));
    }
    return file;
}

TEST(ReadTiffColours, ThePhotographIsFoundWhereverItStands) {
    const TestFolder folder;
    constexpr Size kSmall{8, 4}, kMiddle{16, 8}, kFull{40, 20};
    const auto read_size = [&](const std::vector<Stored>& pictures, bool below) {
        const OpenedSource source = opened(folder, tiff_of_several(pictures, below));
        EXPECT_TRUE(source.ok());
        return source.ok() ? (*source)->layout().size : Size{};
    };
    for (const bool below : {true, false}) {
        for (const uint32_t marked : {0u, 1u}) {
            EXPECT_EQ(read_size({{kSmall, marked}, {kFull}}, below), kFull) << below << marked;
            EXPECT_EQ(read_size({{kFull}, {kSmall, marked}}, below), kFull) << below << marked;
            EXPECT_EQ(read_size({{kSmall, marked}, {kMiddle, 1}, {kFull}}, below), kFull) << below << marked;
        }
        EXPECT_EQ(read_size({{kMiddle, 1}, {kSmall}}, below), kSmall) << "reduced, whatever its size";
        EXPECT_EQ(read_size({{kSmall}, {kFull, 4}}, below), kSmall) << "a mask is no photograph";
        EXPECT_EQ(read_size({{kMiddle, 1}, {kSmall, 1}}, below), kMiddle) << "all reduced: the largest";
        const std::string file = tiff_of_several({{kSmall, 1, 6}, {kFull, 0}}, below);
        ColourCase wanted = cell("its first directory's orientation", file, kSrgbSpace, "");
        wanted.orientation = 6;
        expect_case(wanted, opened(folder, file));
    }
    EXPECT_EQ(read_size({{{16, 9}, 2}, {{16, 10}, 2}}, false), (Size{16, 9})) << "pages: the first";
}

TEST(ReadTiffColours, ARawPictureIsNotReplacedByItsThumbnail) {
    const TestFolder folder;
    for (const uint32_t raw : {SensorMosaic, SensorColours}) {
        const OpenedSource source =
            opened(folder, tiff_of_several({{{8, 4}, 1}, {{40, 20}, 0, 0, raw}}, true));
        ASSERT_FALSE(source.ok());
        EXPECT_NE(source.error().message.find("raw picture"), std::string::npos) << source.error().message;
    }
}

}  // namespace
}  // namespace allaprima
