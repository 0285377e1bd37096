#include "pigment/reach.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "image/cie.h"
#include "pigment/recipe_book.h"

namespace allaprima {
namespace {

constexpr int kGridSteps = 16, kGridNodes = kGridSteps + 1;
constexpr size_t kAllNodes = static_cast<size_t>(kGridNodes) * kGridNodes * kGridNodes;
/// Hues that count as one colour when it is told which is missed.
constexpr int kHues = 12;

size_t node_of(int r, int g, int b) {
    return (static_cast<size_t>(r) * kGridNodes + static_cast<size_t>(g)) * kGridNodes +
           static_cast<size_t>(b);
}

/// Where a colour lies in the grid: the lowest node of its cell, and how far it is from there in each
/// channel.
struct Cell {
    std::array<int, 3> node{};
    std::array<float, 3> off{};

    explicit Cell(Rgb colour) {
        const std::array channels{colour.r, colour.g, colour.b};
        for (size_t i = 0; i < channels.size(); ++i) {
            const float place = std::clamp(channels[i], 0.0f, 1.0f) * kGridSteps;
            node[i] = std::min(static_cast<int>(place), kGridSteps - 1);
            off[i] = place - static_cast<float>(node[i]);
        }
    }

    /// Calls for the eight corners, with the weight of each.
    template <typename Do>
    void each_corner(const Do& act) const {
        for (int corner = 0; corner < 8; ++corner) {
            const int r = corner & 1, g = corner >> 1 & 1, b = corner >> 2;
            const float weight =
                (r ? off[0] : 1.0f - off[0]) * (g ? off[1] : 1.0f - off[1]) * (b ? off[2] : 1.0f - off[2]);
            if (weight > 0.0f)
                act(node_of(node[0] + r, node[1] + g, node[2] + b), weight);
        }
    }
};

Rgb colour_of_node(size_t node) {
    const auto share = [](size_t step) { return static_cast<float>(step) / kGridSteps; };
    return {share(node / (static_cast<size_t>(kGridNodes) * kGridNodes)),
            share(node / kGridNodes % kGridNodes), share(node % kGridNodes)};
}

/// What stands at each node that the picture needs.
std::vector<Rgb> mixtures_for(const Image<Rgb>& picture, const Palette& palette, const ThreadPool& workers) {
    std::vector<bool> needed(kAllNodes, false);
    for (const Rgb& pixel : picture.pixels())
        Cell(pixel).each_corner([&](size_t node, float) { needed[node] = true; });
    std::vector<size_t> nodes;
    for (size_t node = 0; node < kAllNodes; ++node)
        if (needed[node])
            nodes.push_back(node);
    const RecipeBook book(palette);
    std::vector<Rgb> mixtures(kAllNodes);
    workers.parallel_for(
        nodes.size(), [&](size_t i) { mixtures[nodes[i]] = book.nearest(colour_of_node(nodes[i])).colour; });
    return mixtures;
}

size_t hue_of(const Lab& lab) {
    const float turn = 0.5f + std::atan2(lab.b, lab.a) / (2.0f * std::numbers::pi_v<float>);
    return std::min(static_cast<size_t>(turn * kHues), static_cast<size_t>(kHues - 1));
}

/// What is missed of one hue.
struct Missed {
    Rgb wanted, mixed;
    float weight = 0.0f;  ///< Area times distance.
};

}  // namespace

Image<Rgb> as_mixed(const Image<Rgb>& picture, const Palette& palette, const ThreadPool& workers) {
    if (palette.plain())
        return picture;
    const std::vector<Rgb> mixtures = mixtures_for(picture, palette, workers);
    Image<Rgb> mixed(picture.size());
    for (size_t i = 0; i < picture.pixels().size(); ++i)
        Cell(picture.pixels()[i]).each_corner([&](size_t node, float weight) {
            mixed.pixels()[i] = mixed.pixels()[i] + mixtures[node] * weight;
        });
    return mixed;
}

Reach reach_of(const Image<Rgb>& picture, const Image<Rgb>& mixed) {
    ALLAPRIMA_CHECK(picture.size() == mixed.size());
    std::array<Missed, kHues> hues{};
    size_t missed = 0;
    for (size_t i = 0; i < picture.pixels().size(); ++i) {
        const Rgb wanted = picture.pixels()[i];
        const Lab lab = lab_of_srgb(wanted);
        const double miss = delta_e_2000(lab, lab_of_srgb(mixed.pixels()[i]));
        if (miss <= kPlainly)
            continue;
        ++missed;
        Missed& hue = hues.at(hue_of(lab));
        const auto weight = static_cast<float>(miss);
        hue.wanted = hue.wanted + wanted * weight;
        hue.mixed = hue.mixed + mixed.pixels()[i] * weight;
        hue.weight += weight;
    }
    if (missed == 0)
        return {};
    const Missed& most = *std::ranges::max_element(hues, {}, &Missed::weight);
    return {.missed_share = static_cast<double>(missed) / static_cast<double>(picture.size().area()),
            .wanted = most.wanted * (1.0f / most.weight),
            .mixed = most.mixed * (1.0f / most.weight)};
}

}  // namespace allaprima
