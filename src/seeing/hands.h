#pragma once
#include <vector>

#include "image/image.h"
#include "model/study.h"

namespace allaprima {

/// Where the figure's bare hands and arms probably are, as a map from 0 to 1: areas of the figure with a
/// face's own colours of skin that are not the face or the neck, not much larger than the face, and at the
/// figure's outline, as what reaches out is. Empty without a face or a figure.
///
/// @param picture sRGB-encoded. @param figure the cut-out, of the picture's size, or empty.
Image<float> find_hands(const Image<Rgb>& picture, const std::vector<Face>& faces,
                        const Image<float>& figure);

}  // namespace allaprima
