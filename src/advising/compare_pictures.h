#pragma once
#include <string>

#include "base/geometry.h"
#include "base/result.h"

namespace allaprima {

/// How alike two pictures of one size are, as they are seen on white; image/metrics.h tells what each is.
struct Likeness {
    double psnr = 0.0;  ///< dB; infinite when they are equal.
    double ssim = 0.0;  ///< 1 when they are equal.
    double flip = 0.0;  ///< 0 when they are equal.
    Size size;          ///< Of both, pixels.
};

/// Reads two pictures and measures how alike they are. An error where one cannot be read, and where their
/// sizes differ.
Result<Likeness> compare_pictures(const std::string& original, const std::string& other);

}  // namespace allaprima
