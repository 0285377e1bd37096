#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "planning/draft_stroke.h"

namespace allaprima {

/// The strokes between two rounds, in pixels of level 0, each with the round that seeded it.
struct Draft {
    std::vector<DraftStroke> strokes;
    std::vector<int32_t> born;
};

/// The draft without some of its strokes. @param goes for each whether it is left out.
Draft without(const Draft& draft, const std::vector<bool>& goes);

/// For each stroke whether it is among the `count` that cost least; of equal ones the first.
/// @param costs of leaving each out. @param candidates those that may be; in order.
std::vector<bool> cheapest(const std::vector<float>& costs, const std::vector<size_t>& candidates,
                           size_t count);

}  // namespace allaprima
