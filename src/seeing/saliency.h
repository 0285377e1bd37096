#pragma once
#include "image/image.h"

namespace allaprima {

/// How much each pixel stands out from the picture's border: 0 like the border, 1 most.
///
/// The minimum barrier distance to the border, by raster scans, together with how unlike the border's colours
/// a pixel is (Zhang, Sclaroff, Lin, Shen, Price & Měch, "Minimum barrier salient object detection at 80
/// FPS", ICCV 2015), leaning to the middle. Fast enough for any size: it looks at a reduced picture.
///
/// @param picture sRGB-encoded.
Image<float> saliency(const Image<Rgb>& picture);

}  // namespace allaprima
