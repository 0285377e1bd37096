#include "planning/level.h"

#include <algorithm>

#include "image/filters.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

constexpr int kMostLevels = 4;
constexpr int kSmallestLevelSide = 32;

/// Mean of two by two pixels; the last row and column of an odd picture stand for themselves.
template <typename T>
Image<T> halved(const Image<T>& source) {
    Image<T> half({(source.width() + 1) / 2, (source.height() + 1) / 2});
    for (int y = 0; y < half.height(); ++y)
        for (int x = 0; x < half.width(); ++x) {
            const int x1 = std::min(2 * x + 1, source.width() - 1),
                      y1 = std::min(2 * y + 1, source.height() - 1);
            half.at(x, y) =
                (source.at(2 * x, 2 * y) + source.at(x1, 2 * y) + source.at(2 * x, y1) + source.at(x1, y1)) *
                0.25f;
        }
    return half;
}

}  // namespace

int level_count(Size size) {
    int count = 1;
    while (count < kMostLevels && std::min(size.width, size.height) >> count >= kSmallestLevelSide)
        ++count;
    return count;
}

Image<float> weight_of(const CloseView& view, const Image<float>& focus) {
    Image<float> weight(view.colour.size());
    const Vec2 corner{static_cast<float>(view.area.x0), static_cast<float>(view.area.y0)};
    const float pixel = 1.0f / static_cast<float>(view.finer);
    for (int y = 0; y < weight.height(); ++y)
        for (int x = 0; x < weight.width(); ++x)
            weight.at(x, y) = sampled(
                focus, corner + Vec2{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f} * pixel);
    return weight;
}

Level level_of(const CloseView& view, const Reference& reference, const Image<float>& focus,
               const ThreadPool& workers) {
    Image<float> weight = weight_of(view, focus);
    Objective objective(view.colour, weight, reference.ground, workers);
    return {view.colour, std::move(weight), structure_of(view.colour),
            reference.size().long_side() * view.finer, std::move(objective)};
}

std::vector<Level> make_levels(const Reference& reference, const Study& study, const ThreadPool& workers) {
    std::vector<Level> levels;
    levels.push_back({reference.colour, study.focus, study.structure, reference.size().long_side(),
                      Objective(reference.colour, study.focus, reference.ground, workers)});
    while (static_cast<int>(levels.size()) < level_count(reference.size())) {
        const Level& finer = levels.back();
        Image<Rgb> target = halved(finer.target);
        Image<float> weight = halved(finer.weight);
        Structure structure{halved(finer.structure.xx), halved(finer.structure.xy),
                            halved(finer.structure.yy)};
        Objective objective(target, weight, reference.ground, workers);
        const int long_side = target.size().long_side();
        levels.push_back(
            {std::move(target), std::move(weight), std::move(structure), long_side, std::move(objective)});
    }
    return levels;
}

}  // namespace allaprima
