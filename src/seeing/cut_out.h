#pragma once
#include "base/result.h"
#include "base/thread_pool.h"
#include "image/image.h"
#include "model/sight.h"
#include "seeing/figure_seeds.h"

namespace allaprima {

/// Tells the figure from what is behind it: 0 background to 1 figure, soft where hair and blurred borders
/// are.
///
/// GrabCut (Rother, Kolmogorov & Blake, SIGGRAPH 2004) with a smoothed histogram for each side in place of
/// its mixtures of Gaussians, and with an expectation of where the figure is, which it has not (see
/// figure_seeds). The cut itself
/// is OpenCV's maximum flow; the border is softened by a guided filter. Parts that hang on no face, no mark
/// and no large piece are left out, and holes inside the figure are filled unless they are marked.
///
/// @param picture sRGB-encoded. Same picture, sight and marks: same map.
/// @return an error where allaprima-faces.so is not installed.
Result<Image<float>> cut_out(const Image<Rgb>& picture, const Sights& sight, const Marks& marks);

/// A cut-out of a smaller picture at the size of a larger one, with a border that lies where the larger one's
/// edges do; in strips, so that memory grows with the width.
///
/// @param picture sRGB-encoded. @param cut of the same shape, 0 to 1.
Image<float> enlarged_cut(const Image<Rgb>& picture, const Image<float>& cut, const ThreadPool& workers);

}  // namespace allaprima
