#include "rendering/detail.h"

#include <algorithm>

namespace allaprima {
namespace {

/// Ordinary paintings cover their canvas 5 to 50 times.
constexpr double kMostCovered = 200.0;

/// The canvas's area, as often as the strokes would cover it side by side; what lies beyond it does not
/// count.
double times_covered(const Plan& plan) {
    const double canvas = static_cast<double>(plan.width_mm) * plan.height_mm;
    double sum = 0.0;
    for (const Stroke& stroke : plan.strokes) {
        const double width = std::max(stroke.width_start, stroke.width_end);
        sum += std::min(1.0, width * (width + most_way(stroke.path)) / canvas);
    }
    return sum;
}

}  // namespace

float detail_of(const Plan& plan) {
    return static_cast<float>(std::min(1.0, kMostCovered / std::max(1.0, times_covered(plan))));
}

}  // namespace allaprima
