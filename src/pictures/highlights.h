#pragma once
#include "image/image.h"

namespace allaprima {

/// Brings light above white to what a screen shows. 1 is the white of text and paper, 203 cd/m² (ITU-R
/// BT.2408); luminance up to 0.9 stays as it is, and what is above is bent, smoothly, so that the brightest
/// pixel becomes 1:
///
///     y = k + (x - k) / (1 + (x - k) (1 / (1 - k) - 1 / (p - k))),   k = 0.9, p the largest luminance
///
/// The three channels keep their ratios. A picture without anything brighter than white does not change.
void bring_to_screen(Image<Rgb>& light);

}  // namespace allaprima
