// FLIP: how much two pictures differ to someone who flips between them (Andersson et al., "FLIP: A
// Difference Evaluator for Alternating Images", HPG 2020), for pictures of low dynamic range.
//
// Two pipelines meet at the end. Colour: blur each opponent channel as the eye does at this distance,
// then measure HyAB in Hunt-adjusted L*a*b*. Feature: edges and points of the lightness, which we notice
// more than their colour difference would tell. Section and equation names below are the paper's; every
// filter of it is a sum of separable ones and is applied so.

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "image/cie.h"
#include "image/colour.h"
#include "image/metrics.h"

namespace allaprima {
namespace {

constexpr double kPixelsPerDegree = 0.7 * (3840.0 / 0.7) * (std::numbers::pi / 180.0);

// The exponents and break points of the paper's section 4.
constexpr float kColourExponent = 0.7f;   // q_c
constexpr float kFeatureExponent = 0.5f;  // q_f
constexpr float kBreakShare = 0.4f;       // p_c: at this share of the largest colour difference …
constexpr float kBreakValue = 0.95f;      // p_t: … the colour error reaches this.
constexpr double kFeatureWidth = 0.082;   // w: width of the eye's feature detectors, degrees.

/// Tristimulus values over the white's, which is (1, 1, 1); from linear-light sRGB, and back.
Xyz relative_xyz(Rgb c) {
    const Xyz v = xyz_from_linear_srgb(c);
    return {v.x / kWhiteD65.x, v.y, v.z / kWhiteD65.z};
}

Rgb linear_from_relative_xyz(Xyz v) {
    return linear_srgb_from_xyz({kWhiteD65.x * v.x, v.y, kWhiteD65.z * v.z});
}

/// A linear opponent space: r holds Y (0 to 100), g holds Cx (red to green), b holds Cz (yellow to blue).
Rgb opponent_of(Xyz v) {
    return {116.0f * v.y - 16.0f, 500.0f * (v.x - v.y), 200.0f * (v.y - v.z)};
}

Xyz xyz_of_opponent(Rgb o) {
    const float y = (o.r + 16.0f) / 116.0f;
    return {y + o.g / 500.0f, y, y - o.b / 200.0f};
}

/// CIE L*a*b*, its chroma scaled by the lightness: dark colours look less colourful (Hunt, 1952).
Rgb hunt_lab(Rgb linear) {
    const Lab lab = lab_of(xyz_from_linear_srgb(linear), kWhiteD65);
    return {lab.lightness, 0.01f * lab.lightness * lab.a, 0.01f * lab.lightness * lab.b};
}

/// City-block in lightness, Euclid in chroma: fit for large differences (Abasi et al., 2020).
float hyab(Rgb a, Rgb b) {
    return std::fabs(a.r - b.r) + std::sqrt((a.g - b.g) * (a.g - b.g) + (a.b - b.b) * (a.b - b.b));
}

/// Weights about a centre; an odd number of them.
using Kernel = std::vector<float>;

Kernel sampled(double radius, auto&& weight) {
    const int r = static_cast<int>(std::ceil(radius));
    Kernel kernel;
    for (int i = -r; i <= r; ++i)
        kernel.push_back(static_cast<float>(weight(static_cast<double>(i))));
    return kernel;
}

/// Scales the positive weights to a sum of 1 and the negative ones to −1, each where there are any.
Kernel balanced(Kernel kernel) {
    float above = 0.0f, below = 0.0f;
    for (float w : kernel)
        (w > 0.0f ? above : below) += w;
    for (float& w : kernel)
        w /= w > 0.0f ? above : (below < 0.0f ? -below : 1.0f);
    return kernel;
}

/// The picture under a kernel across and one down; the border repeats outwards.
Image<float> filtered(const Image<float>& source, const Kernel& across, const Kernel& down) {
    const Size size = source.size();
    const int reach = static_cast<int>(across.size() / 2), drop = static_cast<int>(down.size() / 2);
    Image<float> narrow(size), result(size);
    std::vector<float> padded(static_cast<size_t>(size.width + 2 * reach));
    for (int y = 0; y < size.height; ++y) {
        const auto line = source.row(y);
        std::fill(padded.begin(), padded.begin() + reach, line.front());
        std::copy(line.begin(), line.end(), padded.begin() + reach);
        std::fill(padded.end() - reach, padded.end(), line.back());
        const auto out = narrow.row(y);
        for (size_t k = 0; k < across.size(); ++k)
            for (size_t x = 0; x < out.size(); ++x)
                out[x] += across[k] * padded[x + k];
    }
    for (int y = 0; y < size.height; ++y) {
        const auto out = result.row(y);
        for (int k = -drop; k <= drop; ++k) {
            const auto line = narrow.row(std::clamp(y + k, 0, size.height - 1));
            const float weight = down[static_cast<size_t>(k + drop)];
            for (size_t x = 0; x < out.size(); ++x)
                out[x] += weight * line[x];
        }
    }
    return result;
}

/// How far the filters reach, in pixels: three deviations of the widest of each pipeline.
double colour_radius() {
    constexpr double kWidest = 0.04;
    return 3.0 * std::sqrt(kWidest / (2.0 * std::numbers::pi * std::numbers::pi)) * kPixelsPerDegree;
}
constexpr double kFeatureDeviation = 0.5 * kFeatureWidth * kPixelsPerDegree;
constexpr double kFeatureRadius = 3.0 * kFeatureDeviation;

/// A term of a contrast sensitivity function, in degrees: weight √(π/spread) exp(−π² r² / spread).
struct Sensitivity {
    double weight, spread;
};

/// One opponent channel as the eye blurs it: the terms' Gaussians, together of sum 1.
Image<float> blurred_by_eye(const Image<float>& channel, std::initializer_list<Sensitivity> terms) {
    std::vector<std::pair<Kernel, double>> gaussians;
    double whole = 0.0;
    for (const Sensitivity& term : terms) {
        double sum = 0.0;
        const Kernel kernel = sampled(colour_radius(), [&](double pixel) {
            const double degrees = pixel / kPixelsPerDegree;
            const double w = std::exp(-std::numbers::pi * std::numbers::pi * degrees * degrees / term.spread);
            sum += w;
            return w;
        });
        gaussians.emplace_back(balanced(kernel),
                               term.weight * std::sqrt(std::numbers::pi / term.spread) * sum * sum);
        whole += gaussians.back().second;
    }
    Image<float> result(channel.size());
    for (const auto& [kernel, weight] : gaussians) {
        const Image<float> part = filtered(channel, kernel, kernel);
        const auto share = static_cast<float>(weight / whole);
        for (size_t i = 0; i < part.pixels().size(); ++i)
            result.pixels()[i] += share * part.pixels()[i];
    }
    return result;
}

/// What is left of a picture to the eye at this distance, in Hunt-adjusted L*a*b*.
Image<Rgb> seen(const Image<Rgb>& opponent) {
    std::array<Image<float>, 3> channels{Image<float>(opponent.size()), Image<float>(opponent.size()),
                                         Image<float>(opponent.size())};
    for (size_t i = 0; i < opponent.pixels().size(); ++i) {
        channels[0].pixels()[i] = opponent.pixels()[i].r;
        channels[1].pixels()[i] = opponent.pixels()[i].g;
        channels[2].pixels()[i] = opponent.pixels()[i].b;
    }
    channels[0] = blurred_by_eye(channels[0], {{1.0, 0.0047}});
    channels[1] = blurred_by_eye(channels[1], {{1.0, 0.0053}});
    channels[2] = blurred_by_eye(channels[2], {{34.1, 0.04}, {13.5, 0.025}});

    Image<Rgb> result(opponent.size());
    for (size_t i = 0; i < result.pixels().size(); ++i) {
        const Rgb linear = linear_from_relative_xyz(
            xyz_of_opponent({channels[0].pixels()[i], channels[1].pixels()[i], channels[2].pixels()[i]}));
        result.pixels()[i] = hunt_lab({std::clamp(linear.r, 0.0f, 1.0f), std::clamp(linear.g, 0.0f, 1.0f),
                                       std::clamp(linear.b, 0.0f, 1.0f)});
    }
    return result;
}

/// Spreads colour differences over 0 to 1: most of the range for the small ones, which are the common ones.
float colour_error(float difference, float largest) {
    const float bend = kBreakShare * largest;
    if (difference < bend)
        return kBreakValue * difference / bend;
    return kBreakValue + (difference - bend) / (largest - bend) * (1.0f - kBreakValue);
}

/// How strong edges (r) and points (g) are in a picture's lightness; b is unused.
Image<Rgb> features(const Image<Rgb>& opponent) {
    constexpr double kSigma = kFeatureDeviation;
    auto gaussian = [&](double x) { return std::exp(-x * x / (2.0 * kSigma * kSigma)); };
    const Kernel smooth = balanced(sampled(kFeatureRadius, gaussian));
    const Kernel first = balanced(sampled(kFeatureRadius, [&](double x) { return -x * gaussian(x); }));
    const Kernel second = balanced(
        sampled(kFeatureRadius, [&](double x) { return (x * x / (kSigma * kSigma) - 1.0) * gaussian(x); }));

    Image<float> grey(opponent.size());
    for (size_t i = 0; i < grey.pixels().size(); ++i)
        grey.pixels()[i] = (opponent.pixels()[i].r + 16.0f) / 116.0f;
    Image<Rgb> result(opponent.size());
    auto measure = [&](const Kernel& kernel, float Rgb::*kind) {
        const Image<float> across = filtered(grey, kernel, smooth), down = filtered(grey, smooth, kernel);
        for (size_t i = 0; i < result.pixels().size(); ++i)
            result.pixels()[i].*kind = std::hypot(across.pixels()[i], down.pixels()[i]);
    };
    measure(first, &Rgb::r);
    measure(second, &Rgb::g);
    return result;
}

/// Rows of a picture, from the first up to but not with the last.
struct Rows {
    int first, last;
};

Image<Rgb> opponent_rows(const Image<Rgb>& encoded, Rows rows) {
    Image<Rgb> result({encoded.width(), rows.last - rows.first});
    const auto offset = static_cast<size_t>(rows.first) * static_cast<size_t>(encoded.width());
    for (size_t i = 0; i < result.pixels().size(); ++i) {
        const Rgb c = encoded.pixels()[offset + i];
        result.pixels()[i] = opponent_of(relative_xyz(linear_from_srgb(
            Rgb{std::clamp(c.r, 0.0f, 1.0f), std::clamp(c.g, 0.0f, 1.0f), std::clamp(c.b, 0.0f, 1.0f)})));
    }
    return result;
}

/// Both pipelines over rows of a picture, and over as many beside them as a filter reaches.
struct Pipelines {
    Image<Rgb> seen, features;
};

Pipelines pipelines(const Image<Rgb>& encoded, Rows rows) {
    const Image<Rgb> opponent = opponent_rows(encoded, rows);
    return {seen(opponent), features(opponent)};
}

/// The sum of the errors of some rows.
double total_error(const Image<Rgb>& reference, const Image<Rgb>& test, Rows rows) {
    // Filters repeat the border that they find; within its reach an edge that is none would show.
    const int reach = static_cast<int>(std::ceil(std::max(colour_radius(), kFeatureRadius)));
    const Rows wider{std::max(0, rows.first - reach), std::min(reference.height(), rows.last + reach)};
    const auto [first_seen, first_features] = pipelines(reference, wider);
    const auto [second_seen, second_features] = pipelines(test, wider);

    // Green and blue are the two colours of the gamut that lie furthest apart.
    const float largest = std::pow(hyab(hunt_lab({0, 1, 0}), hunt_lab({0, 0, 1})), kColourExponent);
    const auto width = static_cast<size_t>(reference.width());
    const size_t begin = static_cast<size_t>(rows.first - wider.first) * width;
    const size_t end = static_cast<size_t>(rows.last - wider.first) * width;
    double total = 0.0;
    for (size_t i = begin; i < end; ++i) {
        const float difference =
            std::pow(hyab(first_seen.pixels()[i], second_seen.pixels()[i]), kColourExponent);
        const Rgb change = first_features.pixels()[i] - second_features.pixels()[i];
        const float feature =
            std::pow(std::max(std::fabs(change.r), std::fabs(change.g)) / std::numbers::sqrt2_v<float>,
                     kFeatureExponent);
        total += std::pow(colour_error(difference, largest), 1.0f - feature);
    }
    return total;
}

}  // namespace

double flip_error_in_bands(const Image<Rgb>& reference, const Image<Rgb>& test, int band_rows) {
    ALLAPRIMA_CHECK(reference.size() == test.size() && !reference.empty() && band_rows >= 1);
    double total = 0.0;
    for (int row = 0; row < reference.height(); row += band_rows)
        total += total_error(reference, test, {row, std::min(reference.height(), row + band_rows)});
    return total / static_cast<double>(reference.size().area());
}

double flip_error(const Image<Rgb>& reference, const Image<Rgb>& test) {
    constexpr int kBandRows = 256;
    return flip_error_in_bands(reference, test, kBandRows);
}

}  // namespace allaprima
