#pragma once
#include "base/thread_pool.h"
#include "image/image.h"
#include "model/plan.h"
#include "model/reference.h"

namespace allaprima {

/// What a plan looks like once it is painted, with bristles and pigments and without light, so that the
/// planner can judge it: sRGB-encoded, a transparent ground shown as paint.
///
/// @param size of the plan's reference. The rendering is finer, and is reduced as its rows come.
Image<Rgb> painted_picture(const Plan& plan, Size size, const ThreadPool& workers);

/// The same of a close view alone. @param reference its size.
Image<Rgb> painted_picture(const Plan& plan, Size reference, const CloseView& view,
                           const ThreadPool& workers);

}  // namespace allaprima
