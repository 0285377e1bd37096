#include "robot/gather_colours.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

constexpr int kMostRounds = 40;
constexpr int kTurnsToTheWidest = 12;

/// The colours that have one centre.
struct ColourGroup {
    float weight = 0.0f;
    Oklab sum;
    float missed = 0.0f;  ///< Weighed squares of the distances from the centre.
};

float inner(Oklab a, Oklab b) {
    return a.lightness * b.lightness + a.a * b.a + a.b * b.b;
}

std::vector<size_t> grouped(const std::vector<WeighedColour>& colours, const std::vector<Oklab>& centres,
                            const ThreadPool& workers) {
    std::vector<size_t> group(colours.size());
    workers.parallel_for_ranges(colours.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            group[i] = nearest_colour(centres, colours[i].look);
    });
    return group;
}

std::vector<ColourGroup> summed(const std::vector<WeighedColour>& colours, const std::vector<Oklab>& centres,
                                const std::vector<size_t>& group) {
    std::vector<ColourGroup> groups(centres.size());
    for (size_t i = 0; i < colours.size(); ++i) {
        ColourGroup& one = groups[group[i]];
        const Oklab off = colours[i].look - centres[group[i]];
        one.weight += colours[i].weight;
        one.sum = one.sum + colours[i].look * colours[i].weight;
        one.missed += colours[i].weight * inner(off, off);
    }
    return groups;
}

/// The way in which the colours of a group lie farthest apart, as long as they do on average: the power
/// method on their covariance.
Oklab widest_way(const std::vector<WeighedColour>& colours, const std::vector<size_t>& group, size_t which,
                 Oklab centre) {
    Oklab way{1.0f, 0.31f, 0.17f};
    float length = 0.0f;
    for (int turn = 0; turn < kTurnsToTheWidest; ++turn) {
        Oklab next;
        float weight = 0.0f;
        for (size_t i = 0; i < colours.size(); ++i)
            if (group[i] == which) {
                const Oklab off = colours[i].look - centre;
                next = next + off * (colours[i].weight * inner(off, way));
                weight += colours[i].weight;
            }
        length = std::sqrt(inner(next, next));
        if (length <= 0.0f)
            return {};
        way = next * (1.0f / length);
        length /= weight;
    }
    return way * std::sqrt(length);
}

/// Splits the group that misses the most. @return whether there was anything to split.
bool split(const std::vector<WeighedColour>& colours, std::vector<Oklab>& centres,
           const ThreadPool& workers) {
    const std::vector<size_t> group = grouped(colours, centres, workers);
    const std::vector<ColourGroup> groups = summed(colours, centres, group);
    const auto widest =
        static_cast<size_t>(std::ranges::max_element(groups, {}, &ColourGroup::missed) - groups.begin());
    const Oklab way = widest_way(colours, group, widest, centres[widest]);
    if (inner(way, way) <= 1e-12f)
        return false;
    centres.push_back(centres[widest] + way);
    centres[widest] = centres[widest] - way;
    return true;
}

/// Moves the centres to the means of what is nearest to them. A centre with nothing near stays.
void settle(const std::vector<WeighedColour>& colours, std::vector<Oklab>& centres, int rounds,
            const ThreadPool& workers) {
    for (int round = 0; round < rounds; ++round) {
        const std::vector<ColourGroup> groups = summed(colours, centres, grouped(colours, centres, workers));
        bool moved = false;
        for (size_t k = 0; k < centres.size(); ++k)
            if (groups[k].weight > 0.0f) {
                const Oklab mean = groups[k].sum * (1.0f / groups[k].weight);
                moved |= !(mean == centres[k]);
                centres[k] = mean;
            }
        if (!moved)
            return;
    }
}

}  // namespace

size_t nearest_colour(const std::vector<Oklab>& colours, Oklab look) {
    size_t best = 0;
    for (size_t i = 1; i < colours.size(); ++i)
        if (distance(look, colours[i]) < distance(look, colours[best]))
            best = i;
    return best;
}

std::vector<Oklab> gathered(const std::vector<WeighedColour>& colours, size_t most,
                            const ThreadPool& workers) {
    std::vector<Oklab> centres{colours.front().look};
    settle(colours, centres, 1, workers);
    while (centres.size() < most && split(colours, centres, workers))
        settle(colours, centres, 4, workers);
    settle(colours, centres, kMostRounds, workers);
    return centres;
}

}  // namespace allaprima
