#include "seeing/study_reference.h"

#include <algorithm>
#include <cmath>

#include "image/filters.h"

namespace allaprima {

Structure structure_of(const Image<Rgb>& picture) {
    const Size size = picture.size();
    Structure s{Image<float>(size), Image<float>(size), Image<float>(size)};
    auto pixel = [&](int x, int y) {
        return picture.at(std::clamp(x, 0, size.width - 1), std::clamp(y, 0, size.height - 1));
    };
    auto product = [](Rgb a, Rgb b) { return a.r * b.r + a.g * b.g + a.b * b.b; };
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Rgb across = pixel(x + 1, y) - pixel(x - 1, y);
            const Rgb down = pixel(x, y + 1) - pixel(x, y - 1);
            s.xx.at(x, y) = product(across, across);
            s.xy.at(x, y) = product(across, down);
            s.yy.at(x, y) = product(down, down);
        }
    return s;
}

namespace {

/// Errors count as far as a pixel belongs to the subject, of which the mean is 1.
void count_within(const Image<float>& alpha, Image<float>& focus) {
    double sum = 0.0, area = 0.0;
    for (size_t i = 0; i < focus.pixels().size(); ++i) {
        focus.pixels()[i] *= alpha.pixels()[i];
        sum += focus.pixels()[i];
        area += alpha.pixels()[i];
    }
    if (sum <= 0.0)
        return;
    for (float& weight : focus.pixels())
        weight *= static_cast<float>(area / sum);
}

}  // namespace

Study study_reference(const Reference& reference, Sights sight, const FocusWishes& wishes,
                      Image<float> figure, const Image<Rgb>* seen) {
    Study study;
    study.structure = structure_of(reference.colour);
    study.focus = focus_map(seen ? *seen : reference.colour, sight, figure, wishes);
    if (!reference.alpha.empty())
        count_within(reference.alpha, study.focus);
    study.faces = std::move(sight.faces);
    study.others = std::move(sight.others);
    study.figure = std::move(figure);
    return study;
}

Structure smoothed(const Structure& structure, float sigma) {
    Structure s{blurred(structure.xx, sigma), blurred(structure.xy, sigma), blurred(structure.yy, sigma)};
    // Running sums leave rounding errors where nothing is; energies cannot be negative.
    for (Image<float>* energy : {&s.xx, &s.yy})
        for (float& value : energy->pixels())
            value = std::max(0.0f, value);
    return s;
}

Flow flow_at(const Structure& structure, int x, int y) {
    const float xx = structure.xx.at(x, y), xy = structure.xy.at(x, y), yy = structure.yy.at(x, y);
    const float strength = std::hypot(xx - yy, 2.0f * xy);
    // The gradient turns by half the angle of the tensor; the form runs at a right angle to it.
    const float gradient = 0.5f * std::atan2(2.0f * xy, xx - yy);
    return {{-std::sin(gradient), std::cos(gradient)}, strength / (xx + yy + 1e-6f)};
}

}  // namespace allaprima
