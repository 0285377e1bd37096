#include "base/workers.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace allaprima {

struct Workers::Arena {
    explicit Arena(int threads) : arena(threads > 0 ? threads : tbb::task_arena::automatic) {}
    mutable tbb::task_arena arena;
};

Workers::Workers(int threads) : arena_(std::make_unique<Arena>(threads)) {}
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
