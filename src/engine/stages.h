#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/compose_photo.h"
#include "engine/growth.h"
#include "engine/job.h"
#include "model/plan.h"
#include "model/study.h"

namespace allaprima {

// The stages of a job, in their order. What an earlier run has finished is not done again.

/// Makes the reference, as the hand sees it.
Result<Composed> compose(const Job& job, const ThreadPool& workers, Observer& observer);

/// Looks at the reference. @param composed takes close views of what is small and matters, and a line of
/// warning for what could not be looked for.
Result<Study> study(const Job& job, Composed& composed);

/// What planning came to.
struct Planned {
    Plan plan;
    bool stopped = false;                    ///< The observer asked for an early end.
    std::vector<std::string> warnings = {};  ///< What will not come out well; one line each.
};

/// Plans every stroke, the last touches too, and keeps each round of it where the painting is kept.
/// @param job takes the painting file that is begun for it. @param growth hears of each round.
Result<Planned> plan(Job& job, const Composed& composed, const Study& study, const ThreadPool& workers,
                     Observer& observer, const Growth& growth = {});

/// Makes the picture and puts it in its place. A stop of the planning is not heeded again: whoever asked for
/// it wants to see what was painted. A stop that comes later is, and is an error.
Result<Painted> render(Job& job, const Planned& planned, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
