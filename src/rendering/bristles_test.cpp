#include "rendering/bristles.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

Stroke broad_stroke() {
    Stroke stroke;
    stroke.path.points = {Vec2{0.0f, 0.0f}, Vec2{60.0f, 10.0f}, Vec2{120.0f, 0.0f}};
    stroke.width_start = stroke.width_end = 30.0f;
    stroke.paint.colour = {0.8f, 0.7f, 0.6f};
    stroke.seed = 5;
    return stroke;
}

struct Moments {
    double load = 0.0, low_quarter = 0.0, tint = 0.0, tint_spread = 0.0;
};

Moments measured(const BristleTracks& tracks, float length) {
    Moments sum;
    int count = 0;
    for (float across = -1.0f; across <= 1.0f; across += 0.011f)
        for (float along = 0.0f; along <= length; along += 0.7f, ++count) {
            const Track track = tracks.at(15.0f * across, 15.0f, along);
            sum.load += track.load;
            sum.low_quarter += track.load < 0.25f ? 1.0 : 0.0;
            sum.tint += track.light;
            sum.tint_spread += std::fabs(track.light);
        }
    return {sum.load / count, sum.low_quarter / count, sum.tint / count, sum.tint_spread / count};
}

TEST(BristleTracks, LoadsSpreadEvenlyAndTintsVanishOnAverage) {
    const Footprint footprint(broad_stroke(), 0.03f);
    for (uint64_t seed = 1; seed <= 20; ++seed) {
        Stroke stroke = broad_stroke();
        stroke.seed = seed;
        const Moments m = measured(BristleTracks(footprint, Brush{}, stroke, 0.1f), footprint.length());
        EXPECT_NEAR(m.load, 0.5, 0.04) << "seed " << seed;
        EXPECT_NEAR(m.low_quarter, 0.20, 0.10) << "seed " << seed;
        EXPECT_NEAR(m.tint, 0.0, 0.004) << "seed " << seed;
        EXPECT_GT(m.tint_spread, 0.002) << "seed " << seed;
    }
}

TEST(BristleTracks, AverageOutInCoarsePixels) {
    const Footprint footprint(broad_stroke(), 0.03f);
    const BristleTracks tracks(footprint, Brush{}, broad_stroke(), 10.0f);
    EXPECT_EQ(tracks.contrast, 0.0f);
    EXPECT_FLOAT_EQ(tracks.at(4.5f, 15.0f, 20.0f).load, 0.5f);
}

TEST(BristleTracks, BeyondTheBrushTheLastBristleCounts) {
    const Footprint footprint(broad_stroke(), 0.03f);
    const BristleTracks tracks(footprint, Brush{}, broad_stroke(), 0.1f);
    EXPECT_EQ(tracks.at(15.0f, 15.0f, 20.0f).load, tracks.at(135.0f, 15.0f, 20.0f).load);
    EXPECT_TRUE(std::isfinite(tracks.at(-1e9f, 15.0f, -1e9f).load));
}

}  // namespace
}  // namespace allaprima
