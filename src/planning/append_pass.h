#pragma once
#include <span>
#include <string>

#include "model/plan.h"

namespace allaprima {

/// The number of this brush among the plan's, to which it is added when it is not there yet.
int brush_number(Plan& plan, const Brush& brush);

/// Lays strokes of body paint over all that the plan holds, as a pass of their own; nothing for none.
void append_pass(Plan& plan, const std::string& name, std::span<const Stroke> strokes);

}  // namespace allaprima
