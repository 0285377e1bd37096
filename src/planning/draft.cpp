#include "planning/draft.h"

#include <algorithm>

namespace allaprima {

Draft without(const Draft& draft, const std::vector<bool>& goes) {
    Draft kept;
    kept.strokes.reserve(draft.strokes.size());
    kept.born.reserve(draft.strokes.size());
    for (size_t i = 0; i < draft.strokes.size(); ++i)
        if (!goes[i]) {
            kept.strokes.push_back(draft.strokes[i]);
            kept.born.push_back(draft.born[i]);
        }
    return kept;
}

std::vector<bool> cheapest(const std::vector<float>& costs, const std::vector<size_t>& candidates,
                           size_t count) {
    std::vector<size_t> order = candidates;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return costs[a] < costs[b]; });
    std::vector<bool> chosen(costs.size(), false);
    for (size_t k = 0; k < std::min(order.size(), count); ++k)
        chosen[order[k]] = true;
    return chosen;
}

}  // namespace allaprima
