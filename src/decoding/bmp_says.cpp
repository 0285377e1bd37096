#include "decoding/bmp_says.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <vector>

#include "decoding/bytes_of_file.h"

namespace allaprima {
namespace {

// Places in the file, as BITMAPFILEHEADER and BITMAPV5HEADER have them.
constexpr size_t kInfo = 14;
constexpr size_t kColourSpace = kInfo + 56, kCorners = kInfo + 60, kGammas = kInfo + 96;
constexpr size_t kProfileAt = kInfo + 112, kProfileBytes = kInfo + 116;
constexpr uint32_t kInfoBytesOfVersion4 = 108, kInfoBytesOfVersion5 = 124;
constexpr size_t kHeadBytes = kInfo + kInfoBytesOfVersion5;

constexpr uint32_t kCalibrated = 0, kSrgb = 0x73524742, kWindows = 0x57696e20, kEmbedded = 0x4d424544;

using Head = std::vector<uint8_t>;

uint32_t number(const Head& head, size_t at) {
    return uint32_t{head[at]} | uint32_t{head[at + 1]} << 8 | uint32_t{head[at + 2]} << 16 |
           uint32_t{head[at + 3]} << 24;
}

/// The corners of the triangle and white, x and y of each; all zero where none are told.
Chromaticities chromaticities(const Head& head) {
    constexpr double kOne = 1u << 30;
    constexpr double kRounded = 0.01;
    Chromaticities told{};
    std::array<double, 3> white{};
    bool shares = true;
    for (size_t corner = 0; corner < 3; ++corner) {
        std::array<double, 3> xyz{};
        for (size_t i = 0; i < 3; ++i) {
            xyz[i] = static_cast<int32_t>(number(head, kCorners + 4 * (3 * corner + i))) / kOne;
            white[i] += xyz[i];
        }
        const double sum = xyz[0] + xyz[1] + xyz[2];
        if (!(sum > 0.0))
            return {};
        shares &= std::abs(sum - 1.0) < kRounded;
        told[2 * corner] = xyz[0] / sum;
        told[2 * corner + 1] = xyz[1] / sum;
    }
    const double sum = white[0] + white[1] + white[2];
    told[6] = shares ? kBt709[6] : white[0] / sum;
    told[7] = shares ? kBt709[7] : white[1] / sum;
    return told;
}

/// 0 where none is told.
double middle_gamma(const Head& head) {
    constexpr double kOne = 1u << 16;
    std::array<double, 3> gammas{};
    for (size_t i = 0; i < 3; ++i)
        gammas[i] = number(head, kGammas + 4 * i) / kOne;
    std::ranges::sort(gammas);
    return gammas[1];
}

void take_calibration(const Head& head, PixelLayout& layout) {
    constexpr double kLeast = 0.1, kMost = 10.0;
    ColourEncoding told = layout.encoding;
    const Chromaticities corners = chromaticities(head);
    const double gamma = middle_gamma(head);
    const bool has_corners = corners[7] > 0.0, has_gamma = gamma >= kLeast && gamma <= kMost;
    if (has_corners)
        told.chromaticities = corners;
    if (has_gamma) {
        told.transfer = Transfer::Power;
        told.exponent = gamma;
    }
    if (has_corners || has_gamma)
        layout.take_encoding(told, ColourSign::BmpHeader);
}

}  // namespace

void read_bmp_says(const std::string& path, PixelLayout& layout) {
    std::ifstream file(path, std::ios::binary);
    const Head head = bytes_of_file(file, 0, kHeadBytes);
    const uint32_t version = head.size() == kHeadBytes ? number(head, kInfo) : 0;
    if (version < kInfoBytesOfVersion4)
        return;
    const uint32_t space = number(head, kColourSpace);
    if (space == kCalibrated)
        take_calibration(head, layout);
    else if (space == kSrgb || space == kWindows)
        layout.take_encoding(layout.encoding, ColourSign::BmpHeader);
    else if (space == kEmbedded && version >= kInfoBytesOfVersion5)
        layout.profile = bytes_of_file(file, kInfo + number(head, kProfileAt), number(head, kProfileBytes));
}

}  // namespace allaprima
