#pragma once
#include "model/plan.h"

namespace allaprima {

/// How many strokes a plan has of each sort.
struct StrokeCounts {
    int painted = 0;    ///< Those that were planned.
    int drops = 0;      ///< Of thrown paint, and what runs down from it.
    int signature = 0;  ///< Of the signature.

    bool operator==(const StrokeCounts&) const = default;
};
StrokeCounts counts_of(const Plan& plan);

}  // namespace allaprima
