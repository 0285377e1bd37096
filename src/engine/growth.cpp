#include "engine/growth.h"

#include "planning/draft_stroke.h"
#include "planning/finish_plan.h"

namespace allaprima {

Plan grown_so_far(const PlanState& state, const Reference& reference) {
    const Vec2 canvas = reference.canvas_mm();
    Plan plan;
    plan.width_mm = canvas.x;
    plan.height_mm = canvas.y;
    plan.ground = reference.ground;
    plan.planned_pixel_mm = reference.pixel_mm;
    const std::vector<DraftStroke> drafts = strokes_of(state);
    plan.strokes.reserve(drafts.size());
    for (const DraftStroke& draft : drafts)
        plan.strokes.push_back(placed(draft, reference.pixel_mm, 0));
    plan.passes = {{"draft", static_cast<int>(drafts.size())}};
    return plan;
}

}  // namespace allaprima
