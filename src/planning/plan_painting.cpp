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
#include "planning/finish_plan.h"
#include "planning/fit_to_brush.h"
#include "planning/level.h"
#include "planning/refine.h"
#include "planning/schedule.h"
#include "planning/seeding.h"

namespace allaprima {
namespace {

constexpr int kLevels = 4;

/// The strokes between two rounds, in pixels of level 0, each with the round that seeded it.
struct Draft {
    std::vector<DraftStroke> strokes;
    std::vector<int32_t> born;
};

Draft draft_of(const PlanState& state) {
    Draft draft{std::vector<DraftStroke>(state.born.size()), state.born};
    ALLAPRIMA_CHECK(state.parameters.size() == state.born.size() * kParameters);
    for (size_t i = 0; i < draft.strokes.size(); ++i)
        std::copy_n(state.parameters.begin() + static_cast<long>(i * kParameters), kParameters,
                    parameters(draft.strokes[i]));
    return draft;
}

PlanState state_of(const Draft& draft, int rounds_done, double seconds) {
    PlanState state{rounds_done, seconds, {}, draft.born};
    for (const DraftStroke& stroke : draft.strokes)
        state.parameters.insert(state.parameters.end(), parameters(stroke), parameters(stroke) + kParameters);
    return state;
}

/// All lengths times `scale`: from one level to another.
void scale_lengths(std::vector<DraftStroke>& strokes, float scale) {
    for (DraftStroke& stroke : strokes) {
        for (Vec2& p : stroke.points)
            p = p * scale;
        for (float& half : stroke.half_width)
            half *= scale;
    }
}

/// Takes away the strokes whose absence costs least, each measured alone.
void remove_least(Draft& draft, Level& level, int count) {
    if (count <= 0)
        return;
    const Evaluation evaluation = level.objective.evaluate(draft.strokes, TileWork::RemovalCost);
    std::vector<size_t> order(draft.strokes.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        return evaluation.shares[a].removal_cost < evaluation.shares[b].removal_cost;
    });
    std::vector<bool> goes(order.size(), false);
    for (size_t k = 0; k < std::min(order.size(), static_cast<size_t>(count)); ++k)
        goes[order[k]] = true;
    Draft kept;
    for (size_t i = 0; i < order.size(); ++i)
        if (!goes[i]) {
            kept.strokes.push_back(draft.strokes[i]);
            kept.born.push_back(draft.born[i]);
        }
    draft = std::move(kept);
}

/// What the rounds work on.
struct Easel {
    std::vector<Level> levels;
    uint64_t seed;
};

/// Seeds the strokes that a round is still short of. Lengths are in pixels of its level.
void add_seeds(const Round& round, int index, Easel& easel, Draft& draft) {
    const int count = round.strokes - static_cast<int>(draft.strokes.size());
    if (count <= 0)
        return;
    Level& level = easel.levels[static_cast<size_t>(round.level)];
    Image<Rgb> canvas;
    level.objective.evaluate(draft.strokes, TileWork::Composite, &canvas);
    const std::vector<DraftStroke> seeds =
        seed_strokes(level, canvas, count, round.seed_half_width / static_cast<float>(1 << round.level),
                     scramble(easel.seed + static_cast<uint64_t>(index)));
    draft.strokes.insert(draft.strokes.end(), seeds.begin(), seeds.end());
    draft.born.insert(draft.born.end(), seeds.size(), index);
}

void play(const Round& round, int index, Easel& easel, Draft& draft,
          const std::function<bool()>& keep_going) {
    Level& level = easel.levels[static_cast<size_t>(round.level)];
    const float scale = 1.0f / static_cast<float>(1 << round.level);
    scale_lengths(draft.strokes, scale);
    remove_least(draft, level, static_cast<int>(round.removed * static_cast<float>(draft.strokes.size())));
    add_seeds(round, index, easel, draft);
    refine(draft.strokes, level, Hand{}, round.refinement, keep_going);
    scale_lengths(draft.strokes, 1.0f / scale);
}

/// The time that a round takes, in an arbitrary unit: every step looks at all pixels of its level.
double work_of(const Round& round) {
    return static_cast<double>(round.refinement.steps) / static_cast<double>(1 << (2 * round.level));
}

bool reached(double psnr, const Draft& draft, Level& level) {
    return level.objective.psnr(level.objective.evaluate(draft.strokes, TileWork::Composite)) >= psnr;
}

std::vector<Round> rounds_for(Size size, const Brief& brief, int levels) {
    return brief.target_psnr ? schedule_until_good(size, brief.strokes, levels)
                             : schedule(size, brief.strokes, levels);
}

}  // namespace

bool can_go_on_from(const PlanState& state, Size reference, const Brief& brief) {
    const auto rounds = static_cast<int>(rounds_for(reference, brief, kLevels).size());
    return state.parameters.size() == state.born.size() * kParameters && state.rounds_done <= rounds &&
           std::all_of(state.born.begin(), state.born.end(),
                       [&](int32_t round) { return round >= 0 && round < rounds; });
}

Plan plan_painting(const Reference& reference, const Study& study, const Brief& brief, const PlanState& from,
                   const Workers& workers, Observer& observer, const Checkpoint& checkpoint) {
    const auto began = std::chrono::steady_clock::now();
    auto seconds = [&] {
        return from.seconds + std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    Easel easel{make_levels(reference, study, kLevels, workers), brief.seed};
    const std::vector<Round> rounds =
        rounds_for(reference.size(), brief, static_cast<int>(easel.levels.size()));
    double all_work = 0.0, work_done = 0.0;
    for (const Round& round : rounds)
        all_work += work_of(round);

    Draft draft = draft_of(from);
    // A run may have been killed after the round that reached its target and before its plan was kept.
    bool near_enough =
        from.rounds_done > 0 && brief.target_psnr && reached(*brief.target_psnr, draft, easel.levels.front());
    for (int i = 0; i < static_cast<int>(rounds.size()) && !near_enough; ++i) {
        const Round& round = rounds[static_cast<size_t>(i)];
        const double step_work = work_of(round) / round.refinement.steps;
        if (i < from.rounds_done) {
            work_done += work_of(round);
            continue;
        }
        bool stopped = false;
        play(round, i, easel, draft, [&] {
            stopped = observer.stop_requested() || (brief.seconds && seconds() > *brief.seconds);
            observer.progress("planning", work_done / all_work);
            work_done += step_work;
            return !stopped;
        });
        if (stopped)
            break;
        checkpoint(state_of(draft, i + 1, seconds()));
        near_enough = brief.target_psnr && reached(*brief.target_psnr, draft, easel.levels.front());
    }
    Plan plan = finish_plan(draft.strokes, draft.born, rounds, reference, brief);
    // Fitting colours to the bristles costs the flat plan a little of the likeness that was asked for.
    if (!brief.target_psnr) {
        observer.progress("mixing colours", 0.0);
        fit_colours_to_brush(plan, draft.strokes, reference, study, workers);
    }
    return plan;
}

}  // namespace allaprima
