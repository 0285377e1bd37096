#include <benchmark/benchmark.h>

#include "base/rng.h"
#include "image/colour.h"
#include "image/filters.h"
#include "image/metrics.h"

namespace allaprima {
namespace {

Image<Rgb> noise(int side, uint64_t seed) {
    Image<Rgb> picture({side, side});
    Rng rng(seed, 0);
    for (Rgb& pixel : picture.pixels())
        pixel = {rng.unit(), rng.unit(), rng.unit()};
    return picture;
}

void count_pixels(benchmark::State& state, Size size) {
    state.SetItemsProcessed(state.iterations() * size.area());
}

void blur(benchmark::State& state) {
    const Image<Rgb> picture = noise(512, 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(blurred(picture, static_cast<float>(state.range(0))));
    count_pixels(state, picture.size());
}
BENCHMARK(blur)->Arg(2)->Arg(20)->Unit(benchmark::kMillisecond);

void resize(benchmark::State& state) {
    const Image<Rgb> picture = noise(1024, 1);
    const int side = static_cast<int>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(resized(picture, {side, side}));
    count_pixels(state, picture.size());
}
BENCHMARK(resize)->Arg(256)->Arg(2048)->Unit(benchmark::kMillisecond);

void encode(benchmark::State& state) {
    Image<Rgb> picture = noise(512, 1);
    for (auto _ : state) {
        for (Rgb& pixel : picture.pixels())
            pixel = srgb_from_linear(pixel);
        benchmark::DoNotOptimize(picture);
    }
    count_pixels(state, picture.size());
}
BENCHMARK(encode)->Unit(benchmark::kMillisecond);

template <double (*metric)(const Image<Rgb>&, const Image<Rgb>&)>
void measure(benchmark::State& state) {
    const Image<Rgb> a = noise(512, 1), b = noise(512, 2);
    for (auto _ : state)
        benchmark::DoNotOptimize(metric(a, b));
    count_pixels(state, a.size());
}
BENCHMARK(measure<psnr>)->Name("psnr")->Unit(benchmark::kMillisecond);
BENCHMARK(measure<ssim>)->Name("ssim")->Unit(benchmark::kMillisecond);
BENCHMARK(measure<flip_error>)->Name("flip_error")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace allaprima
