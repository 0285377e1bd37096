// Paints a grey square with the core alone. That it links shows that the core asks for nothing but its own
// libraries; that it runs shows that what it needs is in it.

#include <cstdio>

#include "base/observer.h"
#include "composing/make_reference.h"
#include "planning/plan_painting.h"
#include "rendering/render.h"
#include "seeing/study_reference.h"

int main() {
    using namespace allaprima;
    const Photo photo{.colour = Image<Rgb>({48, 32}, Rgb{0.2f, 0.2f, 0.2f}),
                      .alpha = {},
                      .original_size = {48, 32},
                      .name = {},
                      .digest = {}};
    Brief brief;
    brief.strokes = 5;
    const Reference reference = make_reference(photo, brief);
    const Study study = study_reference(reference, {}, {Focus::None});
    const Materials materials = Plan{}.materials;
    const ThreadPool workers(1);
    SilentObserver silent;
    const Plan plan =
        plan_painting({reference, study, brief, materials}, {}, workers, silent, [](const PlanState&) {});
    std::printf("%zu strokes\n", plan.strokes.size());
    return plan.strokes.empty() ? 1 : 0;
}
