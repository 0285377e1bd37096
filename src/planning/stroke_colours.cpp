#include "planning/stroke_colours.h"

#include <algorithm>

#include "image/oklab.h"
#include "planning/stroke_place.h"

namespace allaprima {
namespace {

/// How far the colour of a stroke may stray, of each channel, from what is to be seen under its middle.
constexpr float kMostStray = 0.12f;
/// How far the chroma of a recipe may exceed that of what is painted, as a factor and a sum, in Oklab.
constexpr float kChromaGain = 1.3f, kChromaAllowance = 0.003f;

/// The colour, or the one of its lightness and hue that has so much chroma.
Rgb with_chroma(Rgb colour, float most) {
    const Oklab seen = oklab_of_srgb(colour);
    const float chroma = chroma_of(seen);
    if (chroma <= most)
        return colour;
    return srgb_of_oklab_in_gamut({seen.lightness, seen.a * most / chroma, seen.b * most / chroma});
}

}  // namespace

Rgb colour_beneath(const DraftStroke& stroke, const Image<Rgb>& reference) {
    constexpr int kPlaces = 7;
    Rgb sum;
    for (int k = 0; k < kPlaces; ++k)
        sum = sum + pixel_at(reference, place_on(stroke, (static_cast<float>(k) + 0.5f) / kPlaces).at);
    return sum * (1.0f / kPlaces);
}

Rgb near_to(Rgb usual, Rgb colour) {
    const auto held = [](float middle, float v) {
        return std::clamp(v, middle - kMostStray, middle + kMostStray);
    };
    return {held(usual.r, colour.r), held(usual.g, colour.g), held(usual.b, colour.b)};
}

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

std::vector<DraftStroke> held(std::vector<DraftStroke> strokes, const std::vector<float>& most) {
    for (size_t i = 0; i < strokes.size(); ++i)
        strokes[i].colour = with_chroma(strokes[i].colour, most[i]);
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

}  // namespace allaprima
