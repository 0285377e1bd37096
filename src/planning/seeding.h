#pragma once
#include <cstdint>
#include <vector>

#include "planning/draft_stroke.h"
#include "planning/level.h"

namespace allaprima {

/// New strokes where the picture is most wrong.
///
/// The weighted error of the picture so far is blurred to the size of the brush; its highest peaks that are
/// not too close together each get one stroke, laid along the flow of the form, longer and narrower
/// where the flow is sure.
///
/// @param seed       moves the peaks about a little, so that each seed gives a painting of its own.
/// @param canvas     the picture so far, at the level's size.
/// @param count      how many; fewer come back only from a picture with fewer pixels.
/// @param half_width of the brush where a pixel's error has the mean weight, in the level's pixels.
std::vector<DraftStroke> seed_strokes(const Level& level, const Image<Rgb>& canvas, int count,
                                      float half_width, uint64_t seed);

}  // namespace allaprima
