#pragma once
#include <vector>

#include "planning/draft_stroke.h"

namespace allaprima {

/// Breaks the colours of strokes: each is moved off its own in one of three directions of Oklab's a, b plane
/// a third of a turn apart, always the one that strokes around it have had least of. So neighbours part in
/// hue, and their mean stays: what an eye mixes from afar (Rood, "Modern Chromatics", 1879; the divisionists
/// after him).
///
/// @param amount how far, in chroma; less where a screen does not show one of the three.
/// @return sRGB-encoded, one for each stroke.
std::vector<Rgb> broken_colours(const std::vector<DraftStroke>& strokes, float amount);

}  // namespace allaprima
