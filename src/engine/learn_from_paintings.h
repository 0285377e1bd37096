#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/destination.h"

namespace allaprima {

/// Something that can be measured of the hand in a picture of a painting, as seeing/measure_painting.h tells.
struct HandMeasure {
    std::string name;
    float value;
};
/// Measures the hand in a picture of a painting.
Result<std::vector<HandMeasure>> measure_hand(const std::string& picture);

/// Writes a hand file that paints as these pictures of paintings are painted; the hand is called as the file.
/// A stop that the observer asks for ends the trying out, and the best hand so far is written.
/// @param paintings at least one. @param hand_file .toml.
Status learn_from_paintings(const std::vector<std::string>& paintings, const Destination& hand_file,
                            const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
