#pragma once
#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/growth.h"
#include "model/brief.h"
#include "model/photo.h"

namespace allaprima {

/// Has a first idea of a painting, for those who wait for the first strokes of it: few strokes of the hand
/// that the brief asks for, planned small and in plain colours, without looking for anything. The painting
/// itself is planned without it.
///
/// @param growth hears of it as of any plan.
Status sketch_painting(const Photo& photo, const Brief& brief, const ThreadPool& workers, Observer& observer,
                       const Growth& growth);

}  // namespace allaprima
