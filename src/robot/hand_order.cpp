#include "robot/hand_order.h"

#include <algorithm>
#include <map>

#include "exporting/hidden_cells.h"
#include "image/cie.h"

namespace allaprima {
namespace {

constexpr float kCellsAlong = 400.0f, kFinestCellMm = 0.5f;

/// What a stroke of a pass, by its number there, does to another that is seen above it at last.
struct Burden {
    size_t beneath, above;
    double change;  ///< Of what is seen, were their order the other way round: cells times CIEDE2000.
};

/// A pass of a plan, and what its strokes hide of each other.
class PassOrder {
  public:
    PassOrder(const Plan& plan, const HandWork& work, size_t first, size_t count)
        : work_(work), first_(first), seen_(count, 0), free_(count) {
        for (const Rgb look : work.looks)
            labs_.push_back(lab_of_srgb(look));
        std::vector<Burden> burdens = burdens_of(plan, count);
        debts_.assign(count, 0.0);
        for (const Burden& burden : burdens) {
            debts_[burden.above] += burden.change;
            free_[burden.beneath].push_back(burden);
        }
    }

    void append_to(std::vector<size_t>& order) {
        std::map<size_t, std::vector<size_t>> by_rank;
        for (size_t i = 0; i < seen_.size(); ++i)
            by_rank[work_.ranks[work_.tools[first_ + i]]].push_back(i);
        for (auto& [rank, strokes] : by_rank) {
            forget_all_but(strokes);
            while (!strokes.empty())
                lay(next_of(strokes), strokes, order);
        }
    }

  private:
    std::vector<Burden> burdens_of(const Plan& plan, size_t count) {
        const Vec2 canvas{plan.width_mm, plan.height_mm};
        const CellGrid grid =
            CellGrid::over({}, canvas, std::max(kFinestCellMm, std::max(canvas.x, canvas.y) / kCellsAlong));
        std::vector<std::vector<size_t>> layers(static_cast<size_t>(grid.size.area()));
        const std::vector<FlatTouch> touches = flat_touches(plan);
        for (size_t i = 0; i < count; ++i)
            visit_hidden(touches[first_ + i], grid, 0, grid.size.height,
                         [&](size_t cell) { layers[cell].push_back(i); });
        std::map<std::pair<size_t, size_t>, double> changes;
        for (const std::vector<size_t>& layer : layers) {
            if (layer.empty())
                continue;
            ++seen_[layer.back()];
            for (size_t k = 0; k + 1 < layer.size(); ++k)
                if (pot_of(layer[k]) != pot_of(layer.back()))
                    changes[{layer[k], layer.back()}] += 1.0;
        }
        std::vector<Burden> burdens;
        burdens.reserve(changes.size());
        for (const auto& [pair, cells] : changes)
            burdens.push_back({pair.first, pair.second,
                               cells * delta_e_2000(labs_[pot_of(pair.first)], labs_[pot_of(pair.second)])});
        return burdens;
    }

    size_t pot_of(size_t stroke) const { return work_.pots[first_ + stroke]; }

    /// What other tools paint later lies above by their rank, whatever was planned.
    void forget_all_but(const std::vector<size_t>& strokes) {
        std::vector<bool> here(seen_.size(), false);
        for (const size_t stroke : strokes)
            here[stroke] = true;
        for (size_t i = 0; i < free_.size(); ++i)
            if (!here[i]) {
                for (const Burden& burden : free_[i])
                    debts_[burden.above] -= burden.change;
                free_[i].clear();
            }
    }

    bool may_be_laid(size_t stroke) const {
        return debts_[stroke] <= kOrderShift * std::max(seen_[stroke], 1.0) + 1e-6;
    }

    /// Those of one pot that are laid next.
    std::vector<size_t> next_of(const std::vector<size_t>& strokes) const {
        std::map<size_t, std::pair<std::vector<size_t>, size_t>> by_pot;  // what can be laid, and of how many
        for (const size_t stroke : strokes) {
            auto& [ready, all] = by_pot[pot_of(stroke)];
            ++all;
            if (may_be_laid(stroke))
                ready.push_back(stroke);
        }
        const std::vector<size_t>* best = nullptr;
        double greatest = 0.0;
        for (const auto& [pot, waiting] : by_pot) {
            const auto& [ready, all] = waiting;
            const double share = static_cast<double>(ready.size()) / static_cast<double>(all);
            if (share > greatest || (best && share == greatest && ready.size() > best->size())) {
                greatest = share;
                best = &ready;
            }
        }
        if (best)
            return *best;
        return {*std::ranges::min_element(strokes, {},
                                          [&](size_t i) { return debts_[i] / std::max(seen_[i], 1.0); })};
    }

    void lay(const std::vector<size_t>& laid, std::vector<size_t>& left, std::vector<size_t>& order) {
        for (const size_t stroke : laid) {
            order.push_back(first_ + stroke);
            for (const Burden& burden : free_[stroke])
                debts_[burden.above] -= burden.change;
            free_[stroke].clear();
        }
        std::erase_if(left, [&](size_t stroke) { return std::ranges::binary_search(laid, stroke); });
    }

    const HandWork& work_;
    size_t first_;
    std::vector<Lab> labs_;                  ///< By pot.
    std::vector<double> seen_;               ///< By stroke of the pass: cells.
    std::vector<std::vector<Burden>> free_;  ///< By stroke of the pass: what is no burden once it is laid.
    std::vector<double> debts_;              ///< By stroke of the pass: what is not laid beneath it yet.
};

}  // namespace

std::vector<size_t> order_for_hand(const Plan& plan, const HandWork& work) {
    std::vector<size_t> order;
    order.reserve(plan.strokes.size());
    size_t first = 0;
    for (const Pass& pass : plan.passes) {
        const auto count = static_cast<size_t>(pass.strokes);
        PassOrder(plan, work, first, count).append_to(order);
        first += count;
    }
    return order;
}

}  // namespace allaprima
