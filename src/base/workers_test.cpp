#include "base/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "base/rng.h"

namespace allaprima {
namespace {

TEST(Workers, EveryIndexComesExactlyOnce) {
    for (int threads : {0, 1, 2, 7})
        for (size_t count : {size_t{0}, size_t{1}, size_t{2}, size_t{1000}}) {
            std::vector<std::atomic<int>> visits(count);
            Workers(threads).parallel_for(count, [&](size_t i) { ++visits[i]; });
            for (size_t i = 0; i < count; ++i)
                EXPECT_EQ(visits[i], 1)
                    << "index " << i << " of " << count << " on " << threads << " threads";
        }
}

TEST(Workers, SameResultsOnAnyNumberOfThreads) {
    auto draw = [](int threads) {
        std::vector<float> values(5000);
        Workers(threads).parallel_for(values.size(), [&](size_t i) { values[i] = Rng(11, i).unit(); });
        return values;
    };
    const std::vector<float> alone = draw(1);
    EXPECT_EQ(draw(2), alone);
    EXPECT_EQ(draw(8), alone);
}

TEST(Workers, AskedForThreadsAreGiven) {
    EXPECT_EQ(Workers(1).threads(), 1);
    EXPECT_EQ(Workers(3).threads(), 3);
    EXPECT_GE(Workers().threads(), 1);
}

TEST(Workers, ReturnsOnlyWhenAllIsDone) {
    const Workers workers(4);
    for (int round = 0; round < 50; ++round) {
        std::atomic<int> done = 0;
        workers.parallel_for(64, [&](size_t) { ++done; });
        ASSERT_EQ(done, 64);
    }
}

TEST(Workers, WorkInsideWorkFinishes) {
    const Workers workers(2);
    std::atomic<int> done = 0;
    workers.parallel_for(8, [&](size_t) { workers.parallel_for(8, [&](size_t) { ++done; }); });
    EXPECT_EQ(done, 64);
}

}  // namespace
}  // namespace allaprima
