#include "base/rng.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

namespace allaprima {
namespace {

TEST(Rng, SameSeedAndStreamGiveTheSameNumbers) {
    Rng first(7, 3), second(7, 3);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(first.bits(), second.bits()) << "draw " << i;
}

// Plans made on one machine must come out alike on another and in years to come.
TEST(Rng, ItsNumbersNeverChange) {
    EXPECT_EQ(scramble(0), 0xe220a8397b1dcdafULL) << "first output of SplitMix64 from the state 0";
    EXPECT_EQ(scramble(0x9e3779b97f4a7c15ULL), 0x6e789e6aa1b965f4ULL) << "its second output";
}

TEST(Rng, NeighbouringSeedsAndStreamsShareNothing) {
    std::set<uint64_t> seen;
    for (uint64_t seed = 0; seed < 50; ++seed)
        for (uint64_t stream = 0; stream < 50; ++stream)
            seen.insert(Rng(seed, stream).bits());
    EXPECT_EQ(seen.size(), 2500u);
}

TEST(Rng, UnitNumbersFillTheIntervalEvenly) {
    constexpr int kDraws = 100000, kBins = 10;
    std::array<int, kBins> counts{};
    Rng rng(1, 0);
    for (int i = 0; i < kDraws; ++i) {
        const float v = rng.unit();
        ASSERT_GE(v, 0.0f);
        ASSERT_LT(v, 1.0f);
        ++counts[static_cast<size_t>(v * kBins)];
    }
    // Five standard deviations of a binomial count.
    const double slack = 5.0 * std::sqrt(kDraws * 0.1 * 0.9);
    for (int count : counts)
        EXPECT_NEAR(count, kDraws * 0.1, slack);
}

TEST(Rng, UnitNumbersOfSuccessiveStreamsAreUncorrelated) {
    constexpr int kStreams = 20000;
    double product = 0.0;
    for (uint64_t s = 0; s < kStreams; ++s)
        product += (Rng(5, s).unit() - 0.5) * (Rng(5, s + 1).unit() - 0.5);
    EXPECT_LT(std::fabs(product / kStreams), 5.0 / 12.0 / std::sqrt(kStreams));
}

TEST(Rng, LargestBitsStayBelowOne) {
    EXPECT_LT(unit_float(~0ULL), 1.0f);
    EXPECT_EQ(unit_float(0), 0.0f);
}

TEST(Rng, BetweenKeepsItsBounds) {
    Rng rng(2, 9);
    for (int i = 0; i < 10000; ++i) {
        const float v = rng.between(-3.0f, 5.0f);
        ASSERT_GE(v, -3.0f);
        ASSERT_LE(v, 5.0f);
    }
}

}  // namespace
}  // namespace allaprima
