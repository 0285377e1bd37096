#include "planning/solve_colours.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

/// One number for each channel of each stroke.
using Colours = std::vector<double>;

double dot(const Colours& a, const Colours& b) {
    double sum = 0.0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

Colours colours_of(const std::vector<DraftStroke>& strokes) {
    Colours colours;
    for (const DraftStroke& s : strokes)
        colours.insert(colours.end(), {s.colour.r, s.colour.g, s.colour.b});
    return colours;
}

void set_colours(std::vector<DraftStroke>& strokes, const Colours& colours) {
    for (size_t i = 0; i < strokes.size(); ++i)
        strokes[i].colour = {static_cast<float>(colours[3 * i]), static_cast<float>(colours[3 * i + 1]),
                             static_cast<float>(colours[3 * i + 2])};
}

/// Half the gradient of the damped squared error by the colours. It is affine in them.
class HalfGradient {
  public:
    HalfGradient(std::vector<DraftStroke>& strokes, Objective& objective, double damping,
                 std::span<const char> those)
        : strokes_(strokes),
          objective_(objective),
          damping_(damping),
          those_(those),
          first_(colours_of(strokes)) {}

    Colours at(const Colours& colours) {
        set_colours(strokes_, colours);
        const Evaluation evaluation =
            objective_.evaluate(strokes_, TileWork::ColourGradient, nullptr, those_);
        Colours half(colours.size());
        for (size_t i = 0; i < strokes_.size(); ++i) {
            if (!those_.empty() && !those_[i])
                continue;
            const Rgb g = evaluation.shares[i].gradient.colour;
            half[3 * i] = 0.5 * g.r;
            half[3 * i + 1] = 0.5 * g.g;
            half[3 * i + 2] = 0.5 * g.b;
        }
        for (size_t i = 0; i < half.size(); ++i)
            half[i] += damping_ * (colours[i] - first_[i]);
        return half;
    }

  private:
    std::vector<DraftStroke>& strokes_;
    Objective& objective_;
    double damping_;
    std::span<const char> those_;
    Colours first_;
};

}  // namespace

void solve_colours(std::vector<DraftStroke>& strokes, Objective& objective, int iterations, double damping,
                   std::span<const char> those) {
    Colours colours = colours_of(strokes);
    HalfGradient half_gradient(strokes, objective, damping, those);
    Colours residual = half_gradient.at(colours);
    for (double& r : residual)
        r = -r;
    Colours direction = residual;
    double energy = dot(residual, residual);
    const double enough = energy * 1e-8;
    for (int i = 0; i < iterations && energy > enough; ++i) {
        // The gradient is affine, so its change along the direction is the Hessian times the direction.
        Colours ahead = colours;
        for (size_t k = 0; k < ahead.size(); ++k)
            ahead[k] += direction[k];
        Colours curved = half_gradient.at(ahead);
        for (size_t k = 0; k < curved.size(); ++k)
            curved[k] += residual[k];
        const double step = energy / std::max(1e-30, dot(direction, curved));
        for (size_t k = 0; k < colours.size(); ++k) {
            colours[k] += step * direction[k];
            residual[k] -= step * curved[k];
        }
        const double next = dot(residual, residual);
        for (size_t k = 0; k < direction.size(); ++k)
            direction[k] = residual[k] + next / energy * direction[k];
        energy = next;
    }
    for (double& c : colours)
        c = std::clamp(c, 0.0, 1.0);
    set_colours(strokes, colours);
}

}  // namespace allaprima
