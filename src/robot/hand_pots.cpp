#include "robot/hand_pots.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

#include "exporting/stroke_facts.h"
#include "image/cie.h"
#include "image/oklab.h"

namespace allaprima {
namespace {

constexpr int kMostPotRounds = 40;

/// One of the paints that were planned.
struct PlannedPaint {
    Paint paint;
    Oklab look;
    float area = 0.0f;
};

/// The plan's different paints, in the order in which they are first used; `of` says which every stroke has.
std::vector<PlannedPaint> paints_of(const Plan& plan, std::vector<size_t>& of) {
    using Key = std::tuple<Shares, float, float, float>;
    std::map<Key, size_t> known;
    std::vector<PlannedPaint> paints;
    for (const Stroke& stroke : plan.strokes) {
        const Paint& paint = stroke.paint;
        const auto [at, fresh] =
            known.try_emplace({paint.shares, paint.colour.r, paint.colour.g, paint.colour.b}, paints.size());
        if (fresh)
            paints.push_back({paint, oklab_of_srgb(paint.colour)});
        paints[at->second].area += area_of(stroke);
        of.push_back(at->second);
    }
    return paints;
}

float missed_by(const PlannedPaint& paint, Oklab centre) {
    const float apart = distance(paint.look, centre);
    return paint.area * apart * apart;
}

size_t nearest_of(const std::vector<Oklab>& centres, Oklab look) {
    size_t best = 0;
    for (size_t i = 1; i < centres.size(); ++i)
        if (distance(look, centres[i]) < distance(look, centres[best]))
            best = i;
    return best;
}

/// The paint of the largest area, and then always the one that is missed the most.
std::vector<Oklab> first_centres(const std::vector<PlannedPaint>& paints, size_t count) {
    std::vector<Oklab> centres{std::ranges::max_element(paints, {}, &PlannedPaint::area)->look};
    std::vector<float> missed(paints.size(), std::numeric_limits<float>::max());
    while (centres.size() < count) {
        for (size_t i = 0; i < paints.size(); ++i)
            missed[i] = std::min(missed[i], missed_by(paints[i], centres.back()));
        centres.push_back(
            paints[static_cast<size_t>(std::ranges::max_element(missed) - missed.begin())].look);
    }
    return centres;
}

/// Moves the centres to the means of what is nearest to them. A centre with nothing near stays.
bool moved_centres(const std::vector<PlannedPaint>& paints, const std::vector<size_t>& group,
                   std::vector<Oklab>& centres) {
    std::vector<Oklab> sums(centres.size());
    std::vector<float> areas(centres.size(), 0.0f);
    for (size_t i = 0; i < paints.size(); ++i) {
        sums[group[i]] = sums[group[i]] + paints[i].look * paints[i].area;
        areas[group[i]] += paints[i].area;
    }
    bool moved = false;
    for (size_t k = 0; k < centres.size(); ++k)
        if (areas[k] > 0.0f) {
            const Oklab mean = sums[k] * (1.0f / areas[k]);
            moved |= !(mean == centres[k]);
            centres[k] = mean;
        }
    return moved;
}

/// For every paint, the paint that stands for it.
std::vector<size_t> stand_ins(const std::vector<PlannedPaint>& paints, size_t most,
                              const ThreadPool& workers) {
    std::vector<size_t> group(paints.size());
    std::iota(group.begin(), group.end(), size_t{0});
    if (most == 0 || paints.size() <= most)
        return group;
    std::vector<Oklab> centres = first_centres(paints, most);
    const auto regroup = [&] {
        workers.parallel_for_ranges(paints.size(), [&](size_t begin, size_t end) {
            for (size_t i = begin; i < end; ++i)
                group[i] = nearest_of(centres, paints[i].look);
        });
    };
    for (int round = 0; round < kMostPotRounds; ++round) {
        regroup();
        if (!moved_centres(paints, group, centres))
            break;
    }
    regroup();
    std::vector<size_t> middle(centres.size(), paints.size());
    for (size_t i = 0; i < paints.size(); ++i) {
        size_t& found = middle[group[i]];
        const Oklab centre = centres[group[i]];
        if (found == paints.size() || distance(paints[i].look, centre) < distance(paints[found].look, centre))
            found = i;
    }
    for (size_t& one : group)
        one = middle[one];
    return group;
}

/// Numbers the paints that are used from light to dark.
std::map<size_t, size_t> numbered(const std::vector<PlannedPaint>& paints, const std::vector<size_t>& group) {
    std::vector<size_t> used = group;
    std::ranges::sort(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
    std::ranges::stable_sort(
        used, [&](size_t a, size_t b) { return paints[a].look.lightness > paints[b].look.lightness; });
    std::map<size_t, size_t> numbers;
    for (size_t i = 0; i < used.size(); ++i)
        numbers[used[i]] = i;
    return numbers;
}

}  // namespace

float area_of(const Stroke& stroke) {
    const float width = 0.5f * (stroke.width_start + stroke.width_end);
    return width * (PlannedWay(stroke.path).length() + 0.5f * width);
}

Pots fill_pots(Plan& plan, size_t most, const ThreadPool& workers) {
    Pots filled;
    if (plan.strokes.empty())
        return filled;
    std::vector<size_t> of;
    const std::vector<PlannedPaint> paints = paints_of(plan, of);
    const std::vector<size_t> group = stand_ins(paints, most, workers);
    const std::map<size_t, size_t> numbers = numbered(paints, group);
    filled.paints = paints.size();
    filled.pots.resize(numbers.size());
    float shifted = 0.0f, all = 0.0f;
    for (size_t i = 0; i < plan.strokes.size(); ++i) {
        const PlannedPaint &own = paints[of[i]], &stands_in = paints[group[of[i]]];
        Pot& pot = filled.pots[numbers.at(group[of[i]])];
        const float area = area_of(plan.strokes[i]);
        pot.paint = stands_in.paint;
        pot.area += area;
        ++pot.strokes;
        shifted += area * static_cast<float>(delta_e_2000(lab_of_srgb(own.paint.colour),
                                                          lab_of_srgb(stands_in.paint.colour)));
        all += area;
        filled.of.push_back(numbers.at(group[of[i]]));
        plan.strokes[i].paint = stands_in.paint;
    }
    filled.mean_shift = shifted / std::max(all, 1e-6f);
    StrokeFacts facts(plan);
    for (Pot& pot : filled.pots) {
        Stroke dipped;
        dipped.paint = pot.paint;
        pot.parts = facts.parts_of(dipped);
    }
    return filled;
}

}  // namespace allaprima
