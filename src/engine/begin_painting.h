#pragma once
#include "base/result.h"
#include "engine/paint_photo.h"
#include "engine/safekeeping.h"
#include "engine/set_scene.h"
#include "model/plan.h"

namespace allaprima {

/// Finds out whether all that is to be written can be, before anything is read.
Status check_commission(const Commission& commission);

/// The long side at which a photograph is read: as much as its planning can use, whatever the photograph.
int reading_long_side(const Brief& brief);

/// Checks the picture again, now that its size is known, and begins the painting file where one is asked for.
/// @param commission its brief is settled.
Result<Safekeeping> begin_painting(const Commission& commission, const StudiedScene& scene,
                                   const Materials& materials);

}  // namespace allaprima
