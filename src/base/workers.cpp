#include "base/workers.h"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <thread>

namespace allaprima {

struct Workers::Arena {
    explicit Arena(int threads)
        : allowed(tbb::global_control::max_allowed_parallelism, static_cast<size_t>(threads)), arena(threads) {}
    tbb::global_control allowed;  // Lifts the limit when more are asked for than the machine has.
    tbb::task_arena arena;
};

Workers::Workers(int threads)
    : arena_(std::make_unique<Arena>(threads > 0 ? threads
                                                 : static_cast<int>(std::max(1u, std::thread::hardware_concurrency())))) {}
Workers::~Workers() = default;

int Workers::threads() const {
    return arena_->arena.max_concurrency();
}

void Workers::parallel_for(size_t count, const std::function<void(size_t)>& body) const {
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

}  // namespace allaprima
