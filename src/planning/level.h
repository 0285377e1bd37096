#pragma once
#include <vector>

#include "base/thread_pool.h"
#include "model/reference.h"
#include "model/study.h"
#include "planning/objective.h"

namespace allaprima {

/// The reference and what was seen in it at one level of a pyramid; each level has half the pixels of the
/// one before along each side (rounded up), so a length at level k is 2^-k of that at level 0.
struct Level {
    Image<Rgb> target;
    Image<float> weight;  ///< Of a pixel's error; mean 1.
    Structure structure;  ///< Not yet smoothed.
    int long_side;        ///< Of the whole picture, in the level's pixels.
    Objective objective;
};

/// How many levels a picture of this size has: at most four, fewer for a small one.
int level_count(Size size);

/// How much errors count in a close view: as in the reference beneath. @param focus of the reference.
Image<float> weight_of(const CloseView& view, const Image<float>& focus);

/// A close view as a level. @param focus of the reference.
Level level_of(const CloseView& view, const Reference& reference, const Image<float>& focus,
               const ThreadPool& workers);

std::vector<Level> make_levels(const Reference& reference, const Study& study, const ThreadPool& workers);

}  // namespace allaprima
