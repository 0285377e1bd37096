#pragma once
#include "image/image.h"

namespace allaprima {

/// A map smoothed so that its edges lie where the picture's do (He, Sun & Tang, "Guided image filtering",
/// TPAMI 2013, with a colour guide).
///
/// @param radius of the neighbourhood, in pixels, in which the map is taken to be a linear function of the
/// colour.
/// @param tolerance the variance of colour, sRGB-encoded, below which a neighbourhood counts as even.
Image<float> guided_filter(const Image<Rgb>& guide, const Image<float>& map, float radius, float tolerance);

}  // namespace allaprima
