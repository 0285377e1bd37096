#include "film/film_view.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace allaprima {
namespace {

uint8_t in_steps(float share) {
    return static_cast<uint8_t>(std::lround(std::clamp(share, 0.0f, 1.0f) * 255.0f));
}

void put(Rgb colour, uint8_t* sample) {
    sample[0] = in_steps(colour.r);
    sample[1] = in_steps(colour.g);
    sample[2] = in_steps(colour.b);
}

/// Catmull and Rom's spline; reaches over two units on each side.
double spline(double x) {
    x = std::fabs(x);
    if (x >= 2.0)
        return 0.0;
    return x < 1.0 ? 1.0 + x * x * (1.5 * x - 2.5) : 2.0 + x * (-4.0 + x * (2.5 - 0.5 * x));
}

/// Of which pixels along one axis a pixel of the frame is made.
struct Taps {
    std::vector<int> from;       ///< The first for each pixel of the frame.
    std::vector<float> weights;  ///< `count` for each; their sum is 1.
    int count;
};

/// @param middle, share of the view, along this axis.
Taps taps_along(int pixels, int frame_pixels, double middle, double share) {
    const double step = pixels * share / frame_pixels;
    const double wide = std::max(step, 1.0);
    const double low = pixels * (middle - 0.5 * share);
    Taps taps{
        .from = {}, .weights = {}, .count = std::min(pixels, static_cast<int>(std::ceil(4.0 * wide)) + 1)};
    std::vector<double> weights(static_cast<size_t>(taps.count));
    for (int i = 0; i < frame_pixels; ++i) {
        const double centre = low + (i + 0.5) * step;
        const int first =
            std::clamp(static_cast<int>(std::ceil(centre - 2.0 * wide - 0.5)), 0, pixels - taps.count);
        double sum = 0.0;
        for (int k = 0; k < taps.count; ++k)
            sum += weights[static_cast<size_t>(k)] = spline((first + k + 0.5 - centre) / wide);
        taps.from.push_back(first);
        for (double weight : weights)
            taps.weights.push_back(static_cast<float>(weight / sum));
    }
    return taps;
}

}  // namespace

void copy_areas(const Image<Rgb>& picture, std::span<const PixelRect> areas, FilmFrame& frame) {
    for (const PixelRect& area : areas)
        for (int y = area.y0; y < area.y1; ++y)
            for (int x = area.x0; x < area.x1; ++x)
                put(picture.at(x, y), frame.row(y) + 3 * static_cast<ptrdiff_t>(x));
}

void look_through(const Image<Rgb>& picture, const View& view, const ThreadPool& workers, FilmFrame& frame) {
    const Taps across = taps_along(picture.width(), frame.size.width, view.x, view.share);
    const Taps down = taps_along(picture.height(), frame.size.height, view.y, view.share);
    workers.parallel_for_ranges(static_cast<size_t>(frame.size.height), [&](size_t begin, size_t end) {
        std::vector<Rgb> together(static_cast<size_t>(picture.width()));
        for (size_t y = begin; y < end; ++y) {
            std::ranges::fill(together, Rgb{});
            const float* weight = down.weights.data() + y * static_cast<size_t>(down.count);
            for (int k = 0; k < down.count; ++k) {
                const auto row = picture.row(down.from[y] + k);
                for (size_t x = 0; x < together.size(); ++x)
                    together[x] = together[x] + row[x] * weight[k];
            }
            weight = across.weights.data();
            uint8_t* sample = frame.row(static_cast<int>(y));
            for (const int from : across.from) {
                Rgb sum{};
                for (int k = 0; k < across.count; ++k)
                    sum = sum + together[static_cast<size_t>(from + k)] * *weight++;
                put(sum, sample);
                sample += 3;
            }
        }
    });
}

}  // namespace allaprima
