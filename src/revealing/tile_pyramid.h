#pragma once
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "model/plan.h"
#include "rendering/render.h"

namespace allaprima {

/// Side of the square pictures that a deep zoom is made of, pixels; those at the right and the lower border
/// are smaller.
constexpr int kTileSide = 256;

/// How many steps a deep zoom has: at each the picture is twice as large as at the one before, and at the
/// first it fits on one tile.
int zoom_levels(Size whole);

/// The picture's size at a level, 0 to zoom_levels() − 1, the last of which is the whole size.
Size size_at_level(Size whole, int level);

/// Renders a picture at every level and cuts it into JPEGs named "LEVEL/COLUMN-ROW.jpg". Memory grows with
/// the picture's width, not with its height.
///
/// @param settings its size is the whole size.
/// @return an error, too, when the observer ended it.
Status write_tiles(const Plan& plan, const RenderSettings& settings, const std::string& folder,
                   const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
