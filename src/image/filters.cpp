#include "image/filters.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "image/colour.h"

namespace allaprima {
namespace {

/// The weighted source positions that make one target position, along one axis.
struct Taps {
    int first = 0;
    std::vector<float> weights;
};

std::vector<Taps> axis_taps(int from, int to) {
    std::vector<Taps> taps(static_cast<size_t>(to));
    const double scale = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        Taps& t = taps[static_cast<size_t>(i)];
        if (scale > 1.0) {
            const double low = i * scale, high = std::min<double>((i + 1) * scale, from);
            t.first = static_cast<int>(low);
            const int last = std::min(from - 1, static_cast<int>(std::ceil(high)) - 1);
            for (int k = t.first; k <= last; ++k)
                t.weights.push_back(static_cast<float>(
                    (std::min(high, k + 1.0) - std::max(low, static_cast<double>(k))) / (high - low)));
        } else {
            const double centre = std::clamp((i + 0.5) * scale - 0.5, 0.0, from - 1.0);
            t.first = std::min(static_cast<int>(centre), std::max(0, from - 2));
            const auto share = static_cast<float>(centre - t.first);
            t.weights = from == 1 ? std::vector<float>{1.0f} : std::vector<float>{1.0f - share, share};
        }
    }
    return taps;
}

template <typename T>
Image<T> resize_by_taps(const Image<T>& source, Size size) {
    ALLAPRIMA_CHECK(size.width >= 1 && size.height >= 1 && !source.empty());
    if (size == source.size())
        return source;
    const std::vector<Taps> across = axis_taps(source.width(), size.width);
    const std::vector<Taps> down = axis_taps(source.height(), size.height);
    Image<T> narrow({size.width, source.height()});
    for (int y = 0; y < source.height(); ++y)
        for (int x = 0; x < size.width; ++x) {
            const Taps& t = across[static_cast<size_t>(x)];
            T sum{};
            for (size_t k = 0; k < t.weights.size(); ++k)
                sum = sum + source.at(t.first + static_cast<int>(k), y) * t.weights[k];
            narrow.at(x, y) = sum;
        }
    Image<T> result(size);
    for (int y = 0; y < size.height; ++y) {
        const Taps& t = down[static_cast<size_t>(y)];
        for (int x = 0; x < size.width; ++x) {
            T sum{};
            for (size_t k = 0; k < t.weights.size(); ++k)
                sum = sum + narrow.at(x, t.first + static_cast<int>(k)) * t.weights[k];
            result.at(x, y) = sum;
        }
    }
    return result;
}

/// Running mean of 2·radius + 1 values, from one line into another; the ends repeat.
template <typename T>
void box_mean(const std::vector<T>& from, std::vector<T>& to, int radius) {
    const int n = static_cast<int>(from.size());
    const float share = 1.0f / static_cast<float>(2 * radius + 1);
    auto value = [&](int i) { return from[static_cast<size_t>(std::clamp(i, 0, n - 1))]; };
    T sum{};
    for (int i = -radius; i <= radius; ++i)
        sum = sum + value(i);
    for (int i = 0; i < n; ++i) {
        to[static_cast<size_t>(i)] = sum * share;
        sum = sum + (value(i + radius + 1) - value(i - radius));
    }
}

/// Three box radii whose joint variance is nearest to sigma² (Kovesi, "Fast almost-Gaussian filtering",
/// 2010).
std::array<int, 3> box_radii(float sigma) {
    const float variance = 12.0f * sigma * sigma;
    int low = static_cast<int>(std::sqrt(variance / 3.0f + 1.0f));
    if (low % 2 == 0)
        --low;
    const auto l = static_cast<float>(low);
    const int small =
        static_cast<int>(std::lround((variance - 3.0f * l * l - 12.0f * l - 9.0f) / (-4.0f * l - 4.0f)));
    std::array<int, 3> radii{};
    for (int i = 0; i < 3; ++i)
        radii[static_cast<size_t>(i)] = ((i < small ? low : low + 2) - 1) / 2;
    return radii;
}

template <typename T>
Image<T> blur_by_boxes(Image<T> picture, float sigma) {
    if (sigma <= 0.3f || picture.empty())
        return picture;
    const std::array<int, 3> radii = box_radii(sigma);
    std::vector<T> line, next;
    auto blur_line = [&](auto&& pixel, int count) {
        line.resize(static_cast<size_t>(count));
        next.resize(static_cast<size_t>(count));
        for (int i = 0; i < count; ++i)
            line[static_cast<size_t>(i)] = pixel(i);
        for (int radius : radii) {
            box_mean(line, next, radius);
            line.swap(next);
        }
        for (int i = 0; i < count; ++i)
            pixel(i) = line[static_cast<size_t>(i)];
    };
    for (int y = 0; y < picture.height(); ++y)
        blur_line([&](int x) -> T& { return picture.at(x, y); }, picture.width());
    for (int x = 0; x < picture.width(); ++x)
        blur_line([&](int y) -> T& { return picture.at(x, y); }, picture.height());
    return picture;
}

}  // namespace

Image<float> resized(const Image<float>& source, Size size) {
    return resize_by_taps(source, size);
}
Image<Rgb> resized(const Image<Rgb>& source, Size size) {
    return resize_by_taps(source, size);
}
Image<float> blurred(const Image<float>& source, float sigma) {
    return blur_by_boxes(source, sigma);
}
Image<Rgb> blurred(const Image<Rgb>& source, float sigma) {
    return blur_by_boxes(source, sigma);
}

float sampled(const Image<float>& source, Vec2 point) {
    const float x = std::clamp(point.x - 0.5f, 0.0f, static_cast<float>(source.width() - 1));
    const float y = std::clamp(point.y - 0.5f, 0.0f, static_cast<float>(source.height() - 1));
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const int x1 = std::min(x0 + 1, source.width() - 1), y1 = std::min(y0 + 1, source.height() - 1);
    const float right = x - static_cast<float>(x0), down = y - static_cast<float>(y0);
    return std::lerp(std::lerp(source.at(x0, y0), source.at(x1, y0), right),
                     std::lerp(source.at(x0, y1), source.at(x1, y1), right), down);
}

Image<float> luma_of(const Image<Rgb>& picture) {
    Image<float> grey(picture.size());
    std::ranges::transform(picture.pixels(), grey.pixels().begin(), [](Rgb colour) { return luma(colour); });
    return grey;
}

Size with_long_side(Size size, int long_side) {
    const double scale = static_cast<double>(long_side) / size.long_side();
    return {std::max(1, static_cast<int>(std::lround(size.width * scale))),
            std::max(1, static_cast<int>(std::lround(size.height * scale)))};
}

}  // namespace allaprima
