// PNG, JPEG and WebP: each way of saying colours, at each depth, and each orientation.

#include "base/test_folder.h"
#include "pictures/colour_cases.h"
#include "pictures/hostile/byte_text.h"
#include "pictures/hostile/directory_bytes.h"
#include "pictures/hostile/jpeg_bytes.h"
#include "pictures/hostile/other_bytes.h"
#include "pictures/hostile/png_bytes.h"

namespace allaprima {
namespace {

using namespace testing;

constexpr Space kPq{kFrom2020, pq_light_203}, kRec709{kSame, light_709}, kNarrow{kSame, narrow_srgb};

struct ExifBytes {
    int orientation = 1;
    uint32_t space = 0;
    std::string index = {};
    bool primaries = false;  ///< Of Adobe RGB, with a gamma of 1.8.
};

std::string exif_bytes(const ExifBytes& says, bool big_endian = false) {
    const DirectoryBytes tiff{big_endian};
    constexpr size_t kMain = 8, kExif = 200, kInterop = 400;
    std::vector<DirectoryBytes::Entry> main{tiff.shorts(0x0112, {static_cast<uint32_t>(says.orientation)}),
                                            tiff.longs(0x8769, {kExif})};
    std::vector<DirectoryBytes::Entry> exif{tiff.shorts(0xa001, {says.space})};
    if (says.primaries) {
        main.push_back(tiff.fractions(0x013e, {0.3127, 0.3290}));
        main.push_back(tiff.fractions(0x013f, {0.64, 0.33, 0.21, 0.71, 0.15, 0.06}));
        exif.push_back(tiff.fractions(0xa500, {1.8}));
    }
    if (!says.index.empty())
        exif.push_back(tiff.longs(0xa005, {kInterop}));
    std::string text = tiff.head(kMain) + tiff.directory(main, kMain);
    text.resize(kExif);
    text += tiff.directory(exif, kExif);
    text.resize(kInterop);
    return text + tiff.directory({tiff.text(1, says.index)}, kInterop);
}

enum class PngKind { Rgb8, Rgb16, Rgba16, Grey8, Grey16 };

struct Chunks {
    std::string before = {}, behind = {};
};

/// 8 x 4 pixels; greys have the halves' first channel.
std::string png_bytes(PngKind kind, const Chunks& chunks) {
    const bool grey = kind == PngKind::Grey8 || kind == PngKind::Grey16;
    const bool wide = kind != PngKind::Rgb8 && kind != PngKind::Grey8, alpha = kind == PngKind::Rgba16;
    std::string rows;
    for (int y = 0; y < 4; ++y) {
        rows += '\0';
        for (int x = 0; x < 8; ++x) {
            const Triple& half = x < 4 ? kLeft : kRight;
            for (size_t c = 0; c < (grey ? 1u : 3u); ++c)
                rows += std::string(wide ? 2 : 1, static_cast<char>(static_cast<int>(half[c])));
            rows += alpha ? bytes({y ? 255 : 0, 255}) : "";
        }
    }
    return std::string(kPngSignature) +
           png_head({8, 4, wide ? 16 : 8,
                     grey    ? 0
                     : alpha ? 6
                             : 2}) +
           chunks.before + png_chunk("IDAT", zlib_stored(rows)) + chunks.behind + png_chunk("IEND", "");
}

std::string gama(double gamma) {
    return png_chunk("gAMA", big(static_cast<uint64_t>(std::llround(gamma * 100000)), 4));
}
std::string chrm(std::initializer_list<double> white_and_primaries) {
    std::string data;
    for (const double value : white_and_primaries)
        data += big(static_cast<uint64_t>(std::llround(value * 100000)), 4);
    return png_chunk("cHRM", data);
}
std::string iccp(const std::string& profile) {
    return png_chunk("iCCP", "any" + bytes({0, 0}) + zlib_stored(profile));
}
std::string cicp(int primaries, int transfer, int matrix = 0, int full = 1) {
    return png_chunk("cICP", bytes({primaries, transfer, matrix, full}));
}

struct PngWay {
    const char* name;
    std::string chunks;
    Space space;
    const char* words;
};

std::vector<PngWay> png_ways() {
    const std::string p3_chrm = chrm({0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060});
    const std::string adobe_chrm = chrm({0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06});
    const std::string srgb = png_chunk("sRGB", bytes({0})), profile = iccp(icc_profile());
    return {
        {"nothing", "", kSrgbSpace, "says nothing else"},
        {"sRGB", srgb, kSrgbSpace, "sRGB chunk"},
        {"sRGB before gAMA", gama(1 / 1.8) + srgb, kSrgbSpace, "sRGB chunk"},
        {"gAMA", gama(1 / 1.8), kGamma18, "gamma 1.8"},
        {"gAMA of light", gama(1.0), {kSame, same_light}, "linear"},
        {"gAMA of nothing", gama(0.0), kSrgbSpace, "says nothing else"},
        {"cHRM", p3_chrm, kP3Space, "Display P3"},
        {"cHRM of one point", chrm({0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}), kSrgbSpace,
         "says nothing else"},
        {"gAMA and cHRM", gama(256.0 / 563.0) + adobe_chrm, kAdobeSpace, "Adobe RGB, by its gAMA"},
        {"gAMA 1.8 and cHRM", p3_chrm + gama(1 / 1.8), kP3Gamma18, "Display P3 primaries, gamma 1.8"},
        {"iCCP", profile, kP3Space, "ICC profile"},
        {"iCCP before sRGB", srgb + profile, kP3Space, "ICC profile"},
        {"iCCP before gAMA", gama(1.0) + profile, kP3Space, "ICC profile"},
        {"damaged iCCP, gAMA", iccp("no profile") + gama(1 / 1.8), kGamma18, "its ICC profile is damaged"},
        {"cICP", cicp(12, 13), kP3Space, "Display P3, by its cICP"},
        {"cICP before all", profile + srgb + gama(1.0) + cicp(1, 13), kSrgbSpace, "cICP"},
        {"cICP, BT.709", cicp(1, 1), kRec709, "BT.709 curve"},
        {"cICP, PQ", cicp(9, 16), kPq, "BT.2020 primaries, PQ"},
        {"cICP, narrow", cicp(1, 13, 0, 0), kNarrow, "cICP"},
        {"cICP that leaves it open, iCCP", cicp(2, 2) + profile, kP3Space, "ICC profile"},
        {"cICP of Y'CbCr, iCCP", cicp(9, 16, 9) + profile, kP3Space, "ICC profile"},
    };
}

/// What greys are to be: without the matrix, which leaves them as they are.
ColourCase as_grey(ColourCase wanted, const Space& space) {
    const Space same{kSame, space.light};
    wanted.left = seen_in(same, {kLeft[0], kLeft[0], kLeft[0]});
    wanted.right = seen_in(same, {kRight[0], kRight[0], kRight[0]});
    return wanted;
}

TEST(ReadColours, OfPngInTheOrderOfItsThirdEdition) {
    const TestFolder folder;
    const std::pair<PngKind, const char*> kinds[] = {{PngKind::Rgb8, "8 bits "},
                                                     {PngKind::Rgb16, "16 bits "},
                                                     {PngKind::Rgba16, "16 bits with alpha "},
                                                     {PngKind::Grey8, "grey "},
                                                     {PngKind::Grey16, "16 bits of grey "}};
    for (const PngWay& way : png_ways())
        for (const auto& [kind, name] : kinds) {
            const bool rare = kind == PngKind::Rgba16 || kind == PngKind::Grey16;
            if (rare && way.name != std::string("iCCP") && way.name != std::string("gAMA and cHRM"))
                continue;
            const std::string file = png_bytes(kind, {way.chunks});
            ColourCase wanted = cell(std::string(name) + way.name, file, way.space, way.words);
            if (kind == PngKind::Grey8 || kind == PngKind::Grey16)
                wanted = as_grey(wanted, way.space);
            // Sixteen bits are the eight twice over, of which a narrow range makes a little more.
            wanted.tolerance = way.space.light == narrow_srgb ? 2.5 : 1.5;
            expect_case(wanted, open_png(file_of(folder.at("a.png"), file)));
        }
}

TEST(ReadColours, OfGreyPngByAProfileOfGreys) {
    const TestFolder folder;
    const std::string file = png_bytes(PngKind::Grey8, {iccp(icc_profile(true))});
    const ColourCase wanted = as_grey(cell("grey", file, kGamma18, "ICC profile"), kGamma18);
    expect_case(wanted, open_png(file_of(folder.at("a.png"), file)));
    const std::string rgb = png_bytes(PngKind::Rgb8, {iccp(icc_profile(true))});
    expect_case(cell("RGB", rgb, kSrgbSpace, "another kind of colour"),
                open_png(file_of(folder.at("b.png"), rgb)));
}

/// HLG's system gamma makes each channel's light depend on all three: reckoned from BT.2100 in full.
TEST(ReadColours, OfPngInHlg) {
    const TestFolder folder;
    const std::string file = png_bytes(PngKind::Rgb8, {cicp(9, 18)});
    ColourCase wanted = cell("HLG", file, kSrgbSpace, "HLG");
    for (auto* half : {&wanted.left, &wanted.right}) {
        const Triple& code = half == &wanted.left ? kLeft : kRight;
        Triple scene{}, light{};
        for (size_t i = 0; i < 3; ++i) {
            const double v = code[i] / 255.0;
            scene[i] = v <= 0.5 ? v * v / 3.0 : (std::exp((v - 0.55991073) / 0.17883277) + 0.28466892) / 12.0;
        }
        const double y = 0.2627 * scene[0] + 0.6780 * scene[1] + 0.0593 * scene[2];
        for (size_t i = 0; i < 9; ++i)
            light[i / 3] += kFrom2020[i] * scene[i % 3] * std::pow(y, 0.2) * 1000.0 / 203.0;
        *half = on_screen(light);
    }
    expect_case(wanted, open_png(file_of(folder.at("a.png"), file)));
}

TEST(ReadColours, OfPngTheOrientationBeforeAndBehindThePixels) {
    const TestFolder folder;
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const std::string exif =
            png_chunk("eXIf", exif_bytes({.orientation = orientation}, orientation % 2 == 0));
        for (const Chunks& chunks : {Chunks{exif, ""}, Chunks{"", exif}}) {
            const std::string file = png_bytes(PngKind::Rgb8, chunks);
            ColourCase wanted = cell("eXIf " + std::to_string(orientation), file, kSrgbSpace, "");
            wanted.orientation = orientation;
            expect_case(wanted, open_png(file_of(folder.at("a.png"), file)));
        }
    }
}

std::array<uint8_t, 4> ycc_of(const Triple& half) {
    return ycc(static_cast<int>(half[0]), static_cast<int>(half[1]), static_cast<int>(half[2]));
}

/// 16 x 8 pixels, of as many channels.
std::string jpeg_bytes(int channels, const std::string& metadata) {
    BlockPicture picture{2, 1, channels, {}};
    for (const Triple& half : {kLeft, kRight}) {
        const auto byte = [&](size_t c) { return static_cast<uint8_t>(half[c]); };
        picture.blocks.push_back(channels == 3   ? ycc_of(half)
                                 : channels == 1 ? std::array<uint8_t, 4>{byte(0)}
                                                 : std::array<uint8_t, 4>{byte(0), byte(1), byte(2), 255});
    }
    JpegParts parts = jpeg_parts(picture);
    parts.metadata = metadata;
    return parts.file();
}

std::string jpeg_exif(const ExifBytes& says, bool big_endian = false) {
    return jpeg_segment(0xe1, "Exif" + bytes({0, 0}) + exif_bytes(says, big_endian));
}

TEST(ReadColours, OfJpeg) {
    const TestFolder folder;
    const std::string icc = jpeg_segment(0xe2, "ICC_PROFILE" + bytes({0, 1, 1}) + icc_profile());
    const std::string adobe_mark =
        jpeg_segment(0xee, "Adobe" + big(100, 2) + std::string(4, '\0') + bytes({0}));
    const Space own{kFromAdobe, light_18};
    struct Way {
        const char* name;
        int channels;
        std::string metadata;
        Space space;
        const char* words;
    };
    const Way ways[] = {
        {"nothing", 3, "", kSrgbSpace, "says nothing else"},
        {"ICC", 3, icc, kP3Space, "ICC profile"},
        {"ICC before EXIF", 3, jpeg_exif({.space = 0xffff, .index = "R03"}) + icc, kP3Space, "ICC profile"},
        {"R03", 3, jpeg_exif({.space = 0xffff, .index = "R03"}), kAdobeSpace, "Adobe RGB, by its EXIF"},
        {"R03, big", 3, jpeg_exif({.space = 0xffff, .index = "R03"}, true), kAdobeSpace, "by its EXIF"},
        {"R98", 3, jpeg_exif({.space = 1, .index = "R98"}), kSrgbSpace, "sRGB, by its EXIF"},
        {"ColorSpace 2", 3, jpeg_exif({.space = 2}), kAdobeSpace, "Adobe RGB, by its EXIF"},
        {"uncalibrated", 3, jpeg_exif({.space = 0xffff}), kSrgbSpace, "says nothing else"},
        {"primaries", 3, jpeg_exif({.space = 0xffff, .primaries = true}), own, "by its EXIF"},
        {"inks with Adobe's mark", 4, adobe_mark, kSrgbSpace, "CMYK"},
        {"inks without it", 4, "", kSrgbSpace, "CMYK"},
        {"inks with a profile of RGB", 4, icc, kSrgbSpace, "another kind of colour"},
    };
    for (const Way& way : ways) {
        const std::string file = jpeg_bytes(way.channels, way.metadata);
        ColourCase wanted = cell(std::string("JPEG ") + way.name, file, way.space, way.words);
        wanted.tolerance = 4.0;
        expect_case(wanted, open_jpeg(file_of(folder.at("a.jpg"), file), {.pixels = 1000}));
    }
    for (const std::string& metadata : {std::string(), icc}) {
        const std::string file = jpeg_bytes(1, metadata);
        expect_case(
            as_grey(cell("grey JPEG", file, kSrgbSpace, metadata.empty() ? "sRGB" : "ICC"), kSrgbSpace),
            open_jpeg(file_of(folder.at("a.jpg"), file), {.pixels = 1000}));
    }
}

TEST(ReadColours, OfJpegTheOrientation) {
    const TestFolder folder;
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const std::string file = jpeg_bytes(3, jpeg_exif({.orientation = orientation}));
        ColourCase wanted = cell("EXIF " + std::to_string(orientation), file, kSrgbSpace, "");
        wanted.orientation = orientation;
        wanted.tolerance = 4.0;
        expect_case(wanted, open_jpeg(file_of(folder.at("a.jpg"), file), {.pixels = 1000}));
    }
}

