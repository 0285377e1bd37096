#include "composing/blend_bands.h"

#include <algorithm>
#include <array>

#include "composing/layer.h"

namespace allaprima {
namespace {

/// Bands are parted until the picture is so small.
constexpr int kCoarsest = 8;
constexpr std::array<float, 5> kBinomial = {1 / 16.0f, 4 / 16.0f, 6 / 16.0f, 4 / 16.0f, 1 / 16.0f};

/// Half as large, smoothed by the binomial of five. Pixel i of it stands at pixel 2i.
template <typename T>
Image<T> halved(const Image<T>& source, const ThreadPool& workers) {
    const Size size{(source.width() + 1) / 2, (source.height() + 1) / 2};
    Image<T> narrow({size.width, source.height()});
    for_rows(workers, source.height(), [&](int y) {
        for (int x = 0; x < size.width; ++x) {
            T sum{};
            for (int k = 0; k < 5; ++k)
                sum = sum + source.at(std::clamp(2 * x + k - 2, 0, source.width() - 1), y) *
                                kBinomial[static_cast<size_t>(k)];
            narrow.at(x, y) = sum;
        }
    });
    Image<T> result(size);
    for_rows(workers, size.height, [&](int y) {
        for (int k = 0; k < 5; ++k) {
            const int from = std::clamp(2 * y + k - 2, 0, source.height() - 1);
            for (int x = 0; x < size.width; ++x)
                result.at(x, y) = result.at(x, y) + narrow.at(x, from) * kBinomial[static_cast<size_t>(k)];
        }
    });
    return result;
}

/// One row of a doubled picture: even pixels stand on one of the source, odd ones between two.
void double_row(std::span<const Rgb> source, std::span<Rgb> row) {
    const int last = static_cast<int>(source.size()) - 1;
    for (int x = 0; x < static_cast<int>(row.size()); ++x) {
        const auto pixel = [&](int i) { return source[static_cast<size_t>(std::clamp(i, 0, last))]; };
        const int i = x / 2;
        row[static_cast<size_t>(x)] = x % 2 == 0 ? (pixel(i - 1) + pixel(i + 1)) * 0.125f + pixel(i) * 0.75f
                                                 : (pixel(i) + pixel(i + 1)) * 0.5f;
    }
}

Image<Rgb> doubled(const Image<Rgb>& source, Size size, const ThreadPool& workers) {
    Image<Rgb> wide({size.width, source.height()});
    for_rows(workers, source.height(), [&](int y) { double_row(source.row(y), wide.row(y)); });
    Image<Rgb> result(size);
    for_rows(workers, size.height, [&](int y) {
        const auto row = [&](int i) { return wide.row(std::clamp(i, 0, source.height() - 1)); };
        const int i = y / 2;
        const std::span<const Rgb> above = row(i - 1), here = row(i), below = row(i + 1);
        for (size_t x = 0; x < static_cast<size_t>(size.width); ++x)
            result.row(y)[x] =
                y % 2 == 0 ? (above[x] + below[x]) * 0.125f + here[x] * 0.75f : (here[x] + below[x]) * 0.5f;
    });
    return result;
}

Image<Rgb> lerped(const Image<Rgb>& lower, const Image<Rgb>& upper, const Image<float>& share) {
    Image<Rgb> result(lower.size());
    for (size_t i = 0; i < result.pixels().size(); ++i)
        result.pixels()[i] = lerp(lower.pixels()[i], upper.pixels()[i], share.pixels()[i]);
    return result;
}

/// The coarse half, blended by itself, and upon it the blend of what the halves lack: the finest band.
Image<Rgb> blended(const Image<Rgb>& lower, const Image<Rgb>& upper, const Image<float>& share,
                   const ThreadPool& workers) {
    if (std::min(lower.width(), lower.height()) <= kCoarsest)
        return lerped(lower, upper, share);
    const Image<Rgb> lower_half = halved(lower, workers), upper_half = halved(upper, workers);
    const Image<Rgb> coarse =
        doubled(blended(lower_half, upper_half, halved(share, workers), workers), lower.size(), workers);
    const Image<Rgb> lower_coarse = doubled(lower_half, lower.size(), workers);
    const Image<Rgb> upper_coarse = doubled(upper_half, lower.size(), workers);
    Image<Rgb> result(lower.size());
    for_rows(workers, result.height(), [&](int y) {
        for (int x = 0; x < result.width(); ++x)
            result.at(x, y) = coarse.at(x, y) + lerp(lower.at(x, y) - lower_coarse.at(x, y),
                                                     upper.at(x, y) - upper_coarse.at(x, y), share.at(x, y));
    });
    return result;
}

}  // namespace

Image<Rgb> blend_bands(const Image<Rgb>& lower, const Image<Rgb>& upper, const Image<float>& share,
                       const ThreadPool& workers) {
    Image<Rgb> result = blended(lower, upper, share, workers);
    for (Rgb& pixel : result.pixels())
        pixel = {std::max(pixel.r, 0.0f), std::max(pixel.g, 0.0f), std::max(pixel.b, 0.0f)};
    return result;
}

}  // namespace allaprima
