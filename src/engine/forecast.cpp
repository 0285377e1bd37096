#include "engine/forecast.h"

#include <algorithm>

#include "engine/canvas_shape.h"
#include "rendering/rendering_cost.h"

namespace allaprima {
namespace {

// Measured by bench/studio on a processor of 2023.
constexpr double kAtLeast = 0.35, kOfLaidPixel = 4.5e-8, kOfPixel = 8e-7;  // seconds
constexpr double kMmOfInch = 25.4;

}  // namespace

Forecast forecast_picture(const Plan& shaped, const RenderSettings& settings, Vec2 canvas,
                          const OutputSize& output) {
    const double dpi = picture_dpi(canvas, output);
    const auto printed = [&](int pixels) { return static_cast<float>(pixels * kMmOfInch / dpi); };
    const Size size = settings.size;
    return {.size = size,
            .print_mm = {printed(size.width), printed(size.height)},
            .dpi = dpi,
            .core_seconds = kAtLeast + kOfLaidPixel * rendering_cost(shaped, settings).laid_pixels +
                            kOfPixel * static_cast<double>(size.area())};
}

double seconds_of(const Forecast& forecast, int threads) {
    return forecast.core_seconds / std::max(1, threads);
}

}  // namespace allaprima
