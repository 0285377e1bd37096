#pragma once
#include <string>

#include "model/brief.h"
#include "model/plan.h"

namespace allaprima {

// Digests of the parts of a painting: SHA-256, as 64 lower-case hexadecimal digits, of the values spelt as
// canonical_text.h says.

/// Of all that was asked for.
std::string brief_digest(const Brief& brief);
/// Of the tubes, the brushes and the hand.
std::string palette_digest(const Materials& materials);
/// Of the canvas, the passes and every stroke.
std::string plan_digest(const Plan& plan);

}  // namespace allaprima
