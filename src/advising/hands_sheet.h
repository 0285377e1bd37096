#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/destination.h"
#include "model/wish.h"

namespace allaprima {

/// One photograph by several hands, small and side by side, to choose one by.
struct HandsWish {
    std::string photo;               ///< A brief if it ends in .toml.
    std::vector<std::string> hands;  ///< By name or by file; none: all that are shipped.
    Wishes wishes = {};              ///< What else is asked for, the same for all.
    Destination sheet;
};

/// Paints and writes the sheet. @return what could not be done as it was meant, one line each.
Result<std::vector<std::string>> draw_hands_sheet(const HandsWish& wish, const ThreadPool& workers,
                                                  Observer& observer);

}  // namespace allaprima
