#include "pictures/write_relief.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>

#include "base/test_folder.h"

namespace allaprima {
namespace {

struct Triangle {
    std::array<std::array<float, 3>, 4> points;  // The normal first.
};

std::vector<Triangle> triangles_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    uint32_t count = 0;
    std::memcpy(&count, bytes.data() + 80, sizeof count);
    EXPECT_EQ(bytes.size(), 84 + 50 * static_cast<size_t>(count));
    std::vector<Triangle> triangles(count);
    for (size_t i = 0; i < count; ++i)
        std::memcpy(&triangles[i], bytes.data() + 84 + 50 * i, sizeof(Triangle));
    return triangles;
}

TEST(WriteRelief, MakesAClosedSolidOfTheRightVolume) {
    const testing::TestFolder folder;
    Image<float> heights({5, 4}, 0.5f);
    heights.at(2, 1) = 1.5f;
    const std::string path = folder.at("relief.stl");
    ASSERT_TRUE(write_relief_model(path, heights, 2.0f, false).ok());

    // In a closed solid every edge is passed once in each direction; its volume is a sum over its triangles.
    std::map<std::array<float, 6>, int> edges;
    double volume = 0.0;
    for (const Triangle& t : triangles_of(path)) {
        for (size_t k = 1; k <= 3; ++k) {
            const auto& a = t.points[k];
            const auto& b = t.points[k % 3 + 1];
            ++edges[{a[0], a[1], a[2], b[0], b[1], b[2]}];
            --edges[{b[0], b[1], b[2], a[0], a[1], a[2]}];
        }
        const auto& [n, a, b, c] = t.points;
        volume += (a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) +
                   a[2] * (b[0] * c[1] - b[1] * c[0])) /
                  6.0;
        EXPECT_NEAR(n[0] * n[0] + n[1] * n[1] + n[2] * n[2], 1.0, 1e-5);
    }
    for (const auto& [edge, balance] : edges)
        EXPECT_EQ(balance, 0);
    // A plate of 8 × 6 × 1.5 mm and a peak of 1 mm: six triangles meet there, each a third of its prism.
    EXPECT_NEAR(volume, 8.0 * 6.0 * 1.5 + 6.0 * 2.0 * 1.0 / 3.0, 1e-3);
}

TEST(WriteRelief, KnowsItsEnding) {
    EXPECT_TRUE(is_relief_model("a/b.STL"));
    EXPECT_FALSE(is_relief_model("stl.png"));
}

}  // namespace
}  // namespace allaprima
