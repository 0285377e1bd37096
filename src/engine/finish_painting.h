#pragma once
#include "base/observer.h"
#include "base/result.h"
#include "base/workers.h"
#include "engine/paint_photo.h"
#include "engine/safekeeping.h"
#include "model/plan.h"
#include "model/plan_state.h"
#include "model/reference.h"
#include "planning/plan_painting.h"

namespace allaprima {

/// What planning came to.
struct Planned {
    Plan plan;
    bool stopped = false;  ///< The observer asked for an early end.
};

/// Plans the painting and keeps every round of it. @param from where to go on; empty begins anew.
Planned plan_kept(const Sitting& sitting, const PlanState& from, const Workers& workers, Observer& observer,
                  Safekeeping& safe);

/// Makes the picture of a plan and puts it in its place. A stop of the planning is not heeded again: whoever
/// asked for it wants to see what was painted. A stop that comes later is, and is an error.
Result<Painted> finish_painting(const Planned& planned, const Brief& brief, const Destination& picture,
                                const Workers& workers, Observer& observer, Safekeeping& safe);

/// Makes the picture alone, at the size and in the finish that the brief asks for.
/// @param before_placing called once the picture is complete and before it appears under its name, with the
///                       name it has until then.
/// @return the picture's size, or why there is none; also when the observer ended it.
Result<Size> make_picture(const Plan& plan, const Brief& brief, const Destination& picture,
                          const Workers& workers, Observer& observer,
                          const std::function<void(const std::string&)>& before_placing);

}  // namespace allaprima
