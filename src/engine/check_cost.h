#pragma once
#include "base/observer.h"
#include "base/result.h"
#include "rendering/render.h"

namespace allaprima {

/// Reckons what a rendering will cost before it begins: a painting file of any size may ask for any amount of
/// work. The observer is told of one that will take long.
/// @return an error of usage for one that would take days, or more memory than machines have.
Status check_cost(const Plan& plan, const RenderSettings& settings, Observer& observer);

}  // namespace allaprima
