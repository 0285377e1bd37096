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
/// Differences of neighbours below this are a gradient's or a cloud's, not an edge's; of an edge so much
/// counts.
constexpr float kSoftStep = 0.05f, kEdge = 0.4f;
/// Colours as near as this to the border's are like them; beyond it each pixel costs what it is farther.
constexpr float kLike = 0.045f;
constexpr float kFar = 1e6f;
/// Where a picture keeps less, or more, of itself than this, no background was told apart.
constexpr float kLeastKept = 0.02f, kMostKept = 0.93f;

/// Hue tells a thing from its sky more than lightness does.
Oklab stressed(Oklab c) {
    return {0.5f * c.lightness, 3.0f * c.a, 3.0f * c.b};
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

float dot(Oklab a, Oklab b) {
    return a.lightness * b.lightness + a.a * b.a + a.b * b.b;
}

/// How far a colour is from all mixtures of two of the kinds: thin cloud is blue and white.
float from_mixtures(const std::vector<Oklab>& kinds, Oklab colour) {
    float least = kFar;
    for (size_t i = 0; i < kinds.size(); ++i)
        for (size_t j = i; j < kinds.size(); ++j) {
            const Oklab along = kinds[j] - kinds[i];
            const float share = dot(colour - kinds[i], along) / std::max(dot(along, along), 1e-9f);
            least = std::min(least, distance(colour, kinds[i] + along * std::clamp(share, 0.0f, 1.0f)));
        }
    return least;
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
        const float edge = kEdge * std::max(0.0f, distance(colours_[here], colours_[from]) - kSoftStep);
        distance_[here] = std::min(distance_[here], distance_[from] + edge + toll_[here]);
    }

    int width_, height_;
    const std::vector<Oklab>& colours_;
    std::vector<float> toll_, distance_;
};

/// The pixels of the largest thing that is kept (four neighbours), 1 on it and 0 elsewhere.
Image<float> largest_thing(const Image<float>& kept) {
    constexpr float kThing = 0.3f;
    const auto width = static_cast<size_t>(kept.width());
    const size_t count = kept.pixels().size();
    std::vector<bool> seen(count);
    std::vector<size_t> largest, thing;
    for (size_t start = 0; start < count; ++start) {
        if (seen[start] || kept.pixels()[start] < kThing)
            continue;
        thing.assign(1, start);
        seen[start] = true;
        for (size_t next = 0; next < thing.size(); ++next) {
            const size_t i = thing[next], x = i % width;
            const auto reach = [&](bool inside, size_t to) {
                if (!inside || seen[to] || kept.pixels()[to] < kThing)
                    return;
                seen[to] = true;
                thing.push_back(to);
            };
            reach(x > 0, i - 1);
            reach(x + 1 < width, i + 1);
            reach(i >= width, i - width);
            reach(i + width < count, i + width);
        }
        if (thing.size() > largest.size())
            largest.swap(thing);
    }
    Image<float> result(kept.size());
    for (const size_t i : largest)
        result.pixels()[i] = 1.0f;
    return result;
}

/// Wisps of cloud that were kept go, and what stands alone with them; the largest thing and its soft edge
/// stay.
void drop_wisps(Image<float>& kept) {
    const Image<float> near = blurred(largest_thing(kept), 1.5f);
    for (size_t i = 0; i < kept.pixels().size(); ++i)
        kept.pixels()[i] *= smooth_step(0.0f, 0.1f, near.pixels()[i]);
}

}  // namespace

Layer melt_sky(const Image<Rgb>& picture, float softness, const ThreadPool& workers) {
    const Size size =
        picture.size().long_side() > kLookedAt ? with_long_side(picture.size(), kLookedAt) : picture.size();
    const Image<Rgb> seen = blurred(resized(picture, size), 0.6f);
    std::vector<Oklab> colours(seen.pixels().size());
    for (size_t i = 0; i < colours.size(); ++i)
        colours[i] = stressed(oklab_of_linear(seen.pixels()[i]));
    const std::vector<size_t> border = border_of(size);
    const std::vector<Oklab> kinds = kinds_of(colours, border);
    std::vector<float> toll(colours.size());
    workers.parallel_for_ranges(colours.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            toll[i] = std::max(0.0f, from_mixtures(kinds, colours[i]) - kLike);
    });
    Distances distances(size, colours, toll);
    for (const size_t i : border)
        if (toll[i] <= 0.0f)
            distances.enter(i);
    const std::vector<float> far = distances.found();
    const float least = 0.05f + 0.05f * softness, most = least + 0.04f + 0.2f * softness;
    Image<float> kept(size);
    for (size_t i = 0; i < far.size(); ++i)
        kept.pixels()[i] = smooth_step(least, most, far[i]);
    drop_wisps(kept);
    const std::span<const float> shares = std::as_const(kept).pixels();
    const auto share = static_cast<float>(std::accumulate(shares.begin(), shares.end(), 0.0) /
                                          static_cast<double>(shares.size()));
    if (share < kLeastKept || share > kMostKept)
        return layer_of(picture, {});
    return cut_out(picture, resized(kept, picture.size()),
                   0.01f * static_cast<float>(picture.size().long_side()));
}

}  // namespace allaprima
