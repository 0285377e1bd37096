#include "retouching/connected_boxes.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

Image<float> drawn(const std::vector<std::string>& rows) {
    Image<float> map({static_cast<int>(rows.front().size()), static_cast<int>(rows.size())});
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x)
            map.at(x, y) = rows[static_cast<size_t>(y)][static_cast<size_t>(x)] == '#' ? 1.0f : 0.2f;
    return map;
}

TEST(ConnectedBoxes, OneAroundEachPartFromTheTop) {
    EXPECT_EQ(connected_boxes(drawn({"....##", "....#.", "......", "##....", ".#...."}), 0.5f),
              (std::vector<PixelRect>{{4, 0, 6, 2}, {0, 3, 2, 5}}));
    EXPECT_TRUE(connected_boxes(drawn({"....", "...."}), 0.5f).empty());
    EXPECT_EQ(connected_boxes(drawn({"....", "...."}), 0.1f), (std::vector<PixelRect>{{0, 0, 4, 2}}));
}

TEST(ConnectedBoxes, PartsWhoseBoxesOverlapAreOne) {
    EXPECT_EQ(connected_boxes(drawn({"#####", "#....", "#.##.", "#...."}), 0.5f),
              (std::vector<PixelRect>{{0, 0, 5, 4}}));
    // The third joins two that were apart.
    EXPECT_EQ(connected_boxes(drawn({"#...#", "#...#", ".....", "#####"}), 0.5f).size(), 3u);
    EXPECT_EQ(connected_boxes(drawn({"#.#.#", "#.#.#", "#...#", "#####"}), 0.5f).size(), 1u);
}

}  // namespace
}  // namespace allaprima
