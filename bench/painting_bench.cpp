#include <benchmark/benchmark.h>

#include "base/rng.h"
#include "planning/plan_painting.h"
#include "rendering/render.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

constexpr int side = 192;  // Pixels at planning resolution.

/// Discs of many colours before a ramp: edges in all directions and an even ground.
Reference discs() {
    Reference reference{Image<Rgb>({side, side}), {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            reference.colour.at(x, y) = Rgb{0.3f, 0.35f, 0.4f} * (0.5f + static_cast<float>(y) / side);
    Rng rng(8, 0);
    for (int disc = 0; disc < 25; ++disc) {
        const Vec2 centre{rng.between(0, side), rng.between(0, side)};
        const float radius = rng.between(5, 35);
        const Rgb colour{rng.unit(), rng.unit(), rng.unit()};
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                if (length(Vec2{static_cast<float>(x), static_cast<float>(y)} - centre) < radius)
                    reference.colour.at(x, y) = colour;
    }
    return reference;
}

Plan plan_discs(int strokes) {
    const ThreadPool workers;
    SilentObserver observer;
    const Reference reference = discs();
    Brief brief;
    brief.strokes = strokes;
    const Study study = study_reference(reference, {}, {Focus::None});
    return plan_painting({reference, study, brief, Plan{}.materials}, {}, workers, observer,
                         [](const PlanState&) {});
}

void plan(benchmark::State& state) {
    const int strokes = static_cast<int>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(plan_discs(strokes));
    state.SetItemsProcessed(state.iterations() * strokes);
}
BENCHMARK(plan)->Arg(50)->Arg(400)->Unit(benchmark::kMillisecond)->UseRealTime();

void render_finish(benchmark::State& state, Finish finish) {
    static const Plan painting = plan_discs(200);
    const ThreadPool workers;
    RenderSettings settings;
    settings.size = {1024, 1024};
    settings.finish = finish;
    for (auto _ : state)
        benchmark::DoNotOptimize(render_picture(painting, settings, workers));
    state.SetItemsProcessed(state.iterations() * settings.size.area());
}
BENCHMARK_CAPTURE(render_finish, lit, Finish::Lit)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(render_finish, unlit, Finish::Unlit)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(render_finish, flat, Finish::Flat)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace allaprima
