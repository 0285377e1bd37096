#include "seeing/cut_out.h"

#include <algorithm>
#include <cmath>

#include "image/cie.h"
#include "image/filters.h"
#include "image/part_of.h"
#include "seeing/faces_module.h"
#include "seeing/figure_seeds.h"
#include "seeing/guided_filter.h"

namespace allaprima {
namespace {

/// The cut is found at this long side; the guided filter finds the picture's own edges from there.
constexpr int kCuttingLongSide = 320;
constexpr int kRounds = 5;
/// How much a border between two pixels of the same colour costs, beside what a colour says.
constexpr float kSmoothness = 9.0f;
constexpr float kSure = 1e4f;
/// How far the expectation leaves room for the opposite.
constexpr float kLeastLikely = 0.03f;
/// Parts of less than this share of the largest one are left out, and holes of less than this share of the
/// picture filled.
constexpr float kLeastPart = 0.2f, kLargestHole = 0.01f;
/// What was expected in the mean to be figure is, though its colours are the background's.
constexpr float kExpectedWithin = 0.6f;

// What the colours say

/// A smoothed histogram of L*a*b*.
class ColourHistogram {
  public:
    static constexpr int kBins = 20;

    void add(int bin, float weight) { cells_[static_cast<size_t>(bin)] += weight; }

    /// Spreads each bin over its neighbours, so that colours beside those that were seen are likely too, and
    /// makes shares of the whole.
    void finish() {
        for (const int stride : {1, kBins, kBins * kBins})
            for (int pass = 0; pass < 2; ++pass)
                spread(stride);
        double sum = 0.0;
        for (const float cell : cells_)
            sum += cell;
        const auto scale = static_cast<float>(1.0 / std::max(1e-9, sum));
        for (float& cell : cells_)
            cell = cell * scale + 2e-6f;
    }

    float share(int bin) const { return cells_[static_cast<size_t>(bin)]; }

  private:
    void spread(int stride) {
        const std::vector<float> before = cells_;
        for (int i = 0; i < static_cast<int>(cells_.size()); ++i) {
            const int place = i / stride % kBins;
            const float below = place > 0 ? before[static_cast<size_t>(i - stride)] : 0.0f;
            const float above = place + 1 < kBins ? before[static_cast<size_t>(i + stride)] : 0.0f;
            cells_[static_cast<size_t>(i)] = 0.5f * before[static_cast<size_t>(i)] + 0.25f * (below + above);
        }
    }

