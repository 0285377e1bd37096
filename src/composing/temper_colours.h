#pragma once
#include "brush/hand.h"
#include "model/reference.h"

namespace allaprima {

/// Turns the picture to be painted into what the hand sees in it, in Oklab (Ottosson 2020): values moved to
/// the hand's range, chroma and the warmth of lights and shadows to its means, then its own chroma, warm
/// lights and cool shadows; edges between darks are lost. Lightness decides how much of a light or of a
/// shadow a pixel is. Colours that no screen shows lose chroma, and keep lightness and hue.
///
/// A ground that is the picture's mean colour follows; one that is only there to plan over stays. A hand
/// without wishes of that kind leaves every bit as it is.
///
/// @param own_ground whether the ground was asked for, so that it stays.
void temper_colours(Reference& reference, const Hand& hand, bool own_ground);

}  // namespace allaprima
