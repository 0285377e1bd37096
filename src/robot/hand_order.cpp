#include "robot/hand_order.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/rng.h"
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

/// The first strokes of a tool, in an order in which they can be laid.
struct Course {
    std::vector<double> debts;  ///< By stroke of the pass: what is not laid beneath it yet.
    std::vector<size_t> left, laid;
    uint64_t key = 0;  ///< Of what is laid, in whatever order.
};

/// The next pot of a course.
struct Choice {
    size_t course;
    double ahead;  ///< What is then to be done, work_ahead() of all pots.
    uint64_t key;
    std::vector<size_t> strokes;  ///< That are painted from it.
};

/// So many courses are followed at most, and of many strokes fewer.
constexpr size_t kMostCourses = 24, kMostFollowed = 100'000;

/// How many more times a pot will be dipped into, by a guess: what little is left of it costs a time, too.
double work_ahead(double left, double all) {
    return std::sqrt(left / all);
}

/// Keeps those with least ahead, and of those that lay the same strokes the first.
void keep_best(std::vector<Choice>& choices, size_t most) {
    std::ranges::stable_sort(choices, {}, &Choice::ahead);
    std::set<uint64_t> kept;
    std::erase_if(choices, [&](const Choice& choice) {
        return kept.size() >= most || !kept.insert(choice.key).second;
    });
}

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

    /// @return whether the observer let it come to an end.
    bool append_to(std::vector<size_t>& order, Observer& observer) {
        std::map<size_t, std::vector<size_t>> by_rank;
        for (size_t i = 0; i < seen_.size(); ++i)
            by_rank[work_.ranks[work_.tools[first_ + i]]].push_back(i);
        for (auto& [rank, strokes] : by_rank) {
            forget_all_but(strokes);
            const std::vector<size_t> laid = ordered(strokes, observer);
            if (laid.empty())
                return false;
            for (const size_t stroke : laid)
                order.push_back(first_ + stroke);
        }
        return true;
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

    bool may_be_laid(size_t stroke, const std::vector<double>& debts) const {
        return debts[stroke] <= kOrderShift * std::max(seen_[stroke], 1.0) + 1e-6;
    }

    std::map<size_t, double> counts_of(const std::vector<size_t>& strokes) const {
        std::map<size_t, double> counts;
        for (const size_t stroke : strokes)
            counts[pot_of(stroke)] += 1.0;
        return counts;
    }

    /// What a course can lay next: of each pot all that may be laid, or where nothing may, what does least
    /// harm. @param all of each pot, before anything was laid.
    void add_choices(const Course& course, size_t number, const std::map<size_t, double>& all,
                     std::vector<Choice>& choices) const {
        const std::map<size_t, double> left = counts_of(course.left);
        std::map<size_t, std::vector<size_t>> ready;
        for (const size_t stroke : course.left)
            if (may_be_laid(stroke, course.debts))
                ready[pot_of(stroke)].push_back(stroke);
        if (ready.empty()) {
            const size_t least = *std::ranges::min_element(
                course.left, {}, [&](size_t i) { return course.debts[i] / std::max(seen_[i], 1.0); });
            ready[pot_of(least)] = {least};
        }
        double ahead = 0.0;
        for (const auto& [pot, count] : left)
            ahead += work_ahead(count, all.at(pot));
        for (auto& [pot, strokes] : ready) {
            const double before = left.at(pot), after = before - static_cast<double>(strokes.size());
            Choice choice{.course = number,
                          .ahead = ahead - work_ahead(before, all.at(pot)) + work_ahead(after, all.at(pot)),
                          .key = course.key,
                          .strokes = std::move(strokes)};
            for (const size_t stroke : choice.strokes)
                choice.key ^= scramble(stroke);
            choices.push_back(std::move(choice));
        }
    }

    /// The course, one pot longer.
    Course followed(const Course& before, const Choice& choice) const {
        Course course = before;
        course.key = choice.key;
        for (const size_t stroke : choice.strokes) {
            course.laid.push_back(stroke);
            for (const Burden& burden : free_[stroke])
                course.debts[burden.above] -= burden.change;
        }
        std::erase_if(course.left,
                      [&](size_t stroke) { return std::ranges::binary_search(choice.strokes, stroke); });
        return course;
    }

    /// The strokes of a tool, in the order that dips into the fewest pots of all that are followed: of those
    /// with as many pots, the courses that have least ahead of them. None when the observer ended it.
    std::vector<size_t> ordered(const std::vector<size_t>& strokes, Observer& observer) const {
        const std::map<size_t, double> all = counts_of(strokes);
        const size_t most = std::clamp<size_t>(kMostFollowed / strokes.size(), 1, kMostCourses);
        std::vector<Course> courses{{.debts = debts_, .left = strokes, .laid = {}}};
        while (!observer.stop_requested()) {
            for (const Course& course : courses)
                if (course.left.empty())
                    return course.laid;
            std::vector<Choice> choices;
            for (size_t i = 0; i < courses.size(); ++i)
                add_choices(courses[i], i, all, choices);
            keep_best(choices, most);
            std::vector<Course> longer;
            longer.reserve(choices.size());
            for (const Choice& choice : choices)
                longer.push_back(followed(courses[choice.course], choice));
            courses = std::move(longer);
        }
        return {};
    }

    const HandWork& work_;
    size_t first_;
    std::vector<Lab> labs_;                  ///< By pot.
    std::vector<double> seen_;               ///< By stroke of the pass: cells.
    std::vector<std::vector<Burden>> free_;  ///< By stroke of the pass: what is no burden once it is laid.
    std::vector<double> debts_;              ///< By stroke of the pass: what is not laid beneath it yet.
};

}  // namespace

std::optional<std::vector<size_t>> order_for_hand(const Plan& plan, const HandWork& work,
                                                  Observer& observer) {
    std::vector<size_t> order;
    order.reserve(plan.strokes.size());
    size_t first = 0;
    for (const Pass& pass : plan.passes) {
        const auto count = static_cast<size_t>(pass.strokes);
        if (!PassOrder(plan, work, first, count).append_to(order, observer))
            return std::nullopt;
        first += count;
    }
    return order;
}

}  // namespace allaprima