TEST(ReadColours, JpegsOfRareKindsAreNotCalledDamaged) {
    const TestFolder folder;
    const auto refusal = [&](size_t at, int byte) {
        const std::string file = jpeg_bytes(3, "");
        const size_t frame = file.find("\xff\xc0");
        const auto source =
            open_jpeg(file_of(folder.at("a.jpg"), spoilt(file, frame + at, byte)), {.pixels = 1000});
        return source.ok() ? "" : source.error().message;
    };
    EXPECT_NE(refusal(4, 12).find("more than 8 bits"), std::string::npos) << refusal(4, 12);
    EXPECT_NE(refusal(1, 0xc3).find("rare kind"), std::string::npos) << refusal(1, 0xc3);
}

/// The one colour that the bytes have.
constexpr Triple kWebpColour{90, 150, 60};

TEST(ReadColours, OfWebp) {
    const TestFolder folder;
    const std::string pixels = webp_chunk("VP8L", webp_even_pixels(12, 8));
    const auto extended = [&](int flags, const std::string& before, const std::string& behind) {
        return webp_file(webp_chunk("VP8X", bytes({flags, 0, 0, 0}) + little(11, 3) + little(7, 3)) + before +
                         pixels + behind);
    };
    const std::string profile = webp_chunk("ICCP", icc_profile());
    const auto turned = [](int orientation, bool marked) {
        return webp_chunk("EXIF", (marked ? "Exif" + bytes({0, 0}) : "") +
                                      exif_bytes({.orientation = orientation}, orientation == 6));
    };
    const auto check = [&](const std::string& file, const Space& space, int orientation, const char* words) {
        ColourCase wanted{
            .name = std::string("WebP ") + words, .bytes = file, .left = {}, .right = {}, .words = words};
        wanted.left = wanted.right = seen_in(space, kWebpColour);
        wanted.orientation = orientation;
        const auto source =
            open_webp(file_of(folder.at("a.webp"), file), {.pixels = 1000, .memory_bytes = 1 << 20});
        expect_case(wanted, source);
        ASSERT_TRUE(source.ok());
        EXPECT_EQ((*source)->layout().orientation, orientation);
    };
    check(webp_file(pixels), kSrgbSpace, 1, "says nothing else");
    check(extended(0x20, profile, ""), kP3Space, 1, "ICC profile");
    check(extended(0x08, "", turned(6, false)), kSrgbSpace, 6, "says nothing else");
    check(extended(0x28, profile, turned(8, true)), kP3Space, 8, "ICC profile");
}

}  // namespace
}  // namespace allaprima
