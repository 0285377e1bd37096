#include "codecs/colour_encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace allaprima {

namespace {

/// BT.2408: white of a screen among highlights, and the peak for which HLG's system gamma is 1.2, cd/m².
constexpr double kReferenceWhite = 203.0;
constexpr double kHlgPeak = 1000.0;

constexpr double kD65x = 0.3127, kD65y = 0.3290;

struct NamedPrimaries {
    int code_point;  ///< Of H.273; 0 for those that have none.
    const char* name;
    Chromaticities chromaticities;
};

constexpr std::array kNamedPrimaries{
    NamedPrimaries{1, "sRGB", kBt709},
    NamedPrimaries{4, "BT.470 M", {0.67, 0.33, 0.21, 0.71, 0.14, 0.08, 0.310, 0.316}},
    NamedPrimaries{5, "BT.601 (625 lines)", {0.64, 0.33, 0.29, 0.60, 0.15, 0.06, kD65x, kD65y}},
    NamedPrimaries{6, "BT.601 (525 lines)", {0.630, 0.340, 0.310, 0.595, 0.155, 0.070, kD65x, kD65y}},
    NamedPrimaries{7, "SMPTE 240M", {0.630, 0.340, 0.310, 0.595, 0.155, 0.070, kD65x, kD65y}},
    NamedPrimaries{8, "film", {0.681, 0.319, 0.243, 0.692, 0.145, 0.049, 0.310, 0.316}},
    NamedPrimaries{9, "BT.2020", {0.708, 0.292, 0.170, 0.797, 0.131, 0.046, kD65x, kD65y}},
    NamedPrimaries{10, "XYZ", {1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0 / 3.0, 1.0 / 3.0}},
    NamedPrimaries{11, "DCI-P3", {0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.314, 0.351}},
    NamedPrimaries{12, "Display P3", {0.680, 0.320, 0.265, 0.690, 0.150, 0.060, kD65x, kD65y}},
    NamedPrimaries{22, "EBU 3213", {0.630, 0.340, 0.295, 0.605, 0.155, 0.077, kD65x, kD65y}},
    NamedPrimaries{0, "Adobe RGB", kAdobeRgb},
    NamedPrimaries{0, "ProPhoto", {0.7347, 0.2653, 0.1596, 0.8404, 0.0366, 0.0001, 0.3457, 0.3585}},
    NamedPrimaries{0, "ACES AP1", {0.713, 0.293, 0.165, 0.830, 0.128, 0.044, 0.32168, 0.33767}},
    NamedPrimaries{0, "ACES AP0", {0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.0770, 0.32168, 0.33767}},
};

bool nearly_equal(const Chromaticities& a, const Chromaticities& b) {
    constexpr double kRounded = 0.0011;
    return std::equal(a.begin(), a.end(), b.begin(),
                      [](double x, double y) { return std::abs(x - y) < kRounded; });
}

using Matrix3 = std::array<double, 9>;
using Vector3 = std::array<double, 3>;

Matrix3 product(const Matrix3& a, const Matrix3& b) {
    Matrix3 result{};
    for (size_t i = 0; i < 9; ++i)
        for (size_t k = 0; k < 3; ++k)
            result[i] += a[i / 3 * 3 + k] * b[3 * k + i % 3];
    return result;
}

Vector3 product(const Matrix3& m, const Vector3& v) {
    return {m[0] * v[0] + m[1] * v[1] + m[2] * v[2], m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
            m[6] * v[0] + m[7] * v[1] + m[8] * v[2]};
}

std::optional<Matrix3> inverse(const Matrix3& m) {
    Matrix3 cofactors{};
    for (size_t i = 0; i < 3; ++i)
        for (size_t j = 0; j < 3; ++j) {
            const size_t a = (j + 1) % 3, b = (j + 2) % 3, c = (i + 1) % 3, d = (i + 2) % 3;
            cofactors[3 * i + j] = m[3 * a + c] * m[3 * b + d] - m[3 * a + d] * m[3 * b + c];
        }
    const double determinant = m[0] * cofactors[0] + m[1] * cofactors[3] + m[2] * cofactors[6];
    if (!(std::abs(determinant) > 1e-9))
        return std::nullopt;
    for (double& value : cofactors)
        value /= determinant;
    return cofactors;
}

Vector3 xyz_of(double x, double y) {
    return {x / y, 1.0, (1.0 - x - y) / y};
}

/// XYZ of the primaries at full light, in columns, when together they make their white of luminance 1.
std::optional<Matrix3> xyz_of_primaries(const Chromaticities& c) {
    const bool finite = std::all_of(c.begin(), c.end(), [](double v) { return std::abs(v) < 10.0; });
    if (!finite || !(c[7] > 1e-6))
        return std::nullopt;
    const Matrix3 directions{
        c[0], c[2], c[4], c[1], c[3], c[5], 1.0 - c[0] - c[1], 1.0 - c[2] - c[3], 1.0 - c[4] - c[5]};
    const std::optional<Matrix3> back = inverse(directions);
    if (!back)
        return std::nullopt;
    const Vector3 amounts = product(*back, xyz_of(c[6], c[7]));
    Matrix3 result = directions;
    for (size_t i = 0; i < 9; ++i)
        result[i] *= amounts[i % 3];
    return result;
}

/// Bradford's adaptation from one white to another.
Matrix3 adaptation(const Vector3& from, const Vector3& to) {
    constexpr Matrix3 kCones{0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296};
    const Vector3 before = product(kCones, from), after = product(kCones, to);
    Matrix3 scaled = kCones;
    for (size_t i = 0; i < 9; ++i)
        scaled[i] *= after[i / 3] / before[i / 3];
    return product(*inverse(kCones), scaled);
}

double pq_light(double v) {
    constexpr double kM1 = 2610.0 / 16384.0, kM2 = 2523.0 / 32.0, kC1 = 3424.0 / 4096.0, kC2 = 2413.0 / 128.0,
                     kC3 = 2392.0 / 128.0;
    const double root = std::pow(v, 1.0 / kM2);
    return 10000.0 / kReferenceWhite * std::pow(std::max(0.0, root - kC1) / (kC2 - kC3 * root), 1.0 / kM1);
}

double hlg_light(double v) {
    constexpr double kA = 0.17883277, kB = 0.28466892, kC = 0.55991073;
    const double scene = v <= 0.5 ? v * v / 3.0 : (std::exp((v - kC) / kA) + kB) / 12.0;
    return kHlgPeak / kReferenceWhite * scene;
}

double light_of_positive(const ColourEncoding& encoding, double v) {
    switch (encoding.transfer) {
        case Transfer::Srgb:
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        case Transfer::Linear:
            return v;
        case Transfer::Power:
            return std::pow(v, encoding.exponent);
        case Transfer::Bt709: {
            constexpr double kAlpha = 1.09929682680944, kBeta = 0.018053968510807;
            return v < 4.5 * kBeta ? v / 4.5 : std::pow((v + kAlpha - 1.0) / kAlpha, 1.0 / 0.45);
        }
        case Transfer::Smpte240:
            return v < 4.0 * 0.0228 ? v / 4.0 : std::pow((v + 0.1115) / 1.1115, 1.0 / 0.45);
        case Transfer::Log100:
            return v <= 0.0 ? 0.0 : std::pow(10.0, 2.0 * (v - 1.0));
        case Transfer::Log316:
            return v <= 0.0 ? 0.0 : std::pow(10.0, 2.5 * (v - 1.0));
        case Transfer::Smpte428:
            return 52.37 / 48.0 * std::pow(v, 2.6);
        case Transfer::Pq:
            return pq_light(std::min(v, 1.0));
        case Transfer::Hlg:
            return hlg_light(v);
    }
    return v;
}

std::string name_of_transfer(const ColourEncoding& encoding) {
    constexpr std::array kNames{"sRGB curve", "linear",    "",          "BT.709 curve", "SMPTE 240M curve",
                                "log 100:1",  "log 316:1", "SMPTE 428", "PQ",           "HLG"};
    static_assert(kNames.size() == static_cast<size_t>(kLastTransfer) + 1);
    return encoding.transfer == Transfer::Power ? fmt::format("gamma {:.2g}", encoding.exponent)
                                                : kNames[static_cast<size_t>(encoding.transfer)];
}

std::optional<ColourEncoding> transfer_of_code_point(int code_point) {
    const auto curve = [](Transfer transfer, double exponent = 1.0) {
        return ColourEncoding{.transfer = transfer, .exponent = exponent};
    };
    switch (code_point) {
        case 1:
        case 6:
        case 11:
        case 12:
        case 14:
        case 15:
            return curve(Transfer::Bt709);
        case 4:
            return curve(Transfer::Power, 2.2);
        case 5:
            return curve(Transfer::Power, 2.8);
        case 7:
            return curve(Transfer::Smpte240);
        case 8:
            return curve(Transfer::Linear);
        case 9:
            return curve(Transfer::Log100);
        case 10:
            return curve(Transfer::Log316);
        case 13:
            return curve(Transfer::Srgb);
        case 16:
            return curve(Transfer::Pq);
        case 17:
            return curve(Transfer::Smpte428);
        case 18:
            return curve(Transfer::Hlg);
        default:
            return std::nullopt;
    }
}

}  // namespace

