#include "image/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace allaprima {
namespace {

using Code = std::array<int32_t, 3>;

int32_t code_of(float encoded) {
    return static_cast<int32_t>(std::lround(std::clamp(encoded, 0.0f, 1.0f) * 255.0f));
}

Code code_of(Rgb encoded) {
    return {code_of(encoded.r), code_of(encoded.g), code_of(encoded.b)};
}

/// Of the channels in a part of two pictures, 0 to 1.
double mean_difference(const Image<Rgb>& a, const Image<Rgb>& b, PixelRect part) {
    double sum = 0.0;
    for (int y = part.y0; y < part.y1; ++y)
        for (int x = part.x0; x < part.x1; ++x) {
            const Code ca = code_of(a.at(x, y)), cb = code_of(b.at(x, y));
            for (size_t c = 0; c < 3; ++c)
                sum += std::abs(ca[c] - cb[c]);
        }
    return sum / (3.0 * 255.0 * static_cast<double>(part.width()) * static_cast<double>(part.height()));
}

void count_differing(const Image<Rgb>& a, const Image<Rgb>& b, Differences& found) {
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            if (code_of(a.at(x, y)) == code_of(b.at(x, y)))
                continue;
            const PixelRect& so_far = found.within;
            found.within = found.pixels == 0 ? PixelRect{x, y, x + 1, y + 1}
                                             : PixelRect{std::min(so_far.x0, x), so_far.y0,
                                                         std::max(so_far.x1, x + 1), y + 1};
            ++found.pixels;
        }
}

/// The sums over a window, or over one column of it, from which SSIM follows. Whole numbers, so that the
/// running sums stay exact.
struct Sums {
    int32_t a = 0, b = 0, aa = 0, bb = 0, ab = 0;

    void add(int32_t va, int32_t vb, int32_t sign) {
        a += sign * va;
        b += sign * vb;
        aa += sign * va * va;
        bb += sign * vb * vb;
        ab += sign * va * vb;
    }
    void add(const Sums& o, int32_t sign) {
        a += sign * o.a;
        b += sign * o.b;
        aa += sign * o.aa;
        bb += sign * o.bb;
        ab += sign * o.ab;
    }
};

/// The product of the luminance and the contrast-and-structure terms over a window of n pixels.
double similarity(const Sums& s, int n) {
    constexpr double kC1 = (0.01 * 255.0) * (0.01 * 255.0);
    constexpr double kC2 = (0.03 * 255.0) * (0.03 * 255.0);
    const double mean_a = static_cast<double>(s.a) / n, mean_b = static_cast<double>(s.b) / n;
    const double freedom = std::max(1, n - 1);
    const double var_a = (s.aa - n * mean_a * mean_a) / freedom;
    const double var_b = (s.bb - n * mean_b * mean_b) / freedom;
    const double covariance = (s.ab - n * mean_a * mean_b) / freedom;
    return (2.0 * mean_a * mean_b + kC1) * (2.0 * covariance + kC2) /
           ((mean_a * mean_a + mean_b * mean_b + kC1) * (var_a + var_b + kC2));
}

using Columns = std::vector<std::array<Sums, 3>>;

void add_row(Columns& columns, const Image<Rgb>& a, const Image<Rgb>& b, int y, int32_t sign) {
    for (int x = 0; x < a.width(); ++x) {
        const Code ca = code_of(a.at(x, y)), cb = code_of(b.at(x, y));
        for (size_t c = 0; c < 3; ++c)
            columns[static_cast<size_t>(x)][c].add(ca[c], cb[c], sign);
    }
}

/// The similarities of one row of windows, all channels, summed.
double row_similarity(const Columns& columns, Size window) {
    const auto wide = static_cast<size_t>(window.width);
    const int n = static_cast<int>(window.area());
    double total = 0.0;
    std::array<Sums, 3> sums{};
    for (size_t x = 0; x < columns.size(); ++x) {
        for (size_t c = 0; c < 3; ++c) {
            sums[c].add(columns[x][c], 1);
            if (x >= wide)
                sums[c].add(columns[x - wide][c], -1);
            if (x + 1 >= wide)
                total += similarity(sums[c], n);
        }
    }
    return total;
}

}  // namespace

Differences differences(const Image<Rgb>& a, const Image<Rgb>& b) {
    ALLAPRIMA_CHECK(a.size() == b.size() && !a.empty());
    Differences found;
    std::vector<double> squares;
    for (int y0 = 0; y0 < a.height(); y0 += kDifferenceSide / 2)
        for (int x0 = 0; x0 < a.width(); x0 += kDifferenceSide / 2) {
            const PixelRect square{x0, y0, std::min(x0 + kDifferenceSide, a.width()),
                                   std::min(y0 + kDifferenceSide, a.height())};
            const double mean = mean_difference(a, b, square);
            squares.push_back(mean);
            if (mean > found.most || squares.size() == 1) {
                found.most = mean;
                found.where = square;
            }
        }
    const auto middle = squares.begin() + static_cast<std::ptrdiff_t>(squares.size() / 2);
    std::ranges::nth_element(squares, middle);
    found.usual = *middle;
    count_differing(a, b, found);
    return found;
}

double psnr(const Image<Rgb>& a, const Image<Rgb>& b) {
    ALLAPRIMA_CHECK(a.size() == b.size() && !a.empty());
    int64_t squares = 0;
    for (size_t i = 0; i < a.pixels().size(); ++i) {
        const Code ca = code_of(a.pixels()[i]), cb = code_of(b.pixels()[i]);
        for (size_t c = 0; c < 3; ++c)
            squares += (ca[c] - cb[c]) * (ca[c] - cb[c]);
    }
    if (squares == 0)
        return std::numeric_limits<double>::infinity();
    const double mean_square = static_cast<double>(squares) / (3.0 * static_cast<double>(a.size().area()));
    return 10.0 * std::log10(255.0 * 255.0 / mean_square);
}

double ssim(const Image<Rgb>& a, const Image<Rgb>& b) {
    ALLAPRIMA_CHECK(a.size() == b.size() && !a.empty());
    const Size window{std::min(7, a.width()), std::min(7, a.height())};
    Columns columns(static_cast<size_t>(a.width()));
    double total = 0.0;
    for (int y = 0; y < a.height(); ++y) {
        add_row(columns, a, b, y, 1);
        if (y >= window.height)
            add_row(columns, a, b, y - window.height, -1);
        if (y + 1 >= window.height)
            total += row_similarity(columns, window);
    }
    const Size windows{a.width() - window.width + 1, a.height() - window.height + 1};
    return total / (3.0 * static_cast<double>(windows.area()));
}

}  // namespace allaprima
