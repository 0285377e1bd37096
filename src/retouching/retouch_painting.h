#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/commission.h"
#include "engine/growth.h"
#include "model/brief.h"
#include "retouching/worked_over.h"

namespace allaprima {

inline constexpr int kMostRetouches = 5000;

/// A wish to have a finished painting worked over in places.
struct RetouchWish {
    std::string painting_file;
    std::vector<Region> places;  ///< As region_said() has them; at least one.
    int strokes = 60;            ///< New ones, at most, shared out evenly among what is meant.
    uint64_t seed = 1;
    std::string photo = {};  ///< Where the painting does not remember it.
    Destinations outcome = {};
};

/// Lays new strokes over a finished painting, where something is meant, in a new painting; see retouch(). Its
/// other strokes are what they were, and so is each pixel that no new stroke reaches. The record stays with
/// the painting that it tells of.
/// @param growth hears of the new strokes alone while they are sought.
/// @return an error where no stroke would bring it nearer to what it was painted from.
Result<Painted> retouch_painting(const RetouchWish& wish, const ThreadPool& workers, Observer& observer,
                                 const Growth& growth = {});

}  // namespace allaprima
