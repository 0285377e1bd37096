#include "revealing/tile_pyramid.h"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <cmath>
#include <filesystem>

#include "base/test_folder.h"
#include "image/colour.h"
#include "pictures/read_photo.h"
#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

TEST(TilePyramid, TheFirstLevelFitsOnATileAndEachNextIsTwiceAsLarge) {
    for (const Size whole : {Size{1, 1}, Size{256, 256}, Size{257, 10}, Size{10, 513}, Size{4096, 3001}}) {
        const int levels = zoom_levels(whole);
        EXPECT_LE(size_at_level(whole, 0).long_side(), kTileSide);
        EXPECT_EQ(size_at_level(whole, levels - 1), whole);
        for (int level = 1; level < levels; ++level) {
            const Size small = size_at_level(whole, level - 1), large = size_at_level(whole, level);
            EXPECT_EQ(small.width, (large.width + 1) / 2);
            EXPECT_EQ(small.height, (large.height + 1) / 2);
            EXPECT_GT(large.long_side(), kTileSide);
        }
    }
}

/// Puts the tiles of a level together again.
Image<Rgb> assembled(const std::string& folder, int level, Size size) {
    Image<Rgb> picture(size);
    for (int row = 0; row * kTileSide < size.height; ++row)
        for (int column = 0; column * kTileSide < size.width; ++column) {
            const Result<Photo> tile = read_photo(fmt::format("{}/{}/{}-{}.jpg", folder, level, column, row));
            EXPECT_TRUE(tile.ok());
            if (!tile)
                return picture;
            EXPECT_EQ(tile->size().width, std::min(kTileSide, size.width - column * kTileSide));
            EXPECT_EQ(tile->size().height, std::min(kTileSide, size.height - row * kTileSide));
            for (int y = 0; y < tile->size().height; ++y)
                for (int x = 0; x < tile->size().width; ++x)
                    picture.at(column * kTileSide + x, row * kTileSide + y) =
                        srgb_from_linear(tile->colour.at(x, y));
        }
    return picture;
}

TEST(TilePyramid, TilesPutTogetherAreTheRenderingAtEachLevel) {
    const testing::TestFolder folder;
    const Plan plan = testing::busy_plan(30);
    RenderSettings settings{.size = {300, 225}, .light = {}};
    SilentObserver silent;
    ASSERT_TRUE(write_tiles(plan, settings, folder.at(""), ThreadPool(1), silent).ok());
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"0", "1"}));
    for (int level = 0; level < 2; ++level) {
        settings.size = size_at_level({300, 225}, level);
        const Picture expected = render_picture(plan, settings, ThreadPool(1));
        const Image<Rgb> found = assembled(folder.at(""), level, settings.size);
        double squares = 0.0;
        for (size_t i = 0; i < found.pixels().size(); ++i) {
            const Rgb off = found.pixels()[i] - expected.colour.pixels()[i];
            squares += off.r * off.r + off.g * off.g + off.b * off.b;
        }
        EXPECT_LT(std::sqrt(squares / (3.0 * static_cast<double>(found.pixels().size()))), 0.02) << level;
    }
}

}  // namespace
}  // namespace allaprima
