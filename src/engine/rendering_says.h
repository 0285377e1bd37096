#pragma once
#include <optional>
#include <vector>

#include "model/brief.h"
#include "pictures/write_xmp.h"

namespace allaprima {

/// What a picture says of how it was rendered: nothing where it is all as its painting file has it, so that
/// the usual pictures stay as they are, and nothing where it shows measures. Light, finish and intent, and
/// what lies around it; its size is its own, and so is its profile.
std::vector<XmpValue> rendering_says(const Brief& kept, const Brief& brief);

/// Takes what a picture says of that into a brief; what it does not say stays.
/// @param said as read_xmp() reads it.
/// @return whether it tells the finish.
bool take_rendering(const std::vector<XmpValue>& said, Brief& brief);

}  // namespace allaprima
