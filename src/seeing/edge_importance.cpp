#include "seeing/edge_importance.h"

#include <algorithm>
#include <cmath>

#include "image/cie.h"

namespace allaprima {
namespace {

/// The difference across an edge, in L*a*b*, at which it is kept for certain where the picture counts its
/// mean.
constexpr float kCertainContrast = 40.0f;
/// Of an edge's place, sixteen times the weight counts as twice the contrast.
constexpr float kFocusPower = 0.25f;

}  // namespace

Image<float> edge_importance(const Image<Rgb>& picture, const Image<float>& focus) {
    Image<Lab> lab(picture.size());
    std::ranges::transform(picture.pixels(), lab.pixels().begin(), lab_of_srgb);
    Image<float> importance(picture.size());
    const int right = picture.width() - 1, bottom = picture.height() - 1;
    for (int y = 0; y <= bottom; ++y)
        for (int x = 0; x <= right; ++x) {
            auto difference = [](const Lab& a, const Lab& b) {
                return std::hypot(a.lightness - b.lightness, a.a - b.a, a.b - b.b);
            };
            const float across = difference(lab.at(std::max(0, x - 1), y), lab.at(std::min(right, x + 1), y));
            const float down = difference(lab.at(x, std::max(0, y - 1)), lab.at(x, std::min(bottom, y + 1)));
            const float contrast = std::hypot(across, down) / kCertainContrast;
            importance.at(x, y) = std::min(1.0f, contrast * std::pow(focus.at(x, y), kFocusPower));
        }
    return importance;
}

}  // namespace allaprima
