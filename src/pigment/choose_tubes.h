#pragma once
#include <span>
#include <vector>

#include "pigment/palette.h"

namespace allaprima {

/// A colour and how much of a picture it fills.
struct ColourShare {
    Rgb colour;  ///< sRGB-encoded, 0 to 1.
    float weight = 1.0f;
};

/// The few colours that stand for a picture's many: means of the cells of a colour grid, heaviest first.
/// Small but strong colours keep their place beside large dull ones.
std::vector<ColourShare> main_colours(const Image<Rgb>& picture, int most);

/// The tubes that mix these colours best: at first the lightest and the darkest, then one tube after the
/// other whose joining helps most, then exchanges as long as one helps.
///
/// @param count 3 to kMostTubes; no more are taken than there are candidates.
std::vector<Pigment> choose_tubes(std::span<const Pigment> candidates, std::span<const ColourShare> wanted,
                                  int count);

}  // namespace allaprima
