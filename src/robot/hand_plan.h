#pragma once
#include <cstddef>
#include <vector>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "exporting/fit_strokes.h"
#include "model/export_settings.h"
#include "model/plan.h"
#include "model/robot_head.h"
#include "robot/hand_pots.h"
#include "robot/robot_layout.h"

namespace allaprima {

/// One thing that a painting hand does.
struct HandAction {
    enum class Kind {
        BeginPass,  ///< `which` is the pass's number.
        TakeTool,   ///< The tool's.
        Wash,       ///< The brush that is held.
        Load,       ///< The pot's.
        Paint,      ///< The stroke's.
    };
    Kind kind;
    size_t which = 0;

    bool operator==(const HandAction&) const = default;
};

/// A plan as real hands paint it: from pots, with tools, in an order that saves washing.
struct HandPlan {
    Plan plan;  ///< Strokes in painting order, in the paint of their pots, with path and width as their moves
                ///< paint them.
    std::vector<std::vector<Place>> moves;  ///< By stroke: the places that the tip passes, places_of().
    std::vector<size_t> tools;              ///< By stroke.
    std::vector<size_t> pot_of;
    std::vector<size_t> planned_as;  ///< The stroke of the painting that it was.
    Pots pots;                       ///< Its `of` is by stroke of the painting.
    FitFigures figures;
    std::vector<HandAction> actions;
};

/// Plans what a head does to paint a plan.
///
/// A brush is washed before another paint and before it is put away; it is loaded anew when the load's way is
/// used up. Passes of wet paint are painted in one sitting, in the order that is asked for.
/// @return an error where the plan does not fit the head, see fit_strokes(), and when the observer ended it.
Result<HandPlan> plan_hand(const Plan& plan, const RobotHead& head, const RobotSettings& asked,
                           const ThreadPool& workers, Observer& observer);

/// How many actions there are of a kind.
size_t count_of(const HandPlan& hand, HandAction::Kind kind);

}  // namespace allaprima
