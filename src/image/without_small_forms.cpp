#include "image/without_small_forms.h"

#include <algorithm>
#include <array>

namespace allaprima {
namespace {

/// SquareSums over all that is above and to the left: of what counts, the colours, and their squares.
struct SquareSums {
    double counts = 0.0, r = 0.0, g = 0.0, b = 0.0, squares = 0.0;

    SquareSums operator+(const SquareSums& o) const {
        return {counts + o.counts, r + o.r, g + o.g, b + o.b, squares + o.squares};
    }
    SquareSums operator-(const SquareSums& o) const {
        return {counts - o.counts, r - o.r, g - o.g, b - o.b, squares - o.squares};
    }
    /// Mean squared distance from the mean.
    double unevenness() const { return squares / counts - (r * r + g * g + b * b) / (counts * counts); }
    Rgb mean() const {
        return {static_cast<float>(r / counts), static_cast<float>(g / counts),
                static_cast<float>(b / counts)};
    }
};

/// One row and one column larger than the picture, which begin with nothing.
Image<SquareSums> summed(const Image<Rgb>& picture, const Image<float>& counts) {
    Image<SquareSums> sums({picture.width() + 1, picture.height() + 1});
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const Rgb p = picture.at(x, y);
            const double c = counts.at(x, y);
            const SquareSums own{c, c * p.r, c * p.g, c * p.b,
                                 c * static_cast<double>(p.r * p.r + p.g * p.g + p.b * p.b)};
            sums.at(x + 1, y + 1) = own + sums.at(x, y + 1) + sums.at(x + 1, y) - sums.at(x, y);
        }
    return sums;
}

}  // namespace

Image<Rgb> without_small_forms(const Image<Rgb>& picture, const Image<float>& counts, int side) {
    constexpr double kLeast = 0.5;  // pixels of a square that have to count
    const Image<SquareSums> sums = summed(picture, counts);
    const auto within = [&](int x0, int y0) {
        const int left = std::clamp(x0, 0, picture.width()), top = std::clamp(y0, 0, picture.height()),
                  right = std::clamp(x0 + side, 0, picture.width()),
                  bottom = std::clamp(y0 + side, 0, picture.height());
        return sums.at(right, bottom) - sums.at(left, bottom) - sums.at(right, top) + sums.at(left, top);
    };
    Image<Rgb> simple = picture;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const std::array<SquareSums, 4> squares{within(x - side + 1, y - side + 1),
                                                    within(x, y - side + 1), within(x - side + 1, y),
                                                    within(x, y)};
            double least = 1e30;
            for (const SquareSums& square : squares)
                if (square.counts >= kLeast && square.unevenness() < least) {
                    least = square.unevenness();
                    simple.at(x, y) = square.mean();
                }
        }
    return simple;
}

}  // namespace allaprima
