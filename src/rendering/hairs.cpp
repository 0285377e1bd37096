#include "rendering/hairs.h"

namespace allaprima {
namespace {

constexpr float hair_mm = 0.13f;
constexpr float finer = 3.1f;     // the second octave
constexpr float stretch = 40.0f;  // a hair's track stays alike this many times its width

}  // namespace

Hairs::Hairs(float pixel_mm)
    : noise_(0x4a17),
      coarse_share_(resolved_share(hair_mm, pixel_mm)),
      fine_share_(resolved_share(hair_mm / finer, pixel_mm)) {}

float Hairs::at(float across, float along) const {
    const float x = across * (1.0f / hair_mm), y = along * (1.0f / (hair_mm * stretch));
    float sum = coarse_share_ * (2.0f * noise_.at(x, y) - 1.0f);
    if (fine_share_ > 0.0f)
        sum += 0.6f * fine_share_ * (2.0f * noise_.at(x * finer, y * finer) - 1.0f);
    return sum;
}

}  // namespace allaprima
