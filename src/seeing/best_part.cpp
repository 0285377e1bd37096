#include "seeing/best_part.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace allaprima {
namespace {

/// How much less a part at the picture's border is worth than the same in its middle.
constexpr double kLean = 0.02;

/// What matters most counts more than much that matters little.
double worth_of(float interest) {
    return static_cast<double>(interest) * interest;
}

/// What matters counts where it lies within the part, and the less the nearer it comes to its border.
double worth_from(const std::vector<double>& worth, size_t first, size_t count) {
    double sum = 0.0;
    for (size_t i = 0; i < count; ++i) {
        const double off = (2.0 * static_cast<double>(i) + 1.0) / static_cast<double>(count) - 1.0;
        sum += worth[first + i] * (1.0 - off * off * off * off);
    }
    return sum;
}

/// Where the part begins along one side, as a share of it. @param worth of each row or column.
float best_beginning(const std::vector<double>& worth, float kept) {
    const auto all = static_cast<double>(worth.size());
    const auto count = static_cast<size_t>(std::clamp(std::round(kept * all), 1.0, all));
    const size_t last = worth.size() - count;
    if (last == 0)
        return 0.5f * (1.0f - kept);
    size_t best = 0;
    double most = -1.0;
    for (size_t first = 0; first <= last; ++first) {
        const double off = 2.0 * static_cast<double>(first) / static_cast<double>(last) - 1.0;
        const double found = worth_from(worth, first, count) * (1.0 - kLean * off * off);
        if (found > most) {
            most = found;
            best = first;
        }
    }
    return (1.0f - kept) * static_cast<float>(best) / static_cast<float>(last);
}

}  // namespace

ShareRect best_part(const Image<float>& interest, Vec2 kept) {
    std::vector<double> columns(static_cast<size_t>(interest.width())),
        rows(static_cast<size_t>(interest.height()));
    for (int y = 0; y < interest.height(); ++y)
        for (int x = 0; x < interest.width(); ++x) {
            const double worth = worth_of(interest.at(x, y));
            columns[static_cast<size_t>(x)] += worth;
            rows[static_cast<size_t>(y)] += worth;
        }
    return {best_beginning(columns, kept.x), best_beginning(rows, kept.y), kept.x, kept.y};
}

}  // namespace allaprima
