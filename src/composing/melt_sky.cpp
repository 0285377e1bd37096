#include "composing/melt_sky.h"

#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "composing/cut_out.h"
#include "image/filters.h"
#include "image/oklab.h"

namespace allaprima {
namespace {

/// Pictures are looked at with this long side.
constexpr int kLookedAt = 720;
/// Kinds of colour that a background may have, and the share of the border that each must hold.
constexpr size_t kKinds = 5;
constexpr float kLeastShare = 0.08f;
/// Differences of neighbours below this are a gradient's or a cloud's, not an edge's.
constexpr float kSoftStep = 0.012f;
/// Colours as near as this to one of the border's kinds are like it.
constexpr float kLike = 0.05f;
constexpr float kUnlikeness = 0.35f;  ///< What a pixel unlike the border costs.
constexpr float kFar = 1e6f;
/// Where a picture keeps less, or more, of itself than this, no background was told apart.
constexpr float kLeastKept = 0.02f, kMostKept = 0.93f;

/// Hue tells a thing from its sky more than lightness does.
Oklab stressed(Oklab c) {
    return {0.8f * c.lightness, 1.6f * c.a, 1.6f * c.b};
}

/// The pixels from which a background is entered: the upper border, and the upper half of the sides.
std::vector<size_t> border_of(Size size) {
    const auto width = static_cast<size_t>(size.width);
    std::vector<size_t> border(width);
    std::iota(border.begin(), border.end(), size_t{0});
    for (size_t y = 1; y < static_cast<size_t>(size.height) / 2; ++y) {
        border.push_back(y * width);
        border.push_back(y * width + width - 1);
    }
    return border;
}

size_t nearest_kind(const std::vector<Oklab>& kinds, Oklab colour) {
    size_t best = 0;
    for (size_t k = 1; k < kinds.size(); ++k)
        if (distance(kinds[k], colour) < distance(kinds[best], colour))
            best = k;
    return best;
}

/// The kinds of colour along the border (Lloyd's k-means), without those that are rare there.
std::vector<Oklab> kinds_of(const std::vector<Oklab>& colours, const std::vector<size_t>& border) {
    std::vector<Oklab> sorted;
    sorted.reserve(border.size());
    for (const size_t i : border)
        sorted.push_back(colours[i]);
    std::sort(sorted.begin(), sorted.end(), [](Oklab a, Oklab b) { return a.lightness < b.lightness; });
    std::vector<Oklab> kinds;
    for (size_t k = 0; k < kKinds; ++k)
        kinds.push_back(sorted[(2 * k + 1) * sorted.size() / (2 * kKinds)]);
    std::vector<float> share(kKinds);
    for (int round = 0; round < 8; ++round) {
        std::vector<Oklab> sum(kKinds);
        std::vector<float> count(kKinds);
        for (const Oklab& colour : sorted) {
            const size_t k = nearest_kind(kinds, colour);
            sum[k] = sum[k] + colour;
            count[k] += 1.0f;
        }
        for (size_t k = 0; k < kKinds; ++k) {
            kinds[k] = count[k] > 0.0f ? sum[k] * (1.0f / count[k]) : kinds[k];
            share[k] = count[k] / static_cast<float>(sorted.size());
        }
    }
    std::vector<Oklab> frequent;
    for (size_t k = 0; k < kKinds; ++k)
        if (share[k] >= kLeastShare)
            frequent.push_back(kinds[k]);
    return frequent;
}

/// Distances by sweeps over the picture, there and back (Toivanen 1996).
class Distances {
  public:
    Distances(Size size, const std::vector<Oklab>& colours, std::vector<float> toll)
        : width_(size.width),
          height_(size.height),
          colours_(colours),
          toll_(std::move(toll)),
          distance_(colours.size(), kFar) {}

    void enter(size_t pixel) { distance_[pixel] = 0.0f; }

    std::vector<float> found() {
        constexpr int kSweeps = 4;
        for (int sweep = 0; sweep < kSweeps; ++sweep) {
            for (int y = 0; y < height_; ++y)
                for (int x = 0; x < width_; ++x)
                    improve(x, y, -1);
            for (int y = height_ - 1; y >= 0; --y)
                for (int x = width_ - 1; x >= 0; --x)
                    improve(x, y, 1);
        }
        return std::move(distance_);
    }

  private:
    size_t index(int x, int y) const {
        return static_cast<size_t>(y) * static_cast<size_t>(width_) + static_cast<size_t>(x);
    }

    void improve(int x, int y, int side) {
        for (const int dx : {-1, 0, 1})
            step(x, y, x + dx, y + side);
        step(x, y, x + side, y);
    }

    void step(int x, int y, int from_x, int from_y) {
        if (from_x < 0 || from_x >= width_ || from_y < 0 || from_y >= height_)
            return;
        const size_t here = index(x, y), from = index(from_x, from_y);
        const float edge = std::max(0.0f, distance(colours_[here], colours_[from]) - kSoftStep);
        distance_[here] = std::min(distance_[here], distance_[from] + edge + toll_[here]);
    }

    int width_, height_;
    const std::vector<Oklab>& colours_;
    std::vector<float> toll_, distance_;
};

}  // namespace

Layer melt_sky(const Image<Rgb>& picture, float softness, const Workers& workers) {
    const Size size =
        picture.size().long_side() > kLookedAt ? with_long_side(picture.size(), kLookedAt) : picture.size();
    const Image<Rgb> seen = blurred(resized(picture, size), 0.6f);
    std::vector<Oklab> colours(seen.pixels().size());
    for (size_t i = 0; i < colours.size(); ++i)
        colours[i] = stressed(oklab_of_linear(seen.pixels()[i]));
    const std::vector<size_t> border = border_of(size);
    const std::vector<Oklab> kinds = kinds_of(colours, border);
    const auto unlike = [&](size_t i) {
        return kinds.empty()
                   ? kFar
                   : std::max(0.0f, distance(kinds[nearest_kind(kinds, colours[i])], colours[i]) - kLike);
    };
    std::vector<float> toll(colours.size());
    workers.parallel_for_ranges(colours.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            toll[i] = kUnlikeness * unlike(i);
    });
    Distances distances(size, colours, toll);
    for (const size_t i : border)
        if (toll[i] <= 0.0f)
            distances.enter(i);
    const std::vector<float> far = distances.found();
    const float least = 0.05f + 0.05f * softness, most = least + 0.04f + 0.2f * softness;
    Image<float> kept(size);
    double sum = 0.0;
    for (size_t i = 0; i < far.size(); ++i) {
        kept.pixels()[i] = smooth_step(least, most, far[i]);
        sum += kept.pixels()[i];
    }
    const auto share = static_cast<float>(sum / static_cast<double>(far.size()));
    if (share < kLeastKept || share > kMostKept)
        return layer_of(picture, {});
    return cut_out(picture, resized(kept, picture.size()),
                   0.01f * static_cast<float>(picture.size().long_side()));
}

}  // namespace allaprima