    std::vector<float> cells_ = std::vector<float>(static_cast<size_t>(kBins * kBins * kBins));
};

int bin_of(Lab lab) {
    auto bin = [](float v, float low, float high) {
        return std::clamp(static_cast<int>((v - low) / (high - low) * ColourHistogram::kBins), 0,
                          ColourHistogram::kBins - 1);
    };
    return (bin(lab.lightness, 0.0f, 100.0f) * ColourHistogram::kBins + bin(lab.a, -60.0f, 80.0f)) *
               ColourHistogram::kBins +
           bin(lab.b, -70.0f, 80.0f);
}

// The cut

struct Scene {
    Image<Lab> lab;
    Image<int> bins;
    FigureSeeds seeds;
};

/// For each pixel how much more its place and colour speak for the figure than for the background, as the
/// logarithm of a ratio.
Image<float> evidence(const Scene& scene, const Image<float>& belief) {
    ColourHistogram figure, background;
    for (size_t i = 0; i < belief.pixels().size(); ++i) {
        figure.add(scene.bins.pixels()[i], belief.pixels()[i]);
        background.add(scene.bins.pixels()[i], 1.0f - belief.pixels()[i]);
    }
    figure.finish();
    background.finish();
    Image<float> log_ratio(belief.size());
    for (size_t i = 0; i < belief.pixels().size(); ++i) {
        const int bin = scene.bins.pixels()[i];
        const FigureSeeds& seeds = scene.seeds;
        const float likely = std::clamp(seeds.expected.pixels()[i], kLeastLikely, 1.0f - kLeastLikely);
        log_ratio.pixels()[i] = std::log(figure.share(bin) / background.share(bin)) +
                                seeds.place_weight * std::log(likely / (1.0f - likely)) +
                                seeds.leaning.pixels()[i];
        if (seeds.certain.pixels()[i] != Certain::No)
            log_ratio.pixels()[i] = seeds.certain.pixels()[i] == Certain::Figure ? kSure : -kSure;
    }
    return log_ratio;
}

float squared_distance(Lab a, Lab b) {
    const float l = a.lightness - b.lightness, x = a.a - b.a, y = a.b - b.b;
    return l * l + x * x + y * y;
}

/// The mean squared difference of neighbours, to which differences are compared.
float mean_difference(const Image<Lab>& lab) {
    double sum = 0.0, count = 1e-6;
    for (int y = 0; y + 1 < lab.height(); ++y)
        for (int x = 0; x + 1 < lab.width(); ++x, count += 2.0)
            sum += squared_distance(lab.at(x, y), lab.at(x + 1, y)) +
                   squared_distance(lab.at(x, y), lab.at(x, y + 1));
    return static_cast<float>(sum / count) + 1e-3f;
}

/// The graph whose cheapest division agrees best with the evidence and has short borders along the picture's
/// edges.
CutGraph graph_of(const Image<Lab>& lab, const Image<float>& log_ratio) {
    const int width = lab.width(), height = lab.height();
    const float contrast = 1.0f / (2.0f * mean_difference(lab));
    CutGraph graph;
    for (const float ratio : log_ratio.pixels())
        graph.vertices.push_back({std::max(0.0f, ratio), std::max(0.0f, -ratio)});
    graph.edges.reserve(4 * graph.vertices.size());
    auto join = [&](int x, int y, int to_x, int to_y, float distance) {
        if (to_x < 0 || to_x >= width || to_y >= height)
            return;
        const float cost = kSmoothness / distance *
                           (0.05f + std::exp(-contrast * squared_distance(lab.at(x, y), lab.at(to_x, to_y))));
        graph.edges.push_back({y * width + x, to_y * width + to_x, cost});
    };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            join(x, y, x + 1, y, 1.0f);
            join(x, y, x, y + 1, 1.0f);
            join(x, y, x + 1, y + 1, 1.4142f);
            join(x, y, x - 1, y + 1, 1.4142f);
        }
    return graph;
}

/// The division into figure (1) and background (0).
Image<float> best_cut(const FacesModule& module, const Image<Lab>& lab, const Image<float>& log_ratio) {
    const std::vector<bool> figure = module.minimum_cut(graph_of(lab, log_ratio));
    Image<float> cut(lab.size());
    for (size_t i = 0; i < figure.size(); ++i)
        cut.pixels()[i] = figure[i] ? 1.0f : 0.0f;
    return cut;
}

// What hangs together

/// The connected parts of a map's two values, four neighbours each.
struct Parts {
    Image<int> part_of;
    struct Part {
        bool figure = false, certain = false;
        int pixels = 0;
        float expected = 0.0f;  ///< The sum over its pixels.
    };
    std::vector<Part> parts;
};

Parts parts_of(const Image<float>& cut, const FigureSeeds& seeds) {
    Parts result{Image<int>(cut.size(), -1), {}};
    for (int y0 = 0; y0 < cut.height(); ++y0)
        for (int x0 = 0; x0 < cut.width(); ++x0) {
            if (result.part_of.at(x0, y0) >= 0)
                continue;
            const auto number = static_cast<int>(result.parts.size());
            Parts::Part part{.figure = cut.at(x0, y0) > 0.5f};
            std::vector<std::pair<int, int>> stack{{x0, y0}};
            result.part_of.at(x0, y0) = number;
            while (!stack.empty()) {
                const auto [x, y] = stack.back();
                stack.pop_back();
                ++part.pixels;
                part.expected += seeds.expected.at(x, y);
                part.certain |=
                    seeds.certain.at(x, y) == (part.figure ? Certain::Figure : Certain::Background) ||
                    (part.figure && seeds.leaning.at(x, y) > 0.0f);
                for (const auto& [nx, ny] : {std::pair{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}}) {
                    if (nx < 0 || ny < 0 || nx >= cut.width() || ny >= cut.height() ||
                        result.part_of.at(nx, ny) >= 0 || (cut.at(nx, ny) > 0.5f) != part.figure)
                        continue;
                    result.part_of.at(nx, ny) = number;
                    stack.emplace_back(nx, ny);
                }
            }
            result.parts.push_back(part);
        }
    return result;
}

/// Whether a part that was cut away is where people are seen.
bool is_within(const Parts::Part& part) {
    return part.expected > kExpectedWithin * static_cast<float>(part.pixels);
}

/// Leaves out what belongs to nothing, and fills small holes.
void tidy(Image<float>& cut, const FigureSeeds& seeds) {
    const Parts found = parts_of(cut, seeds);
    int largest = 0;
    bool any_certain = false;
    for (const Parts::Part& part : found.parts)
        if (part.figure) {
            largest = std::max(largest, part.pixels);
            any_certain |= part.certain;
        }
    const auto hole = static_cast<int>(kLargestHole * static_cast<float>(cut.size().area()));
    for (size_t i = 0; i < cut.pixels().size(); ++i) {
        const Parts::Part& part = found.parts[static_cast<size_t>(found.part_of.pixels()[i])];
        const bool large =
            !any_certain && static_cast<float>(part.pixels) >= kLeastPart * static_cast<float>(largest);
        if (part.figure)
            cut.pixels()[i] = part.certain || large ? 1.0f : 0.0f;
        else if (!part.certain && (part.pixels <= hole || is_within(part)))
            cut.pixels()[i] = 1.0f;
    }
}

/// A cut that was enlarged, with a soft border, which lies where the picture's edge is.
/// @param pixel of the smaller cut, in pixels.
Image<float> softened(const Image<Rgb>& picture, const Image<float>& large, float pixel) {
    const float radius = 2.5f * std::max(1.0f, pixel);
    Image<float> alpha = guided_filter(picture, large, radius, 1e-4f);
    const Image<float> near = blurred(large, radius);
    for (size_t i = 0; i < alpha.pixels().size(); ++i) {
        // Far from the border the cut is right; the filter's faint shadows there are taken back.
        const float sure = near.pixels()[i];
        const float steep = std::clamp((alpha.pixels()[i] - 0.5f) * 1.25f + 0.5f, 0.0f, 1.0f);
        alpha.pixels()[i] = sure < 0.02f ? 0.0f : sure > 0.98f ? 1.0f : steep;
    }
    return alpha;
}

Scene scene_of(const Image<Rgb>& picture, const Sights& sight, const Marks& marks) {
    const Size size = with_long_side(picture.size(), std::min(kCuttingLongSide, picture.size().long_side()));
    const Image<Rgb> small = resized(picture, size);
    Scene scene{Image<Lab>(size), Image<int>(size), {}};
    for (size_t i = 0; i < small.pixels().size(); ++i) {
        scene.lab.pixels()[i] = lab_of_srgb(small.pixels()[i]);
        scene.bins.pixels()[i] = bin_of(scene.lab.pixels()[i]);
    }
    scene.seeds = figure_seeds(small, scene.lab, sight, marks);
    return scene;
}

}  // namespace

