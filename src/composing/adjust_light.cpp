#include "composing/adjust_light.h"

#include <algorithm>
#include <cmath>

#include "image/cie.h"

namespace allaprima {
namespace {

constexpr double kUsualKelvin = 6504.0;
constexpr double kFurthestMired = 90.0;
constexpr float kKnee = 0.5f;

/// Daylight of a correlated colour temperature, 4000 K to 25000 K (CIE 15:2004, 3.1).
Xyz daylight(double kelvin) {
    const double t = 1e3 / kelvin;
    const double x = kelvin <= 7000.0 ? 0.244063 + t * (0.09911 + t * (2.9678 - t * 4.6070))
                                      : 0.237040 + t * (0.24748 + t * (1.9018 - t * 2.0064));
    const double y = -0.275 + x * (2.870 - x * 3.000);
    return {static_cast<float>(x / y), 1.0f, static_cast<float>((1.0 - x - y) / y)};
}

/// Sees a colour under another daylight.
class Warming {
  public:
    explicit Warming(float warmth)
        : to_(daylight(1e6 / (1e6 / kUsualKelvin + kFurthestMired * static_cast<double>(warmth)))),
          changes_(warmth != 0.0f) {}

    Rgb operator()(Rgb light) const {
        return changes_ ? linear_srgb_from_xyz(adapted(xyz_from_linear_srgb(light), from_, to_)) : light;
    }

  private:
    Xyz from_ = daylight(kUsualKelvin), to_;
    bool changes_;
};

float largest(Rgb light) {
    return std::max({light.r, light.g, light.b});
}

}  // namespace

void adjust_light(Image<Rgb>& light, float stops, float warmth) {
    if (stops == 0.0f && warmth == 0.0f)
        return;
    const Warming warmed(warmth);
    const float gain = std::exp2(stops);
    const float peak = gain * largest(warmed({1.0f, 1.0f, 1.0f}));
    const float bend = peak > 1.0f ? 1.0f / (1.0f - kKnee) - 1.0f / (peak - kKnee) : 0.0f;
    for (Rgb& pixel : light.pixels()) {
        pixel = warmed(pixel) * gain;
        if (const float over = largest(pixel) - kKnee; bend > 0.0f && over > 0.0f)
            pixel = pixel * ((kKnee + over / (1.0f + over * bend)) / (kKnee + over));
    }
}

}  // namespace allaprima
