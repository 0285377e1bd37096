#pragma once
#include "model/brief.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// What a painting is planned from.
struct PlanningInputs {
    const Reference& reference;
    const Study& study;  ///< Of the reference.
    const Brief& brief;
    const Materials& materials;
};

}  // namespace allaprima
