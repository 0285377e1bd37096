#pragma once
#include "composing/layer.h"

namespace allaprima {

/// A picture that is known in part, filled in smoothly: each unknown pixel takes the colour of what is known
/// around it, from the nearer the more (pull-push; Gortler, Grzeszczuk, Szeliski & Cohen, "The Lumigraph",
/// SIGGRAPH 1996).
///
/// @param known the picture times how far it is known. Where nothing is known at all, the result is black.
Image<Rgb> fill_holes(const Layer& known);

}  // namespace allaprima
