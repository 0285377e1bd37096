#include "planning/lay_coats.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "base/check.h"
#include "base/rng.h"
#include "image/cie.h"
#include "image/colour.h"
#include "image/filters.h"
#include "pigment/kubelka_munk.h"
#include "pigment/recipe_book.h"
#include "planning/finish_plan.h"
#include "planning/level.h"
#include "planning/painted_picture.h"
#include "planning/seeding.h"
#include "planning/stroke_place.h"

namespace allaprima {
namespace {

/// How the strokes of a coat are laid.
struct CoatHabit {
    Coat coat;
    float opacity;    ///< Of the coat in the plan.
    float lightness;  ///< Sign of the change of lightness that it is laid for.
};
constexpr CoatHabit kScumbling{Coat::Scumble, 0.45f, 1.0f};
constexpr CoatHabit kGlazing{Coat::Glaze, 0.5f, -1.0f};

/// How much lighter and greyer body paint is left where glazes are to deepen it, and how much darker where
/// scumbles are to lighten it, where each has the most to do; and the share of the strokes that earns all of
/// it.
constexpr float kLeftForGlazes = 0.07f, kLeftGrey = 0.25f, kLeftForScumbles = 0.06f, kFullCoat = 0.1f;

/// A coat's brush is as broad as lets it cover this share of the picture, within these shares of the long
/// side.
constexpr float kCoatCovers = 0.6f, kNarrowest = 0.006f, kBroadest = 0.025f;
/// Area of a seeded stroke in squares of its half-width.
constexpr float kStrokeArea = 12.0f;

/// So many times the strokes of a coat are tried, this far apart from each other at least, half-widths.
constexpr int kTried = 3;
constexpr float kSpacing = 1.6f;

constexpr float kScumbleLoad = 0.3f;
/// A glaze that comes no nearer than this, CIEDE2000, is not worth a stroke.
constexpr float kWorthwhile = 0.4f;
/// How often what hurts is taken away before the coat is left as it is.
constexpr int kLooks = 3;

/// The picture with its errors left in only where the coat changes lightness to the right side.
Image<Rgb> what_the_coat_mends(const Image<Rgb>& reference, const Image<Rgb>& picture, const CoatHabit& habit,
                               float radius) {
    Image<Rgb> error(reference.size());
    for (size_t i = 0; i < error.pixels().size(); ++i)
        error.pixels()[i] = reference.pixels()[i] - picture.pixels()[i];
    error = blurred(error, radius);
    Image<Rgb> canvas = reference;
    for (size_t i = 0; i < error.pixels().size(); ++i)
        if (luma(error.pixels()[i]) * habit.lightness > 0.0f)
            canvas.pixels()[i] = canvas.pixels()[i] - error.pixels()[i];
    return canvas;
}

float brush_for(Size size, int count) {
    const float side = static_cast<float>(size.long_side()),
                share = kCoatCovers * static_cast<float>(size.area()) / static_cast<float>(count);
    return std::clamp(std::sqrt(share / kStrokeArea), kNarrowest * side, kBroadest * side);
}

Rgb mean_of(const Image<Rgb>& picture, const std::vector<Vec2>& places) {
    Rgb sum;
    for (const Vec2 p : places)
        sum = sum + pixel_at(picture, p);
    return sum * (1.0f / static_cast<float>(places.size()));
}

/// How much less the squared error would be, were the picture changed by the same step everywhere.
float gain_of(Rgb step, const Image<Rgb>& picture, const Image<Rgb>& wanted,
              const std::vector<Vec2>& places) {
    float sum = 0.0f;
    for (const Vec2 p : places) {
        const Rgb lacking = pixel_at(wanted, p) - pixel_at(picture, p);
        sum += step.r * (2.0f * lacking.r - step.r) + step.g * (2.0f * lacking.g - step.g) +
               step.b * (2.0f * lacking.b - step.b);
    }
    return sum;
}

/// Finds films that make what lies there look like something else.
class GlazeBook {
  public:
    explicit GlazeBook(const Palette& palette) : palette_(palette), recipes_(palette) {
        for (size_t a = 0; a < palette.tubes.size(); ++a)
            for (size_t b = a; b < palette.tubes.size(); ++b) {
                Shares shares{};
                shares[a] += 0.5f;
                shares[b] += 0.5f;
                films_.push_back({shares, medium_of(palette, shares)});
            }
    }

