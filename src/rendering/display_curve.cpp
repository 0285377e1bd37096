#include "rendering/display_curve.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "image/colour.h"

namespace allaprima {
namespace {

/// A function of 0 … 1 in steps, joined by straight lines.
class Curve {
  public:
    template <typename Function>
    explicit Curve(const Function& f) {
        for (size_t i = 0; i < values_.size(); ++i)
            values_[i] = f(static_cast<float>(i) / kSteps);
    }
    float operator()(float x) const {
        const float at = std::clamp(x, 0.0f, 1.0f) * kSteps;
        const size_t i = std::min(static_cast<size_t>(at), values_.size() - 2);
        return values_[i] + (values_[i + 1] - values_[i]) * (at - static_cast<float>(i));
    }

  private:
    static constexpr float kSteps = 2048.0f;
    std::array<float, 2049> values_{};
};

}  // namespace

Rgb quickly_linear(Rgb encoded) {
    static const Curve curve([](float v) { return linear_from_srgb(v); });
    return {curve(encoded.r), curve(encoded.g), curve(encoded.b)};
}

Rgb quickly_encoded(Rgb linear) {
    // Tabulated over the square root, where it is nearly straight.
    static const Curve curve([](float root) { return srgb_from_linear(root * root); });
    auto channel = [&](float v) { return curve(std::sqrt(std::max(v, 0.0f))); };
    return {channel(linear.r), channel(linear.g), channel(linear.b)};
}

}  // namespace allaprima
