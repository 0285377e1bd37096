#pragma once
#include <span>
#include <string>
#include <string_view>

#include "model/plan.h"

namespace allaprima {

/// The number of this brush among the plan's, to which it is added when it is not there yet.
int brush_number(Plan& plan, const Brush& brush);

/// Lays strokes of body paint over all that the plan holds, as a pass of their own; nothing for none.
void append_pass(Plan& plan, const std::string& name, std::span<const Stroke> strokes);

/// The plan without the passes of some names.
Plan without_passes(const Plan& plan, std::span<const std::string_view> names);

}  // namespace allaprima
