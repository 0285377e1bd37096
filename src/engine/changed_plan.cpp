#include "engine/changed_plan.h"

#include "engine/canvas_shape.h"
#include "engine/inputs.h"
#include "last_touches/sign.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

/// Long side of what a signature's colour is chosen by.
constexpr int kBeneathLongSide = 512;

Plan unsigned_plan(const Plan& plan) {
    Plan bare = plan;
    bare.passes.clear();
    bare.strokes.clear();
    auto stroke = plan.strokes.begin();
    for (const Pass& pass : plan.passes) {
        if (pass.name != kSignaturePass) {
            bare.passes.push_back(pass);
            bare.strokes.insert(bare.strokes.end(), stroke, stroke + pass.strokes);
        }
        stroke += pass.strokes;
    }
    return bare;
}

Image<Rgb> seen_beneath(const Plan& plan, const ThreadPool& workers) {
    const Size size = size_within({plan.width_mm, plan.height_mm}, {kBeneathLongSide, kBeneathLongSide});
    return render_picture(plan, {.size = size, .finish = Finish::Unlit, .light = {}}, workers).colour;
}

Result<Plan> signed_again(const Plan& plan, const Brief& asked, const ThreadPool& workers,
                          std::vector<std::string>& warnings) {
    const Result<TouchInputs> inputs = read_signature_inputs(asked);
    if (!inputs)
        return inputs.error();
    Plan changed = unsigned_plan(plan);
    if (const Status written = add_signature(changed, asked.signature, inputs->drawn,
                                             seen_beneath(changed, workers), inputs->rigger, warnings);
        !written)
        return written.error();
    return changed;
}

}  // namespace

Result<Plan> changed_plan(const Plan& plan, const Brief& kept, const Brief& asked, const ThreadPool& workers,
                          std::vector<std::string>& warnings) {
    Result<Plan> changed =
        asked.signature == kept.signature ? Result(plan) : signed_again(plan, asked, workers, warnings);
    if (changed && asked.support != kept.support && asked.support)
        changed->materials.support = *asked.support;
    return changed;
}

}  // namespace allaprima
