#pragma once
#include <string>

#include "model/brief.h"

namespace allaprima {

/// What was asked, as lines of `show`: the strokes, the seed, the hand and the focus, and what else is not as
/// it is when nobody asks.
std::string asked_as_text(const Brief& brief);

}  // namespace allaprima
