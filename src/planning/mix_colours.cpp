#include "planning/mix_colours.h"

#include <algorithm>

#include "image/oklab.h"
#include "pigment/recipe_book.h"
#include "planning/break_colours.h"
#include "planning/objective.h"
#include "planning/painted_picture.h"
#include "planning/solve_colours.h"
#include "planning/stroke_place.h"

namespace allaprima {
namespace {

/// How far colours for paint go from the smooth strokes, 0, to the bristled ones, 1: neither loses much.
constexpr float kBristleShare = 0.5f;
/// Rounds in which recipes are corrected by the picture that they give, and how far each goes.
constexpr int kRecipeRounds = 2;
constexpr float kRecipeGain = 0.7f;
constexpr int kIterations = 8;
constexpr double kDamping = 30.0;
/// How far the colour of a stroke may stray, of each channel, from what is to be seen under its middle
/// before the picture asks it to.
constexpr float kMostStray = 0.12f;
/// How far the chroma of a recipe may exceed that of what is painted, as a factor and a sum, in Oklab: what
/// thin films and streaks tint is made up for by other paint, but grey stays grey.
constexpr float kChromaGain = 1.3f, kChromaAllowance = 0.003f;
/// Mean chroma, in Oklab, of pictures that are colourful enough for broken colour.
constexpr float kBreakableChroma = 0.02f;

/// Adds to a target what the painted picture is short of the reference.
void correct(Image<Rgb>& target, const Image<Rgb>& wanted, const Image<Rgb>& got, float share) {
    for (size_t i = 0; i < target.pixels().size(); ++i)
        target.pixels()[i] = target.pixels()[i] + (wanted.pixels()[i] - got.pixels()[i]) * share;
}

/// The strokes as they would have to be coloured for the smooth picture to be this one.
std::vector<DraftStroke> coloured_for(const Image<Rgb>& target, std::vector<DraftStroke> strokes,
                                      const Reference& reference, const Study& study,
                                      const ThreadPool& workers) {
    Objective objective(target, study.focus, reference.ground, workers);
    solve_colours(strokes, objective, kIterations, kDamping);
    return strokes;
}

/// The reference's mean colour under a stroke's centre line.
Rgb colour_beneath(const DraftStroke& stroke, const Image<Rgb>& reference) {
    constexpr int kPlaces = 7;
    Rgb sum;
    for (int k = 0; k < kPlaces; ++k)
        sum = sum + pixel_at(reference, place_on(stroke, (static_cast<float>(k) + 0.5f) / kPlaces).at);
    return sum * (1.0f / kPlaces);
}

/// The colour, or the nearest to it that strays so far at most.
Rgb near_to(Rgb usual, Rgb colour) {
    const auto held = [](float middle, float v) {
        return std::clamp(v, middle - kMostStray, middle + kMostStray);
    };
    return {held(usual.r, colour.r), held(usual.g, colour.g), held(usual.b, colour.b)};
}

/// The greatest chroma that a recipe may have, for each stroke.
std::vector<float> most_chroma(const std::vector<DraftStroke>& strokes, const Image<Rgb>& reference) {
    constexpr int kPlaces = 7;
    std::vector<float> most;
    for (const DraftStroke& stroke : strokes) {
        float seen = 0.0f;
        for (int k = 0; k < kPlaces; ++k) {
            const StrokePlace place = place_on(stroke, (static_cast<float>(k) + 0.5f) / kPlaces);
            for (float side : {-0.7f, 0.0f, 0.7f}) {
                const Rgb colour = pixel_at(reference, place.at + place.across * (side * place.half_width));
                seen = std::max(seen, chroma_of(oklab_of_srgb(colour)));
            }
        }
        most.push_back(kChromaGain * seen + kChromaAllowance);
    }
    return most;
}

/// The colour, or the one of its lightness and hue that has so much chroma.
Rgb with_chroma(Rgb colour, float most) {
    const Oklab seen = oklab_of_srgb(colour);
    const float chroma = chroma_of(seen);
    if (chroma <= most)
        return colour;
    return srgb_of_oklab_in_gamut({seen.lightness, seen.a * most / chroma, seen.b * most / chroma});
}

/// The strokes with no more chroma than each may have.
std::vector<DraftStroke> held(std::vector<DraftStroke> strokes, const std::vector<float>& most) {
    for (size_t i = 0; i < strokes.size(); ++i)
        strokes[i].colour = with_chroma(strokes[i].colour, most[i]);
    return strokes;
}

/// How far colours can be broken without a grey picture becoming a coloured one, 0 to 1.
float breakable_share(const Image<Rgb>& reference) {
    return std::min(1.0f, colour_means(oklab_of_srgb(reference)).chroma / kBreakableChroma);
}

/// The strokes in the colours that the hand breaks theirs into.
std::vector<DraftStroke> as_broken(std::vector<DraftStroke> strokes, const Hand& hand,
                                   const Image<Rgb>& reference) {
    if (hand.broken <= 0.0f)
        return strokes;
    const std::vector<Rgb> broken = broken_colours(strokes, hand.broken * breakable_share(reference));
    for (size_t i = 0; i < strokes.size(); ++i)
        strokes[i].colour = broken[i];
    return strokes;
}

void set_colours(Plan& plan, const std::vector<DraftStroke>& strokes) {
    for (size_t i = 0; i < strokes.size(); ++i)
        plan.strokes[i].paint.colour = strokes[i].colour;
}

void set_recipes(Plan& plan, const std::vector<DraftStroke>& strokes, const RecipeBook& book,
                 const ThreadPool& workers) {
    workers.parallel_for_ranges(strokes.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            const Recipe recipe = book.nearest(strokes[i].colour);
            plan.strokes[i].paint.shares = recipe.shares;
            plan.strokes[i].paint.miss = recipe.miss;
        }
    });
}

