#include "planning/hand_direction.h"

#include <gtest/gtest.h>

#include <cmath>

#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Upright stripes everywhere.
Structure upright() {
    const Size size{96, 96};
    return {Image<float>(size, 1.0f), Image<float>(size, 0.0f), Image<float>(size, 0.0f)};
}

double mean_coherence(const Structure& structure, float sigma) {
    const Structure broad = smoothed(structure, sigma);
    double sum = 0.0;
    for (int y = 0; y < 96; ++y)
        for (int x = 0; x < 96; ++x)
            sum += flow_at(broad, x, y).coherence;
    return sum / (96.0 * 96.0);
}

TEST(HandDirection, WithoutWaverEveryDirectionStays) {
    EXPECT_EQ(led_by(upright(), {}, 6.0f, 1).xx, upright().xx);
    EXPECT_EQ(led_by(upright(), {}, 6.0f, 1).xy, upright().xy);
}

TEST(HandDirection, WaverPartsNeighboursAndKeepsTheirStrength) {
    const Structure little = led_by(upright(), {.waver = 15.0f}, 6.0f, 1),
                    much = led_by(upright(), {.waver = 45.0f}, 6.0f, 1);
    EXPECT_LT(mean_coherence(little, 12.0f), 0.95);
    EXPECT_LT(mean_coherence(much, 12.0f), mean_coherence(little, 12.0f) - 0.2);
    EXPECT_GT(mean_coherence(much, 0.5f), 0.9) << "each place still has its own direction";
    for (size_t i = 0; i < much.xx.pixels().size(); ++i)
        ASSERT_NEAR(much.xx.pixels()[i] + much.yy.pixels()[i], 1.0f, 1e-4f);
}

TEST(HandDirection, BroadEddiesAreMoreCoherent) {
    const Structure even{Image<float>({96, 96}, 1e-3f), Image<float>({96, 96}, 0.0f),
                         Image<float>({96, 96}, 1e-3f)};
    const Structure small = led_by(even, {.swirl = 5.0f, .eddy = 1.0f}, 4.0f, 1),
                    broad = led_by(even, {.swirl = 5.0f, .eddy = 4.0f}, 4.0f, 1);
    EXPECT_GT(mean_coherence(broad, 6.0f), mean_coherence(small, 6.0f) + 0.1);
}

}  // namespace
}  // namespace allaprima
