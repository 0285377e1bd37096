#pragma once
#include <span>
#include <vector>

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

/// The same of close views alone, each of its colour's size; those that are equally fine at one go.
/// @param reference the size of the plan's reference.
std::vector<Image<Rgb>> painted_views(const Plan& plan, Size reference, std::span<const CloseView> views,
                                      const ThreadPool& workers);

}  // namespace allaprima
