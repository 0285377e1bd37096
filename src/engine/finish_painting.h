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

/// Plans the painting, throws and signs what the brief asks for, and keeps every round of it. @param from
/// where to go on; empty begins anew.
Result<Planned> plan_kept(const Sitting& sitting, const PlanState& from, const Workers& workers,
                          Observer& observer, Safekeeping& safe);

/// Makes the picture of a plan and puts it in its place. A stop of the planning is not heeded again: whoever
/// asked for it wants to see what was painted. A stop that comes later is, and is an error.
Result<Painted> finish_painting(const Planned& planned, const Brief& brief, const Destination& picture,
                                const Workers& workers, Observer& observer, Safekeeping& safe);

}  // namespace allaprima
