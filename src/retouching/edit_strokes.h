#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/plan.h"

namespace allaprima {

/// A stroke that is to be laid with those of another pass.
struct StrokeMove {
    int stroke = 0;    ///< Its number in painting order, from 0.
    std::string pass;  ///< As the plan calls it.

    bool operator==(const StrokeMove&) const = default;
};

/// What is to become of single strokes of a plan. Numbers are those before anything is changed.
struct StrokeEdits {
    std::vector<int> remove;  ///< Numbers in painting order, from 0.
    std::vector<StrokeMove> move;

    bool operator==(const StrokeEdits&) const = default;
};

/// The plan without some of its strokes, and with others at the end of other passes, in the order in which
/// their moves are given. All others keep their order, every pass stays, and so do the brushes.
///
/// @return an error of usage where a stroke is named that is not there, or twice; where a pass is not there,
/// or lays its paint in another way, so that the stroke would become another one; and where no stroke would
/// be left.
Result<Plan> edit_strokes(const Plan& plan, const StrokeEdits& edits);

}  // namespace allaprima
