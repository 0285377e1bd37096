#pragma once
#include <cstddef>
#include <vector>

#include "base/thread_pool.h"
#include "image/oklab.h"

namespace allaprima {

/// A colour, and how much there is of it.
struct WeighedColour {
    Oklab look;
    float weight = 0.0f;  ///< Positive.
};

/// The number of the colour that is nearest; of several the first. @param colours at least one.
size_t nearest_colour(const std::vector<Oklab>& colours, Oklab look);

/// So many colours at most that stand for all of these: k-means in Oklab by weight, begun with the mean of
/// all, of which always the group is split that misses the most, along the way in which it is widest. So
/// they lie where there is most to stand for, and a single far-off colour is left to its neighbours.
/// @param colours at least one. @param most at least 1.
std::vector<Oklab> gathered(const std::vector<WeighedColour>& colours, size_t most,
                            const ThreadPool& workers);

}  // namespace allaprima
