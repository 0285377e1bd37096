#include "composing/backdrop.h"

#include <cmath>

#include "image/filters.h"
#include "image/oklab.h"

namespace allaprima {
namespace {

/// How much lighter, and darker, a plain backdrop becomes; Oklab lightness.
constexpr float kLighter = 0.035f, kDarker = 0.07f;
/// Things are lost in a blur of this share of the long side; it is made on a picture of this long side.
constexpr float kAirBlur = 0.09f;
constexpr int kAirSide = 96;

}  // namespace

Image<Rgb> plain_backdrop(Rgb ground, Vec2 light, Size canvas, const ThreadPool& workers) {
    Image<Rgb> result(canvas);
    const Oklab tone = oklab_of_linear(ground);
    const auto w = static_cast<float>(canvas.width), h = static_cast<float>(canvas.height);
    for_rows(workers, canvas.height, [&](int y) {
        for (int x = 0; x < canvas.width; ++x) {
            const Vec2 from_light{(static_cast<float>(x) + 0.5f) / w - light.x,
                                  (static_cast<float>(y) + 0.5f) / h - light.y};
            const float far = smooth_step(0.0f, 1.1f, length(from_light));
            Oklab shade = tone;
            shade.lightness = std::max(0.0f, tone.lightness + kLighter - (kLighter + kDarker) * far);
            const Rgb seen = linear_of_oklab(shade);
            result.at(x, y) = {std::max(seen.r, 0.0f), std::max(seen.g, 0.0f), std::max(seen.b, 0.0f)};
        }
    });
    return result;
}

Image<Rgb> photograph_backdrop(const Image<Rgb>& plate, Size canvas, const ThreadPool& workers) {
    const auto w = static_cast<float>(plate.width()), h = static_cast<float>(plate.height());
    const float scale = std::max(static_cast<float>(canvas.width) / w, static_cast<float>(canvas.height) / h);
    const Placement covering{scale,
                             scale,
                             {0.5f * (static_cast<float>(canvas.width) - scale * w),
                              0.5f * (static_cast<float>(canvas.height) - scale * h)}};
    return placed(layer_of(plate, {}), covering, canvas, true, workers).colour;
}

Image<Rgb> air_backdrop(const Image<Rgb>& plate, Size canvas, const ThreadPool& workers) {
    const Image<Rgb> small = resized(plate, with_long_side(plate.size(), kAirSide));
    return photograph_backdrop(blurred(small, kAirBlur * kAirSide), canvas, workers);
}

}  // namespace allaprima
