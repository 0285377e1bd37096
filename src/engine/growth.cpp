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
    plan.strokes = placed_to_look_at(strokes_of(state), reference.pixel_mm);
    plan.passes = {{"draft", static_cast<int>(plan.strokes.size())}};
    return plan;
}

}  // namespace allaprima
