#pragma once
#include "base/thread_pool.h"
#include "image/image.h"

namespace allaprima {

/// A drawing to trace: where the large areas of a picture meet, as dark lines on white, of the same size.
///
/// The picture's pixels are gathered in kContourTones colours, each area takes what most of its surroundings
/// are, and areas of less than a four-hundredth of the picture go to their neighbours.
Image<Rgb> contours_of(const Image<Rgb>& picture, const ThreadPool& workers);

constexpr int kContourTones = 7;

}  // namespace allaprima
