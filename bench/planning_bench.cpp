#include <benchmark/benchmark.h>

#include <cmath>

#include "base/rng.h"
#include "planning/objective.h"

namespace allaprima {
namespace {

constexpr Size size{768, 512};

/// Strokes as a refined plan has them: bent, soft, half transparent.
std::vector<DraftStroke> some_strokes(int count) {
    Rng rng(4, 0);
    std::vector<DraftStroke> strokes;
    const float spacing = std::sqrt(static_cast<float>(size.area()) / static_cast<float>(count));
    for (int i = 0; i < count; ++i) {
        DraftStroke s;
        const Vec2 start{rng.between(0, static_cast<float>(size.width)),
                         rng.between(0, static_cast<float>(size.height))};
        const float angle = rng.between(0.0f, 6.28f);
        const Vec2 along = Vec2{std::cos(angle), std::sin(angle)} * (spacing * rng.between(1.0f, 4.0f));
        s.points = {start, start + along * 0.5f + Vec2{-along.y, along.x} * rng.between(-0.3f, 0.3f),
                    start + along};
        s.half_width = {spacing * rng.between(0.1f, 0.6f), spacing * rng.between(0.1f, 0.6f)};
        s.fade = spacing * rng.between(0.0f, 0.5f);
        s.opacity_logit = rng.between(0.0f, 3.0f);
        s.colour = {rng.unit(), rng.unit(), rng.unit()};
        strokes.push_back(s);
    }
    return strokes;
}

/// One look at all pixels of a picture, on one thread. A cell is a stroke in eight pixels.
void evaluate(benchmark::State& state, TileWork work) {
    const ThreadPool workers(1);
    const Image<Rgb> target(size, {0.4f, 0.5f, 0.6f});
    Objective objective(target, Image<float>(size, 1.0f), {0.3f, 0.3f, 0.3f}, workers);
    const std::vector<DraftStroke> strokes = some_strokes(static_cast<int>(state.range(0)));
    size_t cells = 0;
    for (auto _ : state)
        cells += objective.evaluate(strokes, work).cells;
    const auto all = static_cast<double>(cells);
    state.counters["cells"] = all / static_cast<double>(state.iterations());
    state.counters["per_cell"] =
        benchmark::Counter(all, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK_CAPTURE(evaluate, composite, TileWork::Composite)->Arg(1024)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(evaluate, colours, TileWork::ColourGradient)->Arg(1024)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(evaluate, gradient, TileWork::Gradient)->Arg(1024)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace allaprima
