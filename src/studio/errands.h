#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace allaprima {

/// A thread that runs what takes longer than an answer may, one after another. What is left when it is
/// destroyed is not run.
class Errands {
  public:
    /// @param most that may wait.
    explicit Errands(size_t most) : most_(most), thread_([this] { work(); }) {}
    ~Errands();
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;

    /// @return false where too many wait already.
    bool send(std::function<void()> errand);

  private:
    void work();

    const size_t most_;
    std::mutex mutex_;
    std::condition_variable news_;
    std::deque<std::function<void()>> waiting_;
    bool ended_ = false;
    std::thread thread_;
};

}  // namespace allaprima
