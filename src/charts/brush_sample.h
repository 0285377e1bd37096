#pragma once
#include "base/thread_pool.h"
#include "brush/brush.h"
#include "model/picture.h"
#include "pages/lettering.h"

namespace allaprima {

/// What single strokes of a brush look like, as the renderer paints them: straight, curved, tapered, wet over
/// a wet stroke, with little paint, and that over a dry stroke. 1,600 × 1,200 pixels of 0.1 mm.
///
/// @param lettering may be null: then nothing is written beside the strokes.
Picture brush_sample(const Brush& brush, const Lettering* lettering, const ThreadPool& workers);

}  // namespace allaprima
