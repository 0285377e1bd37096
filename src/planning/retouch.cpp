#include "planning/retouch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/rng.h"
#include "image/filters.h"
#include "image/without_small_forms.h"
#include "planning/append_pass.h"
#include "planning/close_up.h"
#include "planning/finish_plan.h"
#include "planning/painted_picture.h"
#include "planning/part_view.h"
#include "planning/schedule.h"
#include "planning/solve_colours.h"
#include "planning/stroke_colours.h"
#include "planning/stroke_place.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// How much errors count where someone asks for a part to be worked over, beside the mean of the picture.
constexpr float kWeight = 2.0f;
/// What the last touches change by less than this, of each channel, is not theirs.
constexpr float kShows = 0.03f;
/// Rounds in which colours are corrected by the picture that they give, and how far each goes.
constexpr int kColourRounds = 2;
constexpr float kColourGain = 0.7f;
constexpr int kIterations = 8;
constexpr double kDamping = 30.0;
/// How often what hurts is taken away before all of it is judged.
constexpr int kLooks = 3;

/// What a plan looks like in a view.
using Look = std::function<Image<Rgb>(const Plan&)>;

/// A view of a painting, what is painted there, and what is wanted.
struct Workplace {
    const Plan& plan;
    const Reference& reference;
    CloseView view;
    Image<float> inside;  ///< How much of the reference is wanted in each pixel, 0 to 1.
    Image<float> weight;  ///< How much errors count.
    Image<Rgb> painted, wanted;
    const ThreadPool& workers;
};

constexpr std::array<std::string_view, 2> kLastTouches{kSpatterPass, kSignaturePass};

bool is_last_touch(const Pass& pass) {
    return std::ranges::find(kLastTouches, pass.name) != kLastTouches.end();
}

/// Where last touches are seen, nothing of the reference is wanted.
void leave_last_touches(Workplace& work, const Look& look) {
    if (std::ranges::none_of(work.plan.passes, is_last_touch))
        return;
    const Image<Rgb> bare = look(without_passes(work.plan, kLastTouches));
    for (size_t i = 0; i < bare.pixels().size(); ++i) {
        const Rgb change = work.painted.pixels()[i] - bare.pixels()[i];
        if (std::max({std::fabs(change.r), std::fabs(change.g), std::fabs(change.b)}) > kShows)
            work.inside.pixels()[i] = 0.0f;
    }
}

/// Beside a cut-out nothing is wanted.
void leave_what_is_cut_off(Workplace& work) {
    if (work.reference.alpha.empty())
        return;
    const Image<float> alpha = weight_of(work.view, work.reference.alpha);
    for (size_t i = 0; i < alpha.pixels().size(); ++i)
        work.inside.pixels()[i] *= alpha.pixels()[i];
}

Image<float> inside_of(const CloseView& view, Size reference, const Retouch& order) {
    Image<float> inside = share_in_boxes(view, reference, order.boxes);
    if (order.within.empty())
        return inside;
    const Image<float> within = weight_of(view, order.within);
    for (size_t i = 0; i < inside.pixels().size(); ++i)
        inside.pixels()[i] *= within.pixels()[i];
    return inside;
}

Image<float> weight_in(const CloseView& view, const Retouch& order) {
    if (order.focus.empty())
        return Image<float>(view.colour.size(), kWeight);
    Image<float> weight = weight_of(view, order.focus);
    for (float& w : weight.pixels())
        w *= kWeight;
    return weight;
}

/// @param painted the plan, as it looks.
Workplace workplace_of(const Plan& plan, const Reference& reference, const Retouch& order, CloseView view,
                       Image<Rgb> painted, const Look& look, const ThreadPool& workers) {
    Image<float> inside = inside_of(view, reference.size(), order), weight = weight_in(view, order);
    if (order.smallest_form > 0.0f)
        view.colour = without_small_forms(
            view.colour, inside,
            std::max(1, static_cast<int>(order.smallest_form * static_cast<float>(view.finer))));
    Workplace work{plan, reference, std::move(view), std::move(inside), std::move(weight), std::move(painted),
                   {},   workers};
    leave_last_touches(work, look);
    leave_what_is_cut_off(work);
    work.wanted = work.painted;
    for (size_t i = 0; i < work.wanted.pixels().size(); ++i)
        work.wanted.pixels()[i] =
            lerp(work.painted.pixels()[i], work.view.colour.pixels()[i], work.inside.pixels()[i]);
    return work;
}

