#pragma once
#include "image/image.h"

namespace allaprima {

/// The picture to be painted, at planning resolution.
struct Reference {
    Image<Rgb> colour;   ///< sRGB-encoded, 0 to 1, in steps of 1/65535 so that a painting file keeps it exactly.
    Image<float> cover;  ///< 1 where paint is wanted, 0 where the ground stays bare; empty when 1 everywhere.

    bool operator==(const Reference&) const = default;
    Size size() const { return colour.size(); }
};

}  // namespace allaprima