    struct Glaze {
        Shares shares{};
        float load = 0.0f;
        float miss = 0.0f;  ///< CIEDE2000 between what it gives and what was wanted.
    };

    /// The film that comes nearest to a colour over paint of another, both sRGB-encoded.
    Glaze nearest(Rgb beneath, Rgb wanted) const {
        const Spectrum under = inside_of(recipes_.nearest(beneath).shares);
        const Lab target = lab_of_srgb(wanted);
        Glaze best{.miss = 1e30f};
        for (const Film& candidate : films_)
            for (float load = 1.0f; load > 0.01f; load *= 0.6f) {
                const Xyz seen =
                    seen_under(film(candidate.medium, load * kThickestGlaze, under), Illuminant::D65);
                const Rgb shown = srgb_from_linear(recipes_.exposure().shown(seen));
                const auto miss = static_cast<float>(delta_e_2000(lab_of_srgb(shown), target));
                if (miss < best.miss)
                    best = {candidate.shares, load, miss};
            }
        return best;
    }

  private:
    struct Film {
        Shares shares;
        Medium medium;
    };

    /// What opaque paint of these shares reflects inside the film.
    Spectrum inside_of(const Shares& shares) const {
        const Medium medium = medium_of(palette_, shares);
        Spectrum inside{};
        for (size_t band = 0; band < kBands; ++band)
            inside[band] = masstone_reflectance(medium.absorption[band], medium.scattering[band]);
        return inside;
    }

    const Palette& palette_;
    RecipeBook recipes_;
    std::vector<Film> films_;
};

/// A stroke of the coat with the places where it is judged.
struct Laid {
    Stroke stroke;
    std::vector<Vec2> places;
    float gain = 0.0f;  ///< By how much it should lessen the squared error there.
};

/// Gives strokes of the coat their paint.
class Mixer {
  public:
    Mixer(const Palette& palette, const CoatHabit& habit) : habit_(habit) {
        if (palette.plain())
            return;
        if (habit.coat == Coat::Glaze)
            glazes_ = std::make_unique<GlazeBook>(palette);
        else
            recipes_ = std::make_unique<RecipeBook>(palette);
    }

    /// @return whether the coat has paint that helps.
    bool mix(Stroke& stroke, Rgb there, Rgb wanted) const {
        const Rgb laid = there + (wanted - there) * (1.0f / habit_.opacity);
        stroke.opacity = habit_.opacity;
        stroke.softness = 1.0f;
        stroke.paint.colour = {std::clamp(laid.r, 0.0f, 1.0f), std::clamp(laid.g, 0.0f, 1.0f),
                               std::clamp(laid.b, 0.0f, 1.0f)};
        if (glazes_) {
            const GlazeBook::Glaze glaze = glazes_->nearest(there, wanted);
            stroke.paint.shares = glaze.shares;
            stroke.load = glaze.load;
            return glaze.miss + kWorthwhile < delta_e_2000(lab_of_srgb(there), lab_of_srgb(wanted));
        }
        stroke.load = kScumbleLoad;
        if (recipes_) {
            const Recipe recipe = recipes_->nearest(stroke.paint.colour);
            stroke.paint.shares = recipe.shares;
            stroke.paint.miss = recipe.miss;
        }
        return true;
    }

