#include "plotting/plot_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/rng.h"

namespace allaprima {
namespace {

std::vector<PlotLine> random_lines(int count, uint64_t seed) {
    Rng rng(seed, 0);
    std::vector<PlotLine> lines;
    const auto anywhere = [&] { return Vec2{rng.between(0.0f, 400.0f), rng.between(0.0f, 300.0f)}; };
    for (int i = 0; i < count; ++i) {
        const Vec2 start = anywhere();
        lines.push_back({start, start + Vec2{rng.between(-9.0f, 9.0f), rng.between(-9.0f, 9.0f)},
                         static_cast<size_t>(i)});
    }
    return lines;
}

TEST(PlotOrder, DrawsEveryLineOnceAndTravelsLess) {
    SilentObserver observer;
    for (const int count : {1, 2, 7, 300}) {
        const std::vector<PlotLine> lines = random_lines(count, 3);
        const std::vector<PlotLine> order = in_plot_order(lines, observer);
        std::set<size_t> drawn;
        for (const PlotLine& line : order) {
            EXPECT_TRUE(drawn.insert(line.stroke).second);
            const PlotLine& given = lines[line.stroke];
            EXPECT_EQ(line.start, line.reversed ? given.end : given.start);
            EXPECT_EQ(line.end, line.reversed ? given.start : given.end);
        }
        EXPECT_EQ(drawn.size(), lines.size());
        EXPECT_LE(travel_of(order), travel_of(lines) + 1e-3);
    }
    const std::vector<PlotLine> many = random_lines(300, 3);
    EXPECT_LT(travel_of(in_plot_order(many, observer)), 0.12 * travel_of(many));
}

TEST(PlotOrder, FewLinesAreDrawnNearlyAsWellAsCanBe) {
    SilentObserver observer;
    double found = 0.0, best = 0.0;
    for (uint64_t seed = 0; seed < 20; ++seed) {
        std::vector<PlotLine> lines = random_lines(5, seed);
        found += travel_of(in_plot_order(lines, observer));
        std::ranges::sort(lines, {}, &PlotLine::stroke);
        double least = travel_of(lines);
        do {
            for (unsigned turned = 0; turned < 32; ++turned) {
                std::vector<PlotLine> trial = lines;
                for (size_t i = 0; i < trial.size(); ++i)
                    if (turned >> i & 1)
                        std::swap(trial[i].start, trial[i].end);
                least = std::min(least, travel_of(trial));
            }
        } while (std::next_permutation(lines.begin(), lines.end(), [](const PlotLine& a, const PlotLine& b) {
            return a.stroke < b.stroke;
        }));
        best += least;
    }
    EXPECT_LT(found, 1.1 * best);
}

TEST(PlotOrder, NoLinesAndLinesInOnePlaceAreInOrder) {
    SilentObserver observer;
    EXPECT_TRUE(in_plot_order({}, observer).empty());
    const std::vector<PlotLine> same(50, {{3.0f, 3.0f}, {3.0f, 3.0f}, 0});
    EXPECT_EQ(in_plot_order(same, observer).size(), 50u);
}

}  // namespace
}  // namespace allaprima