/// Colours for the mean of the smooth and of the bristled picture.
void mix_plain(Plan& plan, const std::vector<DraftStroke>& strokes, const Reference& reference,
               const Study& study, const ThreadPool& workers) {
    Objective smooth(reference.colour, study.focus, reference.ground, workers);
    Image<Rgb> planned;
    smooth.evaluate(strokes, TileWork::Composite, &planned);
    Image<Rgb> target = reference.colour;
    correct(target, planned, painted_picture(plan, reference.size(), workers), kBristleShare);
    set_colours(plan, as_broken(coloured_for(target, strokes, reference, study, workers), plan.materials.hand,
                                reference.colour));
}

}  // namespace

void mix_colours(Plan& plan, std::vector<DraftStroke> strokes, const Reference& reference, const Study& study,
                 ColourTarget solved_for, const ThreadPool& workers) {
    if (strokes.empty())
        return;
    const Palette& palette = plan.materials.palette;
    if (palette.plain() && solved_for == ColourTarget::Paint)
        return mix_plain(plan, strokes, reference, study, workers);
    strokes = coloured_for(reference.colour, std::move(strokes), reference, study, workers);
    set_colours(plan, strokes);
    if (palette.plain())
        return;
    // What is hidden takes any colour in the plan, while in paint a brush may drag some of it along: its
    // recipe is for about what is to be seen there.
    for (DraftStroke& stroke : strokes)
        stroke.colour = near_to(colour_beneath(stroke, reference.colour), stroke.colour);
    strokes = coloured_for(reference.colour, std::move(strokes), reference, study, workers);
    const std::vector<float> chroma = most_chroma(strokes, reference.colour);
    const RecipeBook book(palette);
    set_recipes(plan, held(strokes, chroma), book, workers);
    if (solved_for == ColourTarget::Plan)
        return;
    Image<Rgb> target = reference.colour;
    for (int round = 0; round < kRecipeRounds; ++round) {
        correct(target, reference.colour, painted_picture(plan, reference.size(), workers), kRecipeGain);
        set_recipes(plan, held(coloured_for(target, strokes, reference, study, workers), chroma), book,
                    workers);
    }
    if (plan.materials.hand.broken > 0.0f) {
        const std::vector<DraftStroke> broken =
            as_broken(held(coloured_for(target, strokes, reference, study, workers), chroma),
                      plan.materials.hand, reference.colour);
        set_colours(plan, broken);
        set_recipes(plan, broken, book, workers);
    }
}

}  // namespace allaprima
