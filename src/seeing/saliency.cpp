#include "seeing/saliency.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "image/cie.h"
#include "image/filters.h"

namespace allaprima {
namespace {

constexpr int kSaliencyLongSide = 200;
constexpr int kScans = 4;  // There and back, twice.
/// What stands out less than this, in L*a*b*, is as quiet as the border: nothing is salient in an even
/// picture.
constexpr float kLeastContrast = 12.0f;

using Channels = std::array<Image<float>, 3>;

Channels lab_channels(const Image<Rgb>& picture) {
    Channels channels{Image<float>(picture.size()), Image<float>(picture.size()),
                      Image<float>(picture.size())};
    for (size_t i = 0; i < picture.pixels().size(); ++i) {
        const Lab lab = lab_of_srgb(picture.pixels()[i]);
        channels[0].pixels()[i] = lab.lightness;
        channels[1].pixels()[i] = lab.a;
        channels[2].pixels()[i] = lab.b;
    }
    return channels;
}

/// The smallest range of values that a way from a pixel to the border must cross, nearly.
Image<float> barrier_distance(const Image<float>& channel) {
    const int width = channel.width(), height = channel.height();
    Image<float> distance(channel.size(), 1e9f), highest = channel, lowest = channel;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (x == 0 || y == 0 || x == width - 1 || y == height - 1)
                distance.at(x, y) = 0.0f;
    auto reach = [&](int x, int y, int from_x, int from_y) {
        if (from_x < 0 || from_y < 0 || from_x >= width || from_y >= height)
            return;
        const float high = std::max(highest.at(from_x, from_y), channel.at(x, y));
        const float low = std::min(lowest.at(from_x, from_y), channel.at(x, y));
        if (high - low < distance.at(x, y)) {
            distance.at(x, y) = high - low;
            highest.at(x, y) = high;
            lowest.at(x, y) = low;
        }
    };
    for (int scan = 0; scan < kScans; ++scan)
        for (int j = 0; j < height; ++j)
            for (int i = 0; i < width; ++i) {
                const bool back = scan % 2 == 1;
                const int x = back ? width - 1 - i : i, y = back ? height - 1 - j : j, step = back ? 1 : -1;
                reach(x, y, x + step, y);
                reach(x, y, x, y + step);
            }
    return distance;
}

/// A border strip's mean colour, and how far colours spread about it.
struct Strip {
    std::array<float, 3> mean{};
    float spread = 0.0f;
};

Strip strip_of(const Channels& lab, PixelRect where) {
    Strip strip;
    double count = 0.0;
    std::array<double, 3> sum{}, square{};
    for (int y = where.y0; y < where.y1; ++y)
        for (int x = where.x0; x < where.x1; ++x, count += 1.0)
            for (size_t k = 0; k < 3; ++k) {
                const double v = lab[k].at(x, y);
                sum[k] += v;
                square[k] += v * v;
            }
    double variance = 0.0;
    for (size_t k = 0; k < 3; ++k) {
        strip.mean[k] = static_cast<float>(sum[k] / count);
        variance += std::max(0.0, square[k] / count - sum[k] / count * (sum[k] / count));
    }
    strip.spread = static_cast<float>(std::sqrt(variance));
    return strip;
}

/// How unlike the colours of the border a pixel is: of its four sides the most different one is left out,
/// since the figure may stand there.
Image<float> unlike_border(const Channels& lab) {
    const int width = lab[0].width(), height = lab[0].height();
    const int deep = std::max(1, std::min(width, height) / 12);
    const std::array strips = {
        strip_of(lab, {0, 0, width, deep}), strip_of(lab, {0, height - deep, width, height}),
        strip_of(lab, {0, 0, deep, height}), strip_of(lab, {width - deep, 0, width, height})};
    Image<float> unlike(lab[0].size());
    for (size_t i = 0; i < unlike.pixels().size(); ++i) {
        std::array<float, 4> distance{};
        for (size_t s = 0; s < strips.size(); ++s) {
            float square = 0.0f;
            for (size_t k = 0; k < 3; ++k) {
                const float d = lab[k].pixels()[i] - strips[s].mean[k];
                square += d * d;
            }
            distance[s] = std::max(0.0f, std::sqrt(square) - strips[s].spread);
        }
        std::ranges::sort(distance);
        unlike.pixels()[i] = (distance[0] + distance[1] + distance[2]) / 3.0f;
    }
    return unlike;
}

/// 1 for the `share` most outstanding pixels and upwards.
void scale_to_peak(Image<float>& map, float share) {
    std::vector<float> sorted(map.pixels().begin(), map.pixels().end());
    const auto at =
        sorted.begin() + static_cast<long>((1.0f - share) * static_cast<float>(sorted.size() - 1));
    std::ranges::nth_element(sorted, at);
    const float peak = std::max(kLeastContrast, *at);
    for (float& v : map.pixels())
        v = std::clamp(v / peak, 0.0f, 1.0f);
}

/// Steeper about the middle, so that the map says yes or no more often than perhaps.
float decided(float v) {
    return 1.0f / (1.0f + std::exp(-9.0f * (v - 0.5f)));
}

}  // namespace

Image<float> saliency(const Image<Rgb>& picture) {
    const Size size = with_long_side(picture.size(), std::min(kSaliencyLongSide, picture.size().long_side()));
    const Channels lab = lab_channels(blurred(resized(picture, size), 0.8f));
    Image<float> barrier(size);
    for (const Image<float>& channel : lab) {
        const Image<float> distance = barrier_distance(channel);
        for (size_t i = 0; i < barrier.pixels().size(); ++i)
            barrier.pixels()[i] += distance.pixels()[i];
    }
    Image<float> unlike = unlike_border(lab);
    scale_to_peak(barrier, 0.03f);
    scale_to_peak(unlike, 0.03f);
    Image<float> map(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Vec2 off{2.0f * (static_cast<float>(x) + 0.5f) / static_cast<float>(size.width) - 1.0f,
                           2.0f * (static_cast<float>(y) + 0.5f) / static_cast<float>(size.height) - 1.0f};
            const float central = std::exp(-0.35f * dot(off, off));
            const float both = 0.5f * (barrier.at(x, y) + unlike.at(x, y)) * central;
            map.at(x, y) =
                std::clamp((decided(both) - decided(0.0f)) / (decided(0.9f) - decided(0.0f)), 0.0f, 1.0f);
        }
    return resized(blurred(map, 1.0f), picture.size());
}

}  // namespace allaprima
