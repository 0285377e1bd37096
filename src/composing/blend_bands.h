#pragma once
#include "base/thread_pool.h"
#include "image/image.h"

namespace allaprima {

/// Joins two pictures without a seam: large shapes pass into each other over a wide border, fine detail over
/// a narrow one (Burt & Adelson, "A multiresolution spline with application to image mosaics", ACM TOG 1983).
///
/// @param share of the upper picture, 0 to 1; all three have one size. Where it is 0, or 1, over a wide
///        neighbourhood, the picture there is that picture's own. No channel falls below 0.
Image<Rgb> blend_bands(const Image<Rgb>& lower, const Image<Rgb>& upper, const Image<float>& share,
                       const ThreadPool& workers);

}  // namespace allaprima
