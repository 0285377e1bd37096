#include "planning/level.h"

#include <algorithm>

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

std::vector<Level> make_levels(const Reference& reference, const Study& study, const ThreadPool& workers) {
    std::vector<Level> levels;
    levels.push_back({reference.colour, study.focus, study.structure,
                      Objective(reference.colour, study.focus, reference.ground, workers)});
    while (static_cast<int>(levels.size()) < level_count(reference.size())) {
        const Level& finer = levels.back();
        Image<Rgb> target = halved(finer.target);
        Image<float> weight = halved(finer.weight);
        Structure structure{halved(finer.structure.xx), halved(finer.structure.xy),
                            halved(finer.structure.yy)};
        Objective objective(target, weight, reference.ground, workers);
        levels.push_back({std::move(target), std::move(weight), std::move(structure), std::move(objective)});
    }
    return levels;
}

}  // namespace allaprima
