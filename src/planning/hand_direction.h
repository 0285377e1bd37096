#pragma once
#include <cstdint>

#include "brush/hand.h"
#include "model/study.h"

namespace allaprima {

/// Which way strokes are led: by the forms, and by the hand where no form leads them.
///
/// Forms lead what lies around them as far as the hand's `sweep`; its `hatching` adds one direction
/// everywhere, its `swirl` eddies, the level lines of a noise that is smooth over its `eddy`. Each is added
/// as a structure whose energy is so many times the mean energy of the picture's own, so that a strong edge
/// still has its way. Last, its `waver` turns all of it by a smooth noise as broad as a stroke.
///
/// @param room side of a stroke's room, pixels.
Structure led_by(const Structure& forms, const Hand& hand, float room, uint64_t seed);

}  // namespace allaprima