Result<Image<float>> cut_out(const Image<Rgb>& picture, const Sights& sight, const Marks& marks) {
    // A single pixel has no border to cut.
    if (picture.size().area() < 2)
        return Image<float>(picture.size());
    const Result<const FacesModule*> module = faces_module();
    if (!module)
        return module.error();
    const Scene scene = scene_of(picture, sight, marks);
    Image<float> belief = scene.seeds.expected;
    Image<float> cut;
    for (int round = 0; round < kRounds; ++round) {
        for (size_t i = 0; i < belief.pixels().size(); ++i)
            if (scene.seeds.certain.pixels()[i] != Certain::No)
                belief.pixels()[i] = scene.seeds.certain.pixels()[i] == Certain::Figure ? 1.0f : 0.0f;
        cut = best_cut(**module, scene.lab, evidence(scene, belief));
        // The expectation keeps a say in the colours, so that a bad first cut is not believed for ever.
        for (size_t i = 0; i < belief.pixels().size(); ++i)
            belief.pixels()[i] = 0.7f * cut.pixels()[i] + 0.3f * scene.seeds.expected.pixels()[i];
    }
    tidy(cut, scene.seeds);
    const float pixel = static_cast<float>(picture.width()) / static_cast<float>(cut.width());
    return softened(picture, resized(cut, picture.size()), pixel);
}

Image<float> enlarged_cut(const Image<Rgb>& picture, const Image<float>& cut, const ThreadPool& workers) {
    constexpr int kStrip = 256;
    if (cut.size() == picture.size())
        return cut;
    const float pixel = static_cast<float>(picture.width()) / static_cast<float>(cut.width());
    // Beyond this the filters take nothing from.
    const int reach = static_cast<int>(std::ceil(10.0f * std::max(1.0f, pixel))) + 2;
    const Image<float> large = resized(cut, picture.size());
    Image<float> alpha(picture.size());
    const int strips = (picture.height() + kStrip - 1) / kStrip;
    workers.parallel_for(static_cast<size_t>(strips), [&](size_t strip) {
        const int y0 = static_cast<int>(strip) * kStrip, y1 = std::min(y0 + kStrip, picture.height());
        const int above = std::max(0, y0 - reach), below = std::min(y1 + reach, picture.height());
        const PixelRect rows{0, above, picture.width(), below};
        const Image<float> done = softened(part_of(picture, rows), part_of(large, rows), pixel);
        for (int y = y0; y < y1; ++y)
            std::ranges::copy(done.row(y - above), alpha.row(y).begin());
    });
    return alpha;
}

}  // namespace allaprima
