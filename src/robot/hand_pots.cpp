#include "robot/hand_pots.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "exporting/stroke_facts.h"
#include "image/cie.h"
#include "robot/gather_colours.h"

namespace allaprima {
namespace {

/// What a tube's paint looks like, and what one counts out to mix a paint.
class Mixer {
  public:
    explicit Mixer(const Palette& palette) {
        if (!palette.plain())
            book_.emplace(palette);
    }

    /// As it comes from the tubes; of plain colour as it is.
    Rgb look_of(const Paint& paint) const {
        return is_mixed(paint) ? book_->shown(paint.shares) : paint.colour;
    }

    /// A heap that is measured out for a paint, and is the colour that its parts mix.
    Pot pot_for(const Paint& paint) const {
        if (!is_mixed(paint))
            return {.paint = paint, .parts = std::nullopt};
        const WholeParts parts = heap_of(*book_, paint.shares);
        const Shares shares = shares_of(parts);
        return {.paint = {.colour = book_->shown(shares), .shares = shares, .miss = paint.miss},
                .parts = parts};
    }

  private:
    bool is_mixed(const Paint& paint) const {
        return book_ && std::ranges::any_of(paint.shares, [](float share) { return share > 0.0f; });
    }

    std::optional<RecipeBook> book_;
};

/// One of the paints that were planned.
struct PlannedPaint {
    Paint paint;
    Rgb look;
    float area = 0.0f;
};

/// The plan's different paints, in the order in which they are first used; `of` says which every stroke has.
std::vector<PlannedPaint> paints_of(const Plan& plan, const Mixer& mixer, std::vector<size_t>& of) {
    using Key = std::tuple<Shares, float, float, float>;
    std::map<Key, size_t> known;
    std::vector<PlannedPaint> paints;
    for (const Stroke& stroke : plan.strokes) {
        const Rgb look = mixer.look_of(stroke.paint);
        const auto [at, fresh] =
            known.try_emplace({stroke.paint.shares, look.r, look.g, look.b}, paints.size());
        if (fresh)
            paints.push_back({stroke.paint, look});
        paints[at->second].area += area_of(stroke);
        of.push_back(at->second);
    }
    return paints;
}

/// Of the paints, those that stand for all of them: the nearest to each of the colours that do.
std::vector<size_t> stand_ins(const std::vector<PlannedPaint>& paints, const std::vector<Oklab>& looks,
                              size_t most, const ThreadPool& workers) {
    std::vector<WeighedColour> colours;
    colours.reserve(paints.size());
    for (size_t i = 0; i < paints.size(); ++i)
        colours.push_back({looks[i], std::max(paints[i].area, 1e-6f)});
    std::vector<size_t> chosen;
    for (const Oklab centre : gathered(colours, most, workers))
        chosen.push_back(nearest_colour(looks, centre));
    return chosen;
}

/// The heaps from which all is painted, from light to dark, no two of them alike.
std::vector<Pot> heaps_for(const std::vector<PlannedPaint>& paints, const std::vector<Oklab>& looks,
                           size_t most, const Mixer& mixer, const ThreadPool& workers) {
    std::vector<Pot> pots;
    if (most == 0 || paints.size() <= most)
        for (const PlannedPaint& paint : paints)
            pots.push_back(mixer.pot_for(paint.paint));
    else
        for (const size_t chosen : stand_ins(paints, looks, most, workers))
            pots.push_back(mixer.pot_for(paints[chosen].paint));
    const auto lightness = [](const Pot& pot) { return oklab_of_srgb(pot.paint.colour).lightness; };
    std::ranges::stable_sort(pots, std::greater{}, lightness);
    std::vector<Pot> apart;
    for (const Pot& pot : pots)
        if (std::ranges::none_of(apart, [&](const Pot& o) {
                return o.paint.shares == pot.paint.shares && o.paint.colour == pot.paint.colour;
            }))
            apart.push_back(pot);
    return apart;
}

/// Leaves out heaps that nothing is painted from.
void drop_unused(Pots& filled) {
    std::vector<size_t> number(filled.pots.size(), 0);
    for (size_t i = 0, next = 0; i < number.size(); ++i)
        number[i] = filled.pots[i].strokes > 0 ? next++ : 0;
    for (size_t& of : filled.of)
        of = number[of];
    std::erase_if(filled.pots, [](const Pot& pot) { return pot.strokes == 0; });
}

}  // namespace

float area_of(const Stroke& stroke) {
    const float width = 0.5f * (stroke.width_start + stroke.width_end);
    return width * (PlannedWay(stroke.path).length() + 0.5f * width);
}

Pot heap_like(const Palette& palette, Rgb colour) {
    if (palette.plain())
        return {.paint = {.colour = colour}, .parts = std::nullopt};
    const Recipe recipe = RecipeBook(palette).nearest(colour);
    return Mixer(palette).pot_for({.colour = colour, .shares = recipe.shares, .miss = recipe.miss});
}

Pots fill_pots(Plan& plan, size_t most, const ThreadPool& workers) {
    Pots filled;
    if (plan.strokes.empty())
        return filled;
    const Mixer mixer(plan.materials.palette);
    std::vector<size_t> of;
    const std::vector<PlannedPaint> paints = paints_of(plan, mixer, of);
    std::vector<Oklab> looks;
    looks.reserve(paints.size());
    for (const PlannedPaint& paint : paints)
        looks.push_back(oklab_of_srgb(paint.look));
    filled.paints = paints.size();
    filled.pots = heaps_for(paints, looks, most, mixer, workers);
    std::vector<Oklab> heaps;
    heaps.reserve(filled.pots.size());
    for (const Pot& pot : filled.pots)
        heaps.push_back(oklab_of_srgb(pot.paint.colour));
    std::vector<size_t> nearest(paints.size());
    workers.parallel_for_ranges(paints.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            nearest[i] = nearest_colour(heaps, looks[i]);
    });
    float shifted = 0.0f, all = 0.0f;
    for (size_t i = 0; i < plan.strokes.size(); ++i) {
        Pot& pot = filled.pots[nearest[of[i]]];
        const float area = area_of(plan.strokes[i]);
        pot.area += area;
        ++pot.strokes;
        shifted += area * static_cast<float>(
                              delta_e_2000(lab_of_srgb(paints[of[i]].look), lab_of_srgb(pot.paint.colour)));
        all += area;
        filled.of.push_back(nearest[of[i]]);
        plan.strokes[i].paint = pot.paint;
    }
    filled.mean_shift = shifted / std::max(all, 1e-6f);
    drop_unused(filled);
    return filled;
}

}  // namespace allaprima
