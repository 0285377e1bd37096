#pragma once
#include <cstdint>
#include <vector>

namespace allaprima {

/// A plan in the making, as it stands between two rounds: all that is needed to go on from there and
/// arrive at the very same plan.
struct PlanState {
    int rounds_done = 0;
    double seconds = 0.0;           ///< Planning time spent so far; tells, decides nothing but a time budget.
    std::vector<float> parameters;  ///< The strokes in painting order, in the planner's own units.
    std::vector<int32_t> born;      ///< The round in which each stroke was seeded.

    bool operator==(const PlanState&) const = default;
};

}  // namespace allaprima