CloseUp close_up_of(const Workplace& work) {
    const CloseView& view = work.view;
    Level level{work.wanted, work.weight, structure_of(view.colour),
                work.reference.size().long_side() * view.finer,
                Objective(work.wanted, work.weight, work.painted, work.workers)};
    return {ViewFrame(view), std::move(level), work.reference.pixel_mm / static_cast<float>(view.finer),
            work.workers};
}

/// The strokes as the view has them.
std::vector<DraftStroke> seen_in(const Workplace& work, const std::vector<DraftStroke>& strokes) {
    const ViewFrame frame(work.view);
    std::vector<DraftStroke> seen;
    seen.reserve(strokes.size());
    for (const DraftStroke& stroke : strokes)
        seen.push_back(frame.seen(stroke, frame.scale));
    return seen;
}

/// Without those that have strayed from where they are wanted.
Draft without_strays(const Workplace& work, const Draft& draft) {
    const std::vector<DraftStroke> seen = seen_in(work, draft.strokes);
    std::vector<bool> strayed;
    strayed.reserve(seen.size());
    for (const DraftStroke& stroke : seen)
        strayed.push_back(!lies_within(stroke, work.inside.size()) ||
                          sampled(work.inside, place_on(stroke, 0.5f).at) <= 0.0f);
    return without(draft, strayed);
}

/// None where there is nothing to be done.
std::vector<Round> rounds_in(const Workplace& work, const Retouch& order, const Hand& hand) {
    const double pixels = std::accumulate(work.inside.pixels().begin(), work.inside.pixels().end(), 0.0);
    if (order.strokes < 1 || pixels < 1.0)
        return {};
    std::vector<Round> rounds = retouching(pixels, order.strokes, hand);
    for (Round& round : rounds)
        round.finer = work.view.finer;
    return rounds;
}

/// @param count of the rounds, how many are played.
/// @return none where it was told not to keep going.
Draft refined(const Workplace& work, const std::vector<Round>& rounds, size_t count,
              const Materials& materials, uint64_t seed, const std::function<bool()>& keep_going,
              const StrokesSoFar& growing) {
    Draft draft;
    CloseUp view = close_up_of(work);
    for (size_t i = 0; i < count; ++i) {
        if (!view.play(rounds, i, scramble(seed + i), materials, draft, keep_going))
            return {};
        if (growing)
            growing(placed_to_look_at(draft.strokes, work.reference.pixel_mm));
    }
    return without_strays(work, draft);
}

/// The strokes as they would have to be coloured for the target, laid smooth over what is painted.
std::vector<DraftStroke> coloured_for(const Image<Rgb>& target, const Workplace& work,
                                      std::vector<DraftStroke> seen) {
    Objective objective(target, work.weight, work.painted, work.workers);
    solve_colours(seen, objective, kIterations, kDamping);
    return seen;
}

/// Gives the strokes colours, or recipes, that look as is wanted once they are painted.
/// @param touches the strokes alone. @param seen the same in the view.
void mix(const Workplace& work, const PaintedView& place, Plan& touches,
         const std::vector<DraftStroke>& seen) {
    const Palette& palette = touches.materials.palette;
    const std::vector<float> chroma = most_chroma(seen, work.view.colour);
    const auto take = [&](const std::vector<DraftStroke>& coloured) {
        if (palette.plain())
            set_colours(touches, coloured);
        else
            set_recipes(touches, held(coloured, chroma), RecipeBook(palette), work.workers);
    };
    set_colours(touches, seen);
    take(seen);
    Image<Rgb> target = work.wanted;
    for (int round = 0; round < kColourRounds; ++round) {
        const Image<Rgb> got = place.with(touches.strokes);
        for (size_t i = 0; i < target.pixels().size(); ++i)
            target.pixels()[i] =
                target.pixels()[i] + (work.wanted.pixels()[i] - got.pixels()[i]) * kColourGain;
        take(coloured_for(target, work, seen));
    }
}

