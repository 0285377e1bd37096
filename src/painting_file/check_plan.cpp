#include "painting_file/check_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "model/brief_settings.h"

namespace allaprima {
namespace {

bool holds_paint_beyond(size_t tubes, const Stroke& stroke) {
    for (size_t tube = tubes; tube < kMostTubes; ++tube)
        if (stroke.paint.shares[tube] != 0.0f)
            return true;
    return false;
}

/// No planner sees finer than the largest plan that can be asked for.
Status check_planned_pixel(const Plan& plan) {
    const double pixels = static_cast<double>(std::max(plan.width_mm, plan.height_mm)) /
                          static_cast<double>(plan.planned_pixel_mm);
    if (pixels <= kLargestPlanSize + 0.5)
        return Done{};
    return Error{
        fmt::format("planned_pixel_mm is {} on a canvas of {} x {} mm: {:.0f} pixels on a side, and "
                    "plans have at most {}",
                    plan.planned_pixel_mm, plan.width_mm, plan.height_mm, pixels, kLargestPlanSize)};
}

}  // namespace

Status check_plan(const Plan& plan) {
    if (Status pixel = check_planned_pixel(plan); !pixel)
        return pixel;
    int64_t strokes_of_passes = 0;
    for (const Pass& pass : plan.passes)
        strokes_of_passes += pass.strokes;
    if (strokes_of_passes != static_cast<int64_t>(plan.strokes.size()))
        return Error{"the passes do not add up to the strokes"};
    for (size_t i = 0; i < plan.strokes.size(); ++i) {
        const Stroke& stroke = plan.strokes[i];
        if (static_cast<size_t>(stroke.brush) >= plan.materials.brushes.size())
            return Error{fmt::format("stroke {} is painted with a brush that is not there", i + 1)};
        if (holds_paint_beyond(plan.materials.palette.tubes.size(), stroke))
            return Error{fmt::format("stroke {} holds paint of a tube that is not there", i + 1)};
    }
    return Done{};
}

}  // namespace allaprima
