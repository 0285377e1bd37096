// BMP and GIF, decoded in this process: each way of saying colour, each depth.

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

#include "base/test_folder.h"
#include "decoding/rare_sources.h"
#include "pictures/colour_cases.h"
#include "pictures/hostile/byte_text.h"
#include "pictures/hostile/other_bytes.h"

namespace allaprima {
namespace {

using namespace testing;

/// What a BMP's header says of its colours from version 4 on.
struct BmpColours {
    int version = 5;
    uint32_t space = 0;
    std::vector<double> corners = std::vector<double>(9, 0.0);
    std::vector<double> gammas = {0.0, 0.0, 0.0};
    std::string profile = {};
};

std::string bmp_rows(int depth) {
    std::string rows;
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 8; ++x) {
            const Triple& half = x < 4 ? kLeft : kRight;
            if (depth == 8)
                rows += bytes({x < 4 ? 0 : 1});
            else
                for (const size_t c : {2u, 1u, 0u})
                    rows += static_cast<char>(static_cast<unsigned char>(half[c]));
            rows += depth == 32 ? bytes({255}) : "";
        }
    return rows;
}

std::string bmp_table(int depth) {
    std::string table;
    if (depth == 8)
        for (int i = 0; i < 256; ++i)
            for (const size_t c : {2u, 1u, 0u, 3u})
                table += c == 3 ? '\0'
                                : static_cast<char>(static_cast<unsigned char>((i == 0 ? kLeft : kRight)[c]));
    return table;
}

/// 8 x 4 pixels.
std::string bmp_bytes(int depth, const BmpColours& says) {
    const std::string table = bmp_table(depth), rows = bmp_rows(depth);
    const size_t info = says.version == 5 ? 124 : says.version == 4 ? 108 : 40;
    const size_t begin = 14 + info + table.size(), end = begin + rows.size();
    std::string head = "BM" + little(end + says.profile.size(), 4) + little(0, 4) + little(begin, 4) +
                       little(info, 4) + little(8, 4) + little(4, 4) + little(1, 2) +
                       little(static_cast<uint64_t>(depth), 2) + little(0, 4) + little(rows.size(), 4) +
                       little(2835, 4) + little(2835, 4) + little(0, 8) + little(0, 16) +
                       little(says.space, 4);
    for (const double value : says.corners)
        head += little(static_cast<uint64_t>(std::llround(value * (1 << 30))), 4);
    for (const double value : says.gammas)
        head += little(static_cast<uint64_t>(std::llround(value * (1 << 16))), 4);
    head += little(4, 4) + little(end - 14, 4) + little(says.profile.size(), 4) + little(0, 4);
    return head.substr(0, 14 + info) + table + rows + says.profile;
}

struct BmpWay {
    const char* name;
    BmpColours says;
    Space space;
    const char* words;
};

std::vector<BmpWay> bmp_ways() {
    constexpr uint32_t kSrgb = 0x73524742, kEmbedded = 0x4d424544, kLinked = 0x4c494e4b;
    const std::vector<double> p3{0.680, 0.320, 0.0, 0.265, 0.690, 0.045, 0.150, 0.060, 0.790};
    // X, Y, Z of the three at their share of white.
    const std::vector<double> p3_light{0.48657, 0.22897, 0.0,     0.26567, 0.69174,
                                       0.04511, 0.19822, 0.07929, 1.04394};
    const std::vector<double> gamma(3, 1.8), none(3, 0.0);
    return {
        {"version 3", {.version = 3}, kSrgbSpace, "says nothing else"},
        {"calibrated to nothing", {}, kSrgbSpace, "says nothing else"},
        {"sRGB", {.space = kSrgb, .gammas = gamma}, kSrgbSpace, "sRGB, by its header"},
        {"sRGB, version 4", {.version = 4, .space = kSrgb}, kSrgbSpace, "sRGB, by its header"},
        {"gamma", {.gammas = gamma}, kGamma18, "gamma 1.8, by its header"},
        {"gammas", {.gammas = {1.6, 1.8, 2.6}}, kGamma18, "gamma 1.8, by its header"},
        {"gamma of nothing", {.gammas = {60000.0, 60000.0, 1.0}}, kSrgbSpace, "says nothing else"},
        {"corners", {.version = 4, .corners = p3}, kP3Space, "Display P3, by its header"},
        {"corners in light", {.corners = p3_light}, kP3Space, "Display P3, by its header"},
        {"corners of one point",
         {.corners = std::vector<double>(9, 1.0 / 3.0)},
         kSrgbSpace,
         "says nothing else"},
        {"corners and gamma", {.corners = p3, .gammas = gamma}, kP3Gamma18, "Display P3 primaries, gamma"},
        {"profile", {.space = kEmbedded, .profile = icc_profile()}, kP3Space, "ICC profile"},
        {"damaged profile", {.space = kEmbedded, .profile = "no profile"}, kSrgbSpace, "is damaged"},
        {"no profile", {.space = kEmbedded}, kSrgbSpace, "says nothing else"},
        {"linked profile", {.space = kLinked, .profile = "p3.icc"}, kSrgbSpace, "says nothing else"},
    };
}

TEST(ReadBmpColours, ByItsHeader) {
    const TestFolder folder;
    for (const BmpWay& way : bmp_ways())
        for (const int depth : {8, 24, 32}) {
            const std::string file = bmp_bytes(depth, way.says);
            expect_case(cell(fmt::format("BMP of {} bits, {}", depth, way.name), file, way.space, way.words),
                        open_by_oiio(file_of(folder.at("a.bmp"), file), PictureFormat::Bmp));
        }
}

TEST(ReadBmpColours, AProfileThatIsNotAllThereIsNone) {
    const TestFolder folder;
    BmpColours says{.space = 0x4d424544, .profile = icc_profile()};
    const std::string whole = bmp_bytes(24, says);
    for (const std::string& file :
         {cut(whole, whole.size() - 1), spoilt(whole, 14 + 112 + 3, 0x7f), spoilt(whole, 14 + 116 + 3, 0x7f)})
        expect_case(cell("cut", file, kSrgbSpace, "says nothing else"),
                    open_by_oiio(file_of(folder.at("a.bmp"), file), PictureFormat::Bmp));
}

std::string gif_extension(const std::string& mark, const std::string& data) {
    std::string text = bytes({0x21, 0xff, 11}) + mark;
    for (size_t begin = 0; begin < data.size(); begin += 255) {
        const std::string part = data.substr(begin, 255);
        text += bytes({static_cast<int>(part.size())}) + part;
    }
    return text + bytes({0});
}

TEST(ReadGifColours, ByItsExtension) {
    const TestFolder folder;
    constexpr Triple kRed{200, 60, 40};
    const std::string profile = gif_extension("ICCRGBG1012", icc_profile());
    const std::string loop = gif_extension("NETSCAPE2.0", bytes({1, 0, 0}));
    const std::string timing = bytes({0x21, 0xf9, 4, 0, 10, 0, 0, 0});
    struct Way {
        const char* name;
        std::string extensions;
        Space space;
        const char* words;
    };
    const Way ways[] = {
        {"nothing", "", kSrgbSpace, "says nothing else"},
        {"profile", profile, kP3Space, "ICC profile"},
        {"profile behind others", loop + timing + profile, kP3Space, "ICC profile"},
        {"profile before others", profile + timing + loop, kP3Space, "ICC profile"},
        {"profile of another mark", gif_extension("ICCRGBG1013", icc_profile()), kSrgbSpace,
         "says nothing else"},
        {"damaged profile", gif_extension("ICCRGBG1012", "no profile"), kSrgbSpace, "is damaged"},
    };
    for (const Way& way : ways) {
        const std::string file = gif_head(8, 4) + way.extensions + gif_frame({0, 0, 8, 4}, 1) + bytes({0x3b});
        const Triple seen = seen_in(way.space, kRed);
        expect_case({.name = std::string("GIF ") + way.name,
                     .bytes = file,
                     .left = seen,
                     .right = seen,
                     .words = way.words},
                    open_by_oiio(file_of(folder.at("a.gif"), file), PictureFormat::Gif));
    }
}

}  // namespace
}  // namespace allaprima
