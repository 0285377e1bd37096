#include "engine/changed_plan.h"

#include <array>
#include <string_view>

#include "engine/canvas_shape.h"
#include "engine/inputs.h"
#include "last_touches/sign.h"
#include "planning/append_pass.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

/// Long side of what a signature's colour is chosen by.
constexpr int kBeneathLongSide = 512;

Image<Rgb> seen_beneath(const Plan& plan, const ThreadPool& workers) {
    const Size size = size_within({plan.width_mm, plan.height_mm}, {kBeneathLongSide, kBeneathLongSide});
    return render_picture(plan, {.size = size, .finish = Finish::Unlit, .light = {}}, workers).colour;
}

Result<Plan> signed_again(const Plan& plan, const Brief& asked, const ThreadPool& workers,
                          std::vector<std::string>& warnings) {
    const Result<TouchInputs> inputs = read_signature_inputs(asked);
    if (!inputs)
        return inputs.error();
    Plan changed = without_passes(plan, std::array<std::string_view, 1>{kSignaturePass});
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
