#pragma once
#include "image/image.h"

namespace allaprima {

/// A picture whose small forms are gone while the edges of large ones stay: each pixel becomes the mean of
/// that one of the four squares with a corner at it which is most even (Kuwahara et al. 1976).
///
/// @param side of the squares, pixels. @param counts how much each pixel counts, 0 to 1: what lies beyond a
/// part of the picture does not come into it. Where none does, pixels stay as they are.
Image<Rgb> without_small_forms(const Image<Rgb>& picture, const Image<float>& counts, int side);

}  // namespace allaprima
