#include "exporting/mirrored_bleed.h"

#include <gtest/gtest.h>

#include <vector>

namespace allaprima {
namespace {

/// Each pixel tells where it stands.
Image<Rgb> numbered(Size size) {
    Image<Rgb> picture(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            picture.at(x, y) = {static_cast<float>(x), static_cast<float>(y), 0.0f};
    return picture;
}

/// Gives the picture in bands of so many rows.
std::vector<std::vector<Rgb>> surrounded(const Image<Rgb>& picture, int border, int band) {
    std::vector<std::vector<Rgb>> rows;
    MirroredBleed bleed(picture.size(), border, [&](std::span<const Rgb> row) {
        rows.emplace_back(row.begin(), row.end());
        return Status(Done{});
    });
    for (int first = 0; first < picture.height(); first += band) {
        Image<Rgb> part({picture.width(), std::min(band, picture.height() - first)});
        for (int y = 0; y < part.height(); ++y)
            std::copy_n(picture.row(first + y).begin(), picture.width(), part.row(y).begin());
        EXPECT_TRUE(bleed.add(part).ok());
    }
    return rows;
}

TEST(MirroredBleed, PlacesBeyondTheEndsShowWhatAMirrorThereDoes) {
    const std::vector<int> expected{2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0};
    for (int place = -4; place <= 6; ++place)
        EXPECT_EQ(mirrored(place, 3), expected[static_cast<size_t>(place + 4)]) << place;
    EXPECT_EQ(mirrored(-1000000, 1), 0);
}

TEST(MirroredBleed, SurroundsAPictureWhateverTheBandsAreThatItComesIn) {
    for (const Size size : {Size{5, 7}, Size{3, 2}, Size{1, 1}})
        for (const int border : {0, 1, 2, 6})
            for (const int band : {1, 3, 100}) {
                const auto rows = surrounded(numbered(size), border, band);
                ASSERT_EQ(rows.size(), static_cast<size_t>(size.height + 2 * border));
                for (int y = 0; y < size.height + 2 * border; ++y)
                    for (int x = 0; x < size.width + 2 * border; ++x) {
                        const Rgb found = rows[static_cast<size_t>(y)].at(static_cast<size_t>(x));
                        EXPECT_EQ(found.r, static_cast<float>(mirrored(x - border, size.width)));
                        EXPECT_EQ(found.g, static_cast<float>(mirrored(y - border, size.height)));
                    }
            }
}

}  // namespace
}  // namespace allaprima
