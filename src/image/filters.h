#pragma once
#include "image/image.h"

namespace allaprima {

/// The picture at another size. Each target pixel is the mean of the source area that it covers when it
/// shrinks, and a bilinear blend of the four nearest source pixels when it grows. Sides are ≥ 1.
Image<float> resized(const Image<float>& source, Size size);
Image<Rgb> resized(const Image<Rgb>& source, Size size);

/// A Gaussian blur of standard deviation `sigma` pixels, by three running box means on each axis (error
/// under 7 % of the peak from sigma 2 upwards). The border repeats outwards. sigma ≤ 0.3 returns the source.
Image<float> blurred(const Image<float>& source, float sigma);
Image<Rgb> blurred(const Image<Rgb>& source, float sigma);

/// The blend of the four pixels nearest to a point; the border repeats outwards.
float sampled(const Image<float>& source, Vec2 point);

/// The luma of every pixel of an sRGB-encoded picture.
Image<float> luma_of(const Image<Rgb>& picture);

/// The size with this long side and the shape of `size`; the short side is rounded and at least 1.
Size with_long_side(Size size, int long_side);

}  // namespace allaprima
