#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "planning/retouch.h"

namespace allaprima {

/// What is otherwise than it was when a finished painting was planned.
struct Changes {
    Image<float> before, now;     ///< How much errors counted, and count, in each pixel of the reference.
    Image<float> reference = {};  ///< How far the reference is another one, 0 to 1; empty: it is the same.
    int more_strokes = 0;         ///< Than were asked for.
};

/// What has to be done to a finished painting because of that, in the order in which it is done.
///
/// What counts less than before is laid over with few broad strokes, without its small forms. What counts
/// more, and what the reference shows otherwise, gets as many new strokes as it has to have beside those that
/// lie there. What only moved along with the mean is left alone. Strokes that are asked for besides go where
/// errors count most. Nothing where nothing has changed.
std::vector<Retouch> orders_for(const Changes& changes, const Plan& plan, const Reference& reference,
                                uint64_t seed);

/// How many strokes such orders may lay, at most, and on how much of the picture, 0 to 1.
int strokes_of(const std::vector<Retouch>& orders);
float share_of_picture(const std::vector<Retouch>& orders, Size reference);

/// Carries orders out, one after the other: the strokes that they lay over the plan, as retouch() does.
/// None once `keep_going` says no. @param done hears how many orders are carried out.
std::vector<Stroke> repaint(const std::vector<Retouch>& orders, const Plan& plan, const Reference& reference,
                            const Materials& materials, const ThreadPool& workers,
                            const std::function<bool()>& keep_going, const StrokesSoFar& growing = {},
                            const std::function<void(size_t)>& done = {});

}  // namespace allaprima