bool has_highlights(const ColourEncoding& encoding) {
    return encoding.transfer == Transfer::Pq || encoding.transfer == Transfer::Hlg;
}

std::optional<ColourEncoding> encoding_of_code_points(int primaries, int transfer, bool full_range) {
    const auto named = std::find_if(kNamedPrimaries.begin(), kNamedPrimaries.end(), [&](const auto& known) {
        return known.code_point > 0 && known.code_point == primaries;
    });
    const std::optional<ColourEncoding> curve = transfer_of_code_point(transfer);
    if (named == kNamedPrimaries.end() && !curve)
        return std::nullopt;
    ColourEncoding encoding = curve.value_or(ColourEncoding{});
    if (named != kNamedPrimaries.end())
        encoding.chromaticities = named->chromaticities;
    encoding.narrow_range = !full_range;
    return encoding;
}

double light_of(const ColourEncoding& encoding, double encoded) {
    return std::copysign(light_of_positive(encoding, std::abs(encoded)), encoded);
}

std::optional<std::array<double, 9>> matrix_to_srgb(const Chromaticities& chromaticities) {
    if (nearly_equal(chromaticities, kBt709))
        return Matrix3{1, 0, 0, 0, 1, 0, 0, 0, 1};
    const std::optional<Matrix3> own = xyz_of_primaries(chromaticities), target = xyz_of_primaries(kBt709);
    if (!own || !target)
        return std::nullopt;
    const Matrix3 adapted =
        adaptation(xyz_of(chromaticities[6], chromaticities[7]), xyz_of(kBt709[6], kBt709[7]));
    return product(*inverse(*target), product(adapted, *own));
}

