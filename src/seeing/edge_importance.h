#pragma once
#include "image/image.h"

namespace allaprima {

/// Which edges must stay sharp and which may be lost: 0 no edge or one that may melt away, 1 one that must be
/// kept.
///
/// The contrast of an edge, in differences of L*a*b*, times how much its place counts: a soft change in a
/// quiet corner is a painter's lost edge, the line of an eyelid a found one.
///
/// @param picture sRGB-encoded. @param focus of the same size, mean 1, as focus_map makes it.
Image<float> edge_importance(const Image<Rgb>& picture, const Image<float>& focus);

}  // namespace allaprima
