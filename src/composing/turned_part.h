#pragma once
#include "image/image.h"

namespace allaprima {

/// An upright part of a picture that is turned about its centre.
struct TurnedPart {
    float degrees = 0.0f;  ///< Clockwise.
    ShareRect part;  ///< Shares of the largest upright rectangle of the picture's shape that lies in it.
};

/// How long the sides of the largest upright rectangle of a picture's own shape are, as a share of its own
/// sides, that lies in it when it is turned: up to 1.
double kept_of_turned(Size picture, float degrees);

/// Makes a picture of that part, in `size` pixels, which are to be about as large as those of the source.
Image<float> turned_part(const Image<float>& source, const TurnedPart& turned, Size size);
Image<Rgb> turned_part(const Image<Rgb>& source, const TurnedPart& turned, Size size);

}  // namespace allaprima