  private:
    CoatHabit habit_;
    std::unique_ptr<const GlazeBook> glazes_;
    std::unique_ptr<const RecipeBook> recipes_;
};

/// The strokes of a coat, of many that are tried the ones that promise most.
std::vector<Laid> laid_strokes(const Plan& plan, const PlanningInputs& inputs, const Level& level,
                               const Image<Rgb>& picture, const CoatHabit& habit, int count,
                               const ThreadPool& workers) {
    const Image<Rgb>& reference = inputs.reference.colour;
    const float half = brush_for(reference.size(), count);
    const uint64_t seed = scramble(inputs.brief.seed ^ (0xc0a7ull + static_cast<uint64_t>(habit.coat)));
    const std::vector<DraftStroke> drafts =
        seed_strokes(level, what_the_coat_mends(reference, picture, habit, 0.5f * half), kTried * count,
                     {.half_width = half, .spacing = kSpacing}, seed);
    const Mixer mixer(plan.materials.palette, habit);
    std::vector<Laid> laid(drafts.size());
    workers.parallel_for_ranges(drafts.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            Laid& each = laid[i];
            each.stroke = placed(drafts[i], inputs.reference.pixel_mm, scramble(seed ^ scramble(i)));
            each.places = places_on(drafts[i]);
            const Rgb there = mean_of(picture, each.places), wanted = mean_of(reference, each.places);
            if (mixer.mix(each.stroke, there, wanted))
                each.gain = gain_of(wanted - there, picture, reference, each.places);
        }
    });
    std::erase_if(laid, [](const Laid& each) { return each.gain <= 0.0f; });
    std::ranges::stable_sort(laid, std::ranges::greater{}, &Laid::gain);
    if (laid.size() > static_cast<size_t>(count))
        laid.resize(static_cast<size_t>(count));
    return laid;
}

Plan with_coat(Plan plan, const std::vector<Laid>& laid, Coat coat) {
    if (laid.empty())
        return plan;
    plan.passes.push_back({kCoatWords[static_cast<size_t>(coat)], static_cast<int>(laid.size()), coat});
    for (const Laid& each : laid)
        plan.strokes.push_back(each.stroke);
    return plan;
}

void lay_coat(Plan& plan, const PlanningInputs& inputs, const Level& level, const CoatHabit& habit, int count,
              const ThreadPool& workers) {
    const Image<Rgb>& wanted = inputs.reference.colour;
    const Image<Rgb> before = painted_picture(plan, wanted.size(), workers);
    std::vector<Laid> laid = laid_strokes(plan, inputs, level, before, habit, count, workers);
    for (int look = 0; look < kLooks && !laid.empty(); ++look) {
        const Image<Rgb> after = painted_picture(with_coat(plan, laid, habit.coat), wanted.size(), workers);
        const size_t hurting = std::erase_if(laid, [&](const Laid& each) {
            return error_at(each.places, after, wanted) >= error_at(each.places, before, wanted);
        });
        if (hurting == 0)
            break;
    }
    plan = with_coat(std::move(plan), laid, habit.coat);
}

int share_of(int strokes, float share) {
    return static_cast<int>(std::lround(static_cast<float>(strokes) * share));
}

}  // namespace

int body_strokes(int strokes, const Hand& hand) {
    return std::max(1, strokes - share_of(strokes, hand.scumbles) - share_of(strokes, hand.glazes));
}

Image<Rgb> underpainting(const Image<Rgb>& reference, const Hand& hand) {
    const float glazes = std::min(1.0f, hand.glazes / kFullCoat),
                scumbles = std::min(1.0f, hand.scumbles / kFullCoat);
    Image<Rgb> under = reference;
    for (Rgb& c : under.pixels()) {
        const float value = luma(c), dark = (1.0f - value) * (1.0f - value), light = value * value;
        const float lift = kLeftForGlazes * glazes * dark - kLeftForScumbles * scumbles * light;
        c = lerp(c, Rgb{value, value, value}, kLeftGrey * glazes * dark) + Rgb{lift, lift, lift};
    }
    return under;
}

void lay_coats(Plan& plan, const PlanningInputs& inputs, const ThreadPool& workers) {
    const Hand& hand = inputs.materials.hand;
    const int scumbles = share_of(inputs.brief.strokes, hand.scumbles),
              glazes = share_of(inputs.brief.strokes, hand.glazes);
    if (scumbles + glazes == 0)
        return;
    const std::vector<Level> levels = make_levels(inputs.reference, inputs.study, workers);
    if (scumbles > 0)
        lay_coat(plan, inputs, levels.front(), kScumbling, scumbles, workers);
    if (glazes > 0)
        lay_coat(plan, inputs, levels.front(), kGlazing, glazes, workers);
}

}  // namespace allaprima
