#include "base/thread_pool.h"

#include <algorithm>

#include "base/sanitizers.h"

#ifdef ALLAPRIMA_THREAD_SANITIZER
#include <atomic>
#include <thread>
#include <vector>
#else
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace allaprima {

#ifdef ALLAPRIMA_THREAD_SANITIZER

// The system's oneTBB is not built for ThreadSanitizer, which would not see how its tasks are ordered and
// would report races that are none. Plain threads share the work there, so that races in the work itself
// show.

struct ThreadPool::Arena {
    explicit Arena(int asked)
        : threads(asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()))) {}
    int threads;
};

int ThreadPool::threads() const {
    return arena_->threads;
}

void ThreadPool::parallel_for(size_t count, const std::function<void(size_t)>& body) const {
    std::atomic<size_t> next = 0;
    auto work = [&] {
        for (size_t i = next++; i < count; i = next++)
            body(i);
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < arena_->threads; ++i)
        others.emplace_back(work);
    work();
}

#else

namespace {

/// oneTBB gives a process no more threads than the machine has, unless it is told a limit, and keeps to the
/// least of all that it was told. So it is told one, once, that holds nobody up; how many each has, its arena
/// says.
void lift_process_limit() {
    constexpr int kEnough = 256;
    static const tbb::global_control allowed(
        tbb::global_control::max_allowed_parallelism,
        static_cast<size_t>(std::max(kEnough, tbb::info::default_concurrency())));
}

}  // namespace

struct ThreadPool::Arena {
    explicit Arena(int asked) : arena(asked > 0 ? asked : tbb::info::default_concurrency()) {
        lift_process_limit();
    }
    tbb::task_arena arena;
};

int ThreadPool::threads() const {
    return arena_->arena.max_concurrency();
}

void ThreadPool::parallel_for(size_t count, const std::function<void(size_t)>& body) const {
    arena_->arena.execute([&] {
        tbb::parallel_for(
            tbb::blocked_range<size_t>(0, count, 1),
            [&](const tbb::blocked_range<size_t>& range) {
                for (size_t i = range.begin(); i != range.end(); ++i)
                    body(i);
            },
            tbb::simple_partitioner());
    });
}

#endif

ThreadPool::ThreadPool(int threads) : arena_(std::make_unique<Arena>(threads)) {}
ThreadPool::~ThreadPool() = default;

void ThreadPool::parallel_for_ranges(size_t count, const std::function<void(size_t, size_t)>& body) const {
    constexpr size_t kAtOnce = 256;
    parallel_for((count + kAtOnce - 1) / kAtOnce,
                 [&](size_t range) { body(range * kAtOnce, std::min(count, (range + 1) * kAtOnce)); });
}

}  // namespace allaprima
