#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "brush/hand.h"
#include "seeing/measure_painting.h"

namespace allaprima {

/// The measures of a picture of a painting: of its file.
Result<PaintingMeasures> measure_picture(const std::string& path);

/// A hand that paints as one or several paintings are painted, by the mean of their measures: width, length
/// and number of strokes, how they follow each other and bend, relief, values, chroma and warmth; and the
/// tubes that mix their colours best. What the measures suggest is tried out on the motif of the first
/// painting and corrected; a stop that the observer asks for ends that early.
/// @param paintings pictures of paintings; at least one. @param name of the hand.
Result<Hand> learn_hand(const std::vector<std::string>& paintings, const std::string& name,
                        const ThreadPool& workers, Observer& observer);

/// What the measures suggest, not yet tried out. @param height_share height over width of the pictures.
Hand hand_from_measures(const PaintingMeasures& measures, float height_share);

}  // namespace allaprima
