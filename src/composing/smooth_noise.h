#pragma once
#include "base/geometry.h"

namespace allaprima {

/// Smooth noise, −1 to 1, with features about 1 across; another for each stream. The same on every machine.
float smooth_noise(Vec2 at, unsigned stream);

}  // namespace allaprima
