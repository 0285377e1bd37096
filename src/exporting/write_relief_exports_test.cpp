#include "exporting/write_relief_exports.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "exporting/sample_painting.h"
#include "image/colour.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;
using testing::exported;
using testing::sample_painting;
using testing::sized;

/// The second byte after the size in a PNG's header tells the depth, and the next one the colours.
std::pair<int, int> depth_and_colours(const std::string& png) {
    return {png.at(24), png.at(25)};
}

TEST(ReliefExports, HeightsAreThoseOfTheReliefToAStepOf16Bits) {
    const testing::TestFolder folder;
    const Painting painting = sample_painting();
    const std::string path = folder.at("a.height.png");
    ASSERT_TRUE(exported(kHeightMap, painting, path, sized({40, 30})).ok());
    EXPECT_EQ(depth_and_colours(bytes_of_file(path)), (std::pair{16, 0})) << "16 bits of grey";
    const Picture relief = render_picture(*painting.plan, sized({40, 30}, Finish::Relief), ThreadPool(1));
    const Result<Photo> read = read_photo(path);
    ASSERT_TRUE(read.ok());
    // Without a profile it is read as sRGB, and so is turned back.
    for (size_t i = 0; i < relief.colour.pixels().size(); ++i)
        EXPECT_NEAR(srgb_from_linear(read->colour.pixels()[i].r), relief.colour.pixels()[i].r, 3e-5f);
}

TEST(ReliefExports, NormalsAreOfLengthOne) {
    const testing::TestFolder folder;
    const std::string path = folder.at("a.normal.png");
    ASSERT_TRUE(exported(kNormalMap, sample_painting(), path, sized({40, 30})).ok());
    EXPECT_EQ(depth_and_colours(bytes_of_file(path)), (std::pair{16, 2})) << "16 bits of RGB";
    const Result<Photo> read = read_photo(path);
    ASSERT_TRUE(read.ok());
    for (const Rgb& pixel : read->colour.pixels()) {
        const Rgb n = srgb_from_linear(pixel) * 2.0f - Rgb{1.0f, 1.0f, 1.0f};
        EXPECT_NEAR(n.r * n.r + n.g * n.g + n.b * n.b, 1.0f, 1e-3f);
    }
}

TEST(ReliefExports, TheSolidHasTheCanvassSidesInMillimetres) {
    const testing::TestFolder folder;
    const Painting painting = sample_painting();
    ASSERT_TRUE(exported(kReliefSolid, painting, folder.at("a.stl"), sized({40, 30})).ok());
    const std::string stl = bytes_of_file(folder.at("a.stl"));
    uint32_t triangles = 0;
    std::memcpy(&triangles, stl.data() + 80, 4);
    ASSERT_EQ(stl.size(), 84 + 50 * size_t{triangles});
    float lowest = 1e9f, highest = -1e9f;
    for (uint32_t t = 0; t < triangles; ++t)
        for (int corner = 1; corner <= 3; ++corner) {
            float x = 0.0f;
            std::memcpy(&x, stl.data() + 84 + 50 * size_t{t} + 12 * corner, 4);
            lowest = std::min(lowest, x);
            highest = std::max(highest, x);
        }
    // The points lie in the middle of the pixels.
    EXPECT_NEAR(highest - lowest, painting.plan->width_mm * 39.0f / 40.0f, 0.01f);
    EXPECT_TRUE(exported(kReliefSolid, painting, folder.at("b.stl"), sized({5000, 3750})).error().usage);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.stl"});
}

}  // namespace
}  // namespace allaprima
