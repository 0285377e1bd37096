#include "rendering/noise_table.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

TEST(CellOf, IsTheWholeNumberBelow) {
    for (float x : {-3.0f, -2.5f, -0.25f, 0.0f, 0.75f, 4.0f, 1e6f})
        EXPECT_EQ(cell_of(x), static_cast<int>(std::floor(x))) << x;
}

TEST(NoiseTable, JoinsLatticeValuesSmoothlyAndGoesRound) {
    const NoiseTable noise(5);
    EXPECT_EQ(noise.at(3.0f, 7.0f), lattice_value(5, 3, 7));
    const float middle = 0.5f * (lattice_value(5, 3, 7) + lattice_value(5, 4, 7));
    EXPECT_NEAR(noise.at(3.5f, 7.0f), middle, 1e-6f);
    EXPECT_EQ(noise.at(-0.5f, 2.0f), noise.at(NoiseTable::kPeriod - 0.5f, 2.0f));
    EXPECT_NEAR(noise.at(9.999f, 1.5f), noise.at(10.001f, 1.5f), 0.001f);
}

}  // namespace
}  // namespace allaprima
