#pragma once
#include <cstddef>
#include <functional>
#include <memory>

namespace allaprima {

/// The threads that share the work: the only place where threads appear.
class ThreadPool {
  public:
    /// @param threads how many work at once; 0 takes all that the machine has.
    explicit ThreadPool(int threads = 0);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    int threads() const;

    /// Calls body(i) once for every i in [0, count), in any order and on any thread, and returns when all
    /// are done. For the same bytes on any number of threads, body(i) writes only what belongs to i.
    void parallel_for(size_t count, const std::function<void(size_t)>& body) const;

    /// The same for work that is small: calls body(begin, end) for ranges that together are [0, count).
    /// Where the ranges begin does not depend on the number of threads.
    void parallel_for_ranges(size_t count, const std::function<void(size_t, size_t)>& body) const;

  private:
    struct Arena;
    std::unique_ptr<Arena> arena_;
};

}  // namespace allaprima
