#include "painting_file/check_plan.h"

#include <fmt/format.h>

#include <cstdint>

namespace allaprima {
namespace {

bool holds_paint_beyond(size_t tubes, const Stroke& stroke) {
    for (size_t tube = tubes; tube < kMostTubes; ++tube)
        if (stroke.paint.shares[tube] != 0.0f)
            return true;
    return false;
}

}  // namespace

Status check_plan(const Plan& plan) {
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