double error_of(const Image<Rgb>& picture, const Image<Rgb>& wanted) {
    double sum = 0.0;
    for (size_t i = 0; i < picture.pixels().size(); ++i) {
        const Rgb e = picture.pixels()[i] - wanted.pixels()[i];
        sum += static_cast<double>(e.r * e.r + e.g * e.g + e.b * e.b);
    }
    return sum;
}

/// Those of the strokes that bring the painted picture nearer. @param seen the same in the view.
std::vector<Stroke> helpful(const Workplace& work, const PaintedView& place, std::vector<Stroke> strokes,
                            const std::vector<DraftStroke>& seen) {
    std::vector<std::vector<Vec2>> places;
    places.reserve(seen.size());
    for (const DraftStroke& stroke : seen)
        places.push_back(places_on(stroke));
    for (int look = 0; !strokes.empty(); ++look) {
        const Image<Rgb> after = place.with(strokes);
        std::vector<Stroke> kept;
        std::vector<std::vector<Vec2>> kept_places;
        for (size_t i = 0; i < strokes.size(); ++i)
            if (error_at(places[i], after, work.wanted) < error_at(places[i], work.painted, work.wanted)) {
                kept.push_back(strokes[i]);
                kept_places.push_back(places[i]);
            }
        if (look == kLooks || kept.size() == strokes.size())
            return error_of(after, work.wanted) < error_of(work.painted, work.wanted) ? strokes
                                                                                      : std::vector<Stroke>{};
        strokes = std::move(kept);
        places = std::move(kept_places);
    }
    return strokes;
}

uint64_t seed_of(const Retouch& order) {
    return scramble(order.seed ^ 0x4e7045cull);
}

/// Somebody watches: tells the first strokes over the plan as it was planned, which is drawn at once, before
/// the painting itself is laid.
void sketch(const Plan& plan, const Reference& reference, const Materials& materials, const Retouch& order,
            const CloseView& view, const ThreadPool& workers, const std::function<bool()>& keep_going,
            const StrokesSoFar& growing) {
    const Look look = [&](const Plan& seen) { return planned_view(seen, reference.size(), view, workers); };
    const Workplace work = workplace_of(plan, reference, order, view, look(plan), look, workers);
    if (const std::vector<Round> rounds = rounds_in(work, order, materials.hand); !rounds.empty())
        refined(work, rounds, 1, materials, seed_of(order), keep_going, growing);
}

}  // namespace

Plan with_retouches(Plan plan, const std::vector<Stroke>& strokes) {
    if (!plan.passes.empty() && plan.passes.back().name == kRetouchesPass.name) {
        plan.passes.back().strokes += static_cast<int>(strokes.size());
        plan.strokes.insert(plan.strokes.end(), strokes.begin(), strokes.end());
    } else {
        append_pass(plan, kRetouchesPass.name, strokes);
    }
    return plan;
}

std::vector<Stroke> retouch(const Plan& plan, const Reference& reference, const Materials& materials,
                            const Retouch& order, const ThreadPool& workers,
                            const std::function<bool()>& keep_going, const StrokesSoFar& growing) {
    ALLAPRIMA_CHECK(!order.boxes.empty());
    const CloseView view = view_of_boxes(reference, order.boxes);
    if (growing)
        sketch(plan, reference, materials, order, view, workers, keep_going, growing);
    const PaintedView place(plan, reference.size(), view, workers);
    const Look look = [&](const Plan& seen) {
        return painted_views(seen, reference.size(), {&view, 1}, workers).front();
    };
    const Workplace work = workplace_of(plan, reference, order, view, place.picture(), look, workers);
    const std::vector<Round> rounds = rounds_in(work, order, materials.hand);
    if (rounds.empty())
        return {};
    const uint64_t seed = seed_of(order);
    const Draft draft = refined(work, rounds, rounds.size(), materials, seed, keep_going, growing);
    if (draft.strokes.empty())
        return {};
    const Image<float> focus(reference.size(), kWeight);
    Plan touches = finish_plan(draft.strokes, draft.born, rounds, reference, focus, materials, seed);
    const std::vector<DraftStroke> seen = seen_in(work, draft.strokes);
    mix(work, place, touches, seen);
    return helpful(work, place, std::move(touches.strokes), seen);
}

}  // namespace allaprima
