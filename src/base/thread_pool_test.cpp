#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "base/rng.h"

namespace allaprima {
namespace {

/// Whether so many pieces of work are ever under way at once: each waits for the others, and gives up after a
/// time that nothing but a missing thread takes.
bool work_side_by_side(const ThreadPool& workers, size_t count) {
    constexpr std::chrono::seconds kPatience{20};
    std::mutex mutex;
    std::condition_variable all_there;
    size_t there = 0;
    bool met = false, given_up = false;
    workers.parallel_for(count, [&](size_t) {
        std::unique_lock lock(mutex);
        met = met || ++there == count;
        all_there.notify_all();
        given_up = given_up || !all_there.wait_for(lock, kPatience, [&] { return met || given_up; });
        --there;
    });
    return met;
}

/// The most pieces of work that were under way at once.
int most_at_once(const ThreadPool& workers) {
    std::atomic<int> now = 0, most = 0;
    workers.parallel_for(200, [&](size_t) {
        const int running = ++now;
        for (int seen = most; seen < running && !most.compare_exchange_weak(seen, running);) {
        }
        std::this_thread::yield();
        --now;
    });
    return most;
}

TEST(ThreadPool, EveryIndexComesExactlyOnce) {
    for (int threads : {0, 1, 2, 7})
        for (size_t count : {size_t{0}, size_t{1}, size_t{2}, size_t{1000}}) {
            std::vector<std::atomic<int>> visits(count);
            ThreadPool(threads).parallel_for(count, [&](size_t i) { ++visits[i]; });
            for (size_t i = 0; i < count; ++i)
                EXPECT_EQ(visits[i], 1)
                    << "index " << i << " of " << count << " on " << threads << " threads";
        }
}

TEST(ThreadPool, SameResultsOnAnyNumberOfThreads) {
    auto draw = [](int threads) {
        std::vector<float> values(5000);
        ThreadPool(threads).parallel_for(values.size(), [&](size_t i) { values[i] = Rng(11, i).unit(); });
        return values;
    };
    const std::vector<float> alone = draw(1);
    EXPECT_EQ(draw(2), alone);
    EXPECT_EQ(draw(8), alone);
}

TEST(ThreadPool, AskedForThreadsAreGiven) {
    EXPECT_EQ(ThreadPool(1).threads(), 1);
    EXPECT_EQ(ThreadPool(3).threads(), 3);
    EXPECT_GE(ThreadPool().threads(), 1);
}

TEST(ThreadPool, SoManyWorkSideBySide) {
    EXPECT_TRUE(work_side_by_side(ThreadPool(2), 2));
    EXPECT_TRUE(work_side_by_side(ThreadPool(5), 5));
}

TEST(ThreadPool, FewerElsewhereDoNotHoldUpOthers) {
    const ThreadPool alone(1), many(3);
    EXPECT_TRUE(work_side_by_side(many, 3));
    bool inside = false;
    alone.parallel_for(1, [&](size_t) { inside = work_side_by_side(many, 3); });
    EXPECT_TRUE(inside);
}

TEST(ThreadPool, NoMoreThanAskedForWorkAtOnce) {
    const ThreadPool many(6), two(2), alone(1);
    EXPECT_LE(most_at_once(two), 2);
    EXPECT_EQ(most_at_once(alone), 1);
    std::atomic<bool> done = false;
    std::jthread other([&] {
        while (!done)
            most_at_once(many);
    });
    for (int round = 0; round < 5; ++round) {
        EXPECT_LE(most_at_once(two), 2);
        EXPECT_EQ(most_at_once(alone), 1);
    }
    done = true;
}

TEST(ThreadPool, ReturnsOnlyWhenAllIsDone) {
    const ThreadPool workers(4);
    for (int round = 0; round < 50; ++round) {
        std::atomic<int> done = 0;
        workers.parallel_for(64, [&](size_t) { ++done; });
        ASSERT_EQ(done, 64);
    }
}

TEST(ThreadPool, WorkInsideWorkFinishes) {
    const ThreadPool workers(2);
    std::atomic<int> done = 0;
    workers.parallel_for(8, [&](size_t) { workers.parallel_for(8, [&](size_t) { ++done; }); });
    EXPECT_EQ(done, 64);
}

}  // namespace
}  // namespace allaprima
