// All strokes are refined together by the exact gradient of the picture's error, a few large ones first and
// ever more and smaller ones on top (after Li et al., "Differentiable vector graphics rasterization",
// 2020, and the optimised painters since); what shows least is taken away and laid again where the
// picture is most wrong. Ours differs in the flat brush's square-ended footprint, in seeds that follow the
// form, and in the hand's habits, which count against likeness.

#include "planning/plan_painting.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "base/rng.h"
#include "planning/close_up.h"
#include "planning/draft.h"
#include "planning/finish_plan.h"
#include "planning/hand_direction.h"
#include "planning/last_look.h"
#include "planning/lay_coats.h"
#include "planning/level.h"
#include "planning/mix_colours.h"
#include "planning/refine.h"
#include "planning/schedule.h"
#include "planning/seeding.h"

namespace allaprima {
namespace {

PlanState state_of(const Draft& draft, int rounds_done, double seconds) {
    PlanState state{rounds_done, seconds, {}, draft.born};
    for (const DraftStroke& stroke : draft.strokes) {
        const Parameters values = parameters(stroke);
        state.parameters.insert(state.parameters.end(), values.begin(), values.end());
    }
    return state;
}

/// All lengths times `scale`: from one level to another.
void scale_lengths(std::vector<DraftStroke>& strokes, float scale) {
    for (DraftStroke& stroke : strokes) {
        for (Vec2& p : stroke.points)
            p = p * scale;
        for (float& half : stroke.half_width)
            half *= scale;
        stroke.fade *= scale;
    }
}

/// Takes away the strokes whose absence costs least, each measured alone.
void remove_least(Draft& draft, Level& level, int count) {
    if (count <= 0)
        return;
    const Evaluation evaluation = level.objective.evaluate(draft.strokes, TileWork::RemovalCost);
    std::vector<float> costs;
    costs.reserve(evaluation.shares.size());
    for (const StrokeShare& share : evaluation.shares)
        costs.push_back(share.removal_cost);
    std::vector<size_t> all(costs.size());
    std::iota(all.begin(), all.end(), size_t{0});
    draft = without(draft, cheapest(costs, all, static_cast<size_t>(count)));
}

/// What the rounds work on.
struct Workspace {
    std::vector<Level> levels;
    std::vector<CloseUp> views;
    uint64_t seed;
    const Materials& materials;
    float pixel_mm;  ///< Side of a pixel of level 0.
    const ThreadPool& workers;
};

/// Seeds the strokes that a round is still short of. Lengths are in pixels of its level.
void add_seeds(const Round& round, int index, Workspace& workspace, Draft& draft) {
    const int count = round.strokes - static_cast<int>(draft.strokes.size());
    if (count <= 0)
        return;
    Level& level = workspace.levels[static_cast<size_t>(round.level)];
    Image<Rgb> canvas;
    level.objective.evaluate(draft.strokes, TileWork::Composite, &canvas);
    Seeding how = round.seeding;
    how.half_width /= static_cast<float>(1 << round.level);
    const std::vector<DraftStroke> seeds =
        seed_strokes(level, canvas, count, how, scramble(workspace.seed + static_cast<uint64_t>(index)));
    draft.strokes.insert(draft.strokes.end(), seeds.begin(), seeds.end());
    draft.born.insert(draft.born.end(), seeds.size(), index);
}

/// Plays one round. When it is stopped early the draft goes back to what it was, unless most of the round
/// is done: strokes that were only just seeded look like nothing.
///
/// @return whether the round was played to its end.
bool play(const Round& round, int index, Workspace& workspace, Draft& draft,
          const std::function<bool()>& keep_going) {
    if (!keep_going())
        return false;
    const Draft before = draft;
    Level& level = workspace.levels[static_cast<size_t>(round.level)];
    const float scale = 1.0f / static_cast<float>(1 << round.level);
    scale_lengths(draft.strokes, scale);
    remove_least(draft, level, static_cast<int>(round.removed * static_cast<float>(draft.strokes.size())));
    add_seeds(round, index, workspace, draft);
    Refinement how = round.refinement;
    how.half_widths = half_widths_of(workspace.materials.tools, workspace.pixel_mm / scale);
    const int steps = refine(draft.strokes, level, workspace.materials.hand, round.seeding.half_width * scale,
                             how, {}, workspace.workers, keep_going);
    scale_lengths(draft.strokes, 1.0f / scale);
    if (2 * steps < round.refinement.steps && !before.strokes.empty())
        draft = before;
    return steps == round.refinement.steps;
}

/// About the time that a round takes, in an arbitrary unit: every step looks at all pixels of its level or
/// view.
double work_of(const Round& round) {
    return static_cast<double>(round.refinement.steps) * round.pixels /
           static_cast<double>(1 << (2 * round.level));
}

/// A painter whose time runs out leaves some strokes where they are, but lets all of them settle: with so
/// many seconds left, at so many for a unit of work, which round comes next?
///
/// @return `next`, or the last one, where there would be no time for it after `next`.
size_t next_in_time(const std::vector<Round>& rounds, size_t next, double left, double pace) {
    const Round& last = rounds.back();
    const bool grown = next > 0 && rounds[next - 1].strokes == last.strokes;
    return grown && left < pace * (work_of(rounds[next]) + work_of(last)) ? rounds.size() - 1 : next;
}

/// The same round with no more steps than there is time for. Strokes laid anew would not settle in fewer, so
/// none is moved then.
Round shortened(Round round, double left, double pace) {
    constexpr int kFewestSteps = 8;
    constexpr double kCertain = 0.9;
    const int all = round.refinement.steps;
    const double steps = kCertain * left / pace * all / work_of(round);
    // What strokes in focus take more would be missing in the end, when all have nearly come to rest.
    if (steps < round.refinement.turns * all)
        round.refinement.turns = 1;
    round.refinement.steps = static_cast<int>(std::clamp<double>(steps, std::min(kFewestSteps, all), all));
    if (2 * round.refinement.steps < all)
        round.removed = 0.0f;
    return round;
}

bool reached(double psnr, const Draft& draft, Level& level) {
    return level.objective.psnr(level.objective.evaluate(draft.strokes, TileWork::Composite)) >= psnr;
}

/// A stroke narrower than a pixel tells nothing, so a plan holds no more strokes than this share of its
/// pixels.
constexpr int kPixelsForAStroke = 4;

int most_strokes(const Reference& reference, const std::vector<Face>& faces, const Brief& brief,
                 const Hand& hand) {
    const int body =
        body_strokes(brief.strokes, hand) - strokes_for_last_look(faces, reference, brief.strokes);
    return static_cast<int>(
        std::clamp<long long>(reference.size().area() / kPixelsForAStroke, 1, std::max(1, body)));
}

std::vector<Round> rounds_for(const Reference& reference, const std::vector<Face>& faces, const Brief& brief,
                              const Hand& hand) {
    const Size size = reference.size();
    const int most = most_strokes(reference, faces, brief, hand);
    if (brief.target_psnr)
        return schedule_until_good(size, most, level_count(size), hand);
    const std::vector<CloseView>& views = reference.close_views;
    std::vector<Round> rounds =
        schedule(size, most - strokes_for_views(views, most), level_count(size), hand);
    look_closely(rounds, size, views, most, hand);
    return rounds;
}

std::vector<CloseUp> close_ups(const PlanningInputs& inputs, const ThreadPool& workers) {
    std::vector<CloseUp> views;
    views.reserve(inputs.reference.close_views.size());
    for (const CloseView& view : inputs.reference.close_views)
        views.emplace_back(view, inputs.reference, inputs.study.focus, workers);
    return views;
}

/// What the hand sees in the reference: forms, and its own direction.
Study as_the_hand_sees(const PlanningInputs& inputs) {
    const Hand& hand = inputs.materials.hand;
    const Size size = inputs.reference.size();
    const float room =
        stroke_room(size, most_strokes(inputs.reference, inputs.study.faces, inputs.brief, hand));
    Study study = inputs.study;
    study.structure = led_by(study.structure, hand, room, inputs.brief.seed);
    return study;
}

/// Plays the rounds that are still to be played, and keeps the state after each.
Draft refined_draft(const PlanningInputs& inputs, const PlanState& from, const std::vector<Round>& rounds,
                    const ThreadPool& workers, Observer& observer, const Checkpoint& checkpoint) {
    const Brief& brief = inputs.brief;
    const auto began = std::chrono::steady_clock::now();
    auto seconds = [&] {
        return from.seconds + std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    Workspace workspace{make_levels(inputs.reference, as_the_hand_sees(inputs), workers),
                        close_ups(inputs, workers),
                        brief.seed,
                        inputs.materials,
                        inputs.reference.pixel_mm,
                        workers};
    Draft draft{strokes_of(from), from.born};
    auto near_enough = [&] {
        return brief.target_psnr && reached(*brief.target_psnr, draft, workspace.levels.front());
    };
    double all_work = 0.0, work_done = 0.0;
    for (const Round& round : rounds)
        all_work += work_of(round);
    for (int i = 0; i < from.rounds_done; ++i)
        work_done += work_of(rounds[static_cast<size_t>(i)]);

    // A run may have been killed after the round that reached its target and before its plan was kept.
    if (from.rounds_done > 0 && near_enough())
        return draft;
    double pace = 0.0;
    for (auto i = static_cast<size_t>(from.rounds_done); i < rounds.size(); ++i) {
        Round round = rounds[i];
        if (brief.seconds && !brief.target_psnr && pace > 0.0) {
            const double left = *brief.seconds - seconds();
            i = next_in_time(rounds, i, left, pace);
            round = i + 1 == rounds.size() ? shortened(rounds[i], left, pace) : rounds[i];
        }
        const double started = seconds();
        int asked = 0;
        const auto keep_going = [&] {
            const double share = static_cast<double>(asked++) / (round.refinement.steps + 1);
            observer.progress("planning", (work_done + share * work_of(round)) / all_work);
            return !observer.stop_requested() && !(brief.seconds && seconds() > *brief.seconds);
        };
        const bool whole =
            round.view < 0 ? play(round, static_cast<int>(i), workspace, draft, keep_going)
                           : workspace.views[static_cast<size_t>(round.view)].play(
                                 rounds, i, scramble(brief.seed + i), inputs.materials, draft, keep_going);
        if (!whole)
            break;
        pace = (seconds() - started) / work_of(round);
        work_done = all_work;
        for (size_t later = i + 1; later < rounds.size(); ++later)
            work_done -= work_of(rounds[later]);
        checkpoint(state_of(draft, static_cast<int>(i) + 1, seconds()));
        if (near_enough())
            break;
    }
    return draft;
}

/// The refined strokes with their paint, and the hand's coats over them.
Plan in_paint(const PlanningInputs& inputs, const Draft& draft, const std::vector<Round>& rounds,
              const ThreadPool& workers, Observer& observer) {
    const auto& [reference, study, brief, materials] = inputs;
    const Hand& hand = materials.hand;
    Plan plan = finish_plan(draft.strokes, draft.born, rounds, reference, study.focus, materials, brief.seed);
    observer.progress("mixing colours", 0.0);
    // A likeness that is asked for is that of the plan; plain colours for the bristles would take some of it
    // back.
    const bool of_plan = materials.palette.plain() && (brief.target_psnr || hand.likeness);
    const ColourTarget solved_for = of_plan ? ColourTarget::Plan : ColourTarget::Paint;
    if (body_strokes(brief.strokes, hand) == brief.strokes) {
        mix_colours(plan, draft.strokes, reference, study, solved_for, workers);
        return plan;
    }
    Reference under = reference;
    under.colour = underpainting(reference.colour, hand);
    for (CloseView& view : under.close_views)
        view.colour = underpainting(view.colour, hand);
    mix_colours(plan, draft.strokes, under, study, solved_for, workers);
    observer.progress("scumbling and glazing", 0.0);
    lay_coats(plan, inputs, workers);
    return plan;
}

}  // namespace

bool can_go_on_from(const PlanState& state, const Reference& reference, const std::vector<Face>& faces,
                    const Brief& brief, const Hand& hand) {
    const auto rounds = static_cast<int>(rounds_for(reference, faces, brief, hand).size());
    if (state.parameters.size() != state.born.size() * kParameters || state.rounds_done > rounds)
        return false;
    const std::vector<DraftStroke> strokes = strokes_of(state);
    return std::all_of(strokes.begin(), strokes.end(),
                       [](const DraftStroke& stroke) {
                           return std::min(stroke.half_width[0], stroke.half_width[1]) > 0.0f &&
                                  stroke.fade >= 0.0f;
                       }) &&
           std::all_of(state.born.begin(), state.born.end(),
                       [&](int32_t round) { return round >= 0 && round < rounds; });
}

Plan plan_painting(const PlanningInputs& inputs, const PlanState& from, const ThreadPool& workers,
                   Observer& observer, const Checkpoint& checkpoint) {
    const std::vector<Round> rounds =
        rounds_for(inputs.reference, inputs.study.faces, inputs.brief, inputs.materials.hand);
    const Draft draft = refined_draft(inputs, from, rounds, workers, observer, checkpoint);
    Plan plan = in_paint(inputs, draft, rounds, workers, observer);
    observer.progress("looking again", 0.0);
    return after_last_look(std::move(plan), inputs, workers, [&] { return !observer.stop_requested(); });
}

}  // namespace allaprima