std::array<double, 3> luminance_weights(const Chromaticities& chromaticities) {
    const std::optional<Matrix3> xyz = xyz_of_primaries(chromaticities);
    return xyz ? std::array{(*xyz)[3], (*xyz)[4], (*xyz)[5]} : std::array{0.2126, 0.7152, 0.0722};
}

std::string name_of(const ColourEncoding& encoding) {
    const auto named = std::find_if(kNamedPrimaries.begin(), kNamedPrimaries.end(), [&](const auto& known) {
        return nearly_equal(known.chromaticities, encoding.chromaticities);
    });
    const bool known = named != kNamedPrimaries.end();
    const std::string primaries = known ? named->name : "its own";
    const bool usual_curve = primaries == "sRGB" || primaries == "Display P3"
                                 ? encoding.transfer == Transfer::Srgb
                                 : primaries == "Adobe RGB" && encoding.transfer == Transfer::Power &&
                                       std::abs(encoding.exponent - 2.2) < 0.01;
    if (usual_curve)
        return primaries;
    return fmt::format("{} primaries, {}", primaries, name_of_transfer(encoding));
}

std::string_view words_of(ColourSign sign) {
    constexpr std::array<std::string_view, 11> kWords{"as its file says nothing else",
                                                      "by its ICC profile",
                                                      "by its cICP chunk",
                                                      "by its sRGB chunk",
                                                      "by its gAMA or cHRM chunk",
                                                      "by its EXIF",
                                                      "by its colr box (nclx)",
                                                      "by its TIFF tags",
                                                      "by its photometric interpretation",
                                                      "by its chromaticities",
                                                      "by its header"};
    static_assert(kWords.size() == static_cast<size_t>(kLastColourSign) + 1);
    return kWords[static_cast<size_t>(sign)];
}

}  // namespace allaprima
