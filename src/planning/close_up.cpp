#include "planning/close_up.h"

#include <algorithm>
#include <utility>

#include "base/rng.h"
#include "planning/refine.h"

namespace allaprima {
namespace {

/// Of a view's sides, where no stroke begins.
constexpr float kMargin = 0.06f;

/// The weights without those along the border.
Image<float> within_margin(Image<float> weight) {
    const auto margin =
        static_cast<int>(kMargin * static_cast<float>(std::min(weight.width(), weight.height())));
    for (int y = 0; y < weight.height(); ++y)
        for (int x = 0; x < weight.width(); ++x)
            if (std::min({x, y, weight.width() - 1 - x, weight.height() - 1 - y}) < margin)
                weight.at(x, y) = 0.0f;
    return weight;
}

float finer_of(const Round& round) {
    return static_cast<float>(round.finer);
}

}  // namespace

CloseUp::CloseUp(const CloseView& view, const Reference& reference, const Image<float>& focus,
                 const ThreadPool& workers)
    : CloseUp(ViewFrame(view), level_of(view, reference, focus, workers),
              reference.pixel_mm / static_cast<float>(view.finer), workers) {}

CloseUp::CloseUp(const ViewFrame& frame, Level level, float pixel_mm, const ThreadPool& workers)
    : frame_(frame), level_(std::move(level)), pixel_mm_(pixel_mm), workers_(workers) {
    level_.weight = within_margin(std::move(level_.weight));
}

StrokesInView CloseUp::in_view(const Draft& draft, std::span<const Round> rounds, int view) const {
    const auto born = [&](size_t i) -> const Round& { return rounds[static_cast<size_t>(draft.born[i])]; };
    std::vector<float> finer;
    finer.reserve(draft.strokes.size());
    for (size_t i = 0; i < draft.strokes.size(); ++i)
        finer.push_back(finer_of(born(i)));
    const Size size = level_.target.size();
    return strokes_in(frame_, size, draft.strokes, finer, [&](size_t i, const DraftStroke& seen) {
        return born(i).view == view || lies_within(seen, size);
    });
}

void CloseUp::remove_least(Draft& draft, std::span<const Round> rounds, const Round& round) {
    const StrokesInView in = in_view(draft, rounds, round.view);
    const auto movable = std::ranges::count(in.chosen, 1);
    const auto count = static_cast<size_t>(round.removed * static_cast<float>(movable));
    if (count == 0)
        return;
    const Evaluation evaluation =
        level_.objective.evaluate(in.strokes, TileWork::RemovalCost, nullptr, in.chosen);
    std::vector<float> costs(draft.strokes.size());
    std::vector<size_t> candidates;
    candidates.reserve(in.of.size());
    for (size_t k = 0; k < in.of.size(); ++k) {
        costs[in.of[k]] = evaluation.shares[k].removal_cost;
        if (in.chosen[k])
            candidates.push_back(in.of[k]);
    }
    draft = without(draft, cheapest(costs, candidates, count));
}

void CloseUp::add_seeds(Draft& draft, std::span<const Round> rounds, size_t index, uint64_t seed) {
    const Round& round = rounds[index];
    const int count = round.strokes - static_cast<int>(draft.strokes.size());
    if (count <= 0)
        return;
    Image<Rgb> canvas;
    level_.objective.evaluate(in_view(draft, rounds, round.view).strokes, TileWork::Composite, &canvas);
    for (const DraftStroke& laid : seed_strokes(level_, canvas, count, round.seeding, seed)) {
        draft.strokes.push_back(frame_.unseen(laid, finer_of(round)));
        draft.born.push_back(static_cast<int32_t>(index));
    }
}

bool CloseUp::play(std::span<const Round> rounds, size_t index, uint64_t seed, const Materials& materials,
                   Draft& draft, const std::function<bool()>& keep_going) {
    if (!keep_going())
        return false;
    const Round& round = rounds[index];
    const Draft before = draft;
    remove_least(draft, rounds, round);
    add_seeds(draft, rounds, index, seed);
    StrokesInView in = in_view(draft, rounds, round.view);
    Refinement how = round.refinement;
    how.half_widths = half_widths_of(materials.tools, pixel_mm_);
    const int steps = refine(in.strokes, level_, materials.hand, round.seeding.half_width, how, in.chosen,
                             workers_, keep_going);
    if (steps < round.refinement.steps) {
        draft = before;
        return false;
    }
    for (size_t k = 0; k < in.of.size(); ++k)
        if (in.chosen[k]) {
            const size_t i = in.of[k];
            const Round& born = rounds[static_cast<size_t>(draft.born[i])];
            draft.strokes[i] = frame_.unseen(in.strokes[k], finer_of(born));
        }
    return true;
}

}  // namespace allaprima
