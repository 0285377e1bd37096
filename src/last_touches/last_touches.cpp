#include "last_touches/last_touches.h"

#include "base/check.h"
#include "last_touches/sign.h"
#include "last_touches/throw_paint.h"
#include "planning/append_pass.h"

namespace allaprima {

Result<Plan> make_last_touches(const Brief& brief, const Study& study, const Reference& reference,
                               const Materials& materials, const TouchInputs& inputs,
                               std::vector<std::string>& warnings) {
    ALLAPRIMA_CHECK(inputs.masks.size() == brief.spatters.size());
    Plan touches;
    touches.width_mm = reference.canvas_mm().x;
    touches.height_mm = reference.canvas_mm().y;
    touches.materials = materials;
    for (size_t i = 0; i < brief.spatters.size(); ++i) {
        const ThrownAt at{.canvas_mm = reference.canvas_mm(),
                          .faces = study.faces,
                          .others = study.others,
                          .figure = &study.figure,
                          .mask = &inputs.masks[i],
                          .support = materials.support};
        if (const Status thrown = add_spatter(touches, brief.spatters[i], at, inputs.drop); !thrown)
            return thrown.error();
    }
    if (brief.signature.text.empty() && brief.signature.file.empty())
        return touches;
    if (const Status sign =
            add_signature(touches, brief.signature, inputs.drawn, reference.colour, inputs.rigger, warnings);
        !sign)
        return sign.error();
    return touches;
}

void lay_last_touches(Plan& plan, const Plan& touches) {
    std::vector<int> numbers;
    for (const Brush& brush : touches.materials.brushes)
        numbers.push_back(brush_number(plan, brush));
    size_t next = 0;
    for (const Pass& pass : touches.passes) {
        std::vector<Stroke> strokes(
            touches.strokes.begin() + static_cast<std::ptrdiff_t>(next),
            touches.strokes.begin() + static_cast<std::ptrdiff_t>(next + static_cast<size_t>(pass.strokes)));
        next += strokes.size();
        for (Stroke& stroke : strokes)
            stroke.brush = numbers[static_cast<size_t>(stroke.brush)];
        append_pass(plan, pass.name, strokes);
    }
}

}  // namespace allaprima
