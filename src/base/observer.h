#pragma once
#include <string>
#include <string_view>

namespace allaprima {

/// What a long task tells whoever waits for it, and how it learns that it should stop.
/// Called from the thread that runs the task, never from two threads at once; only whether to stop may be
/// asked from any thread.
class Observer {
  public:
    virtual ~Observer() = default;
    /// The task is now at `share` (0 to 1) of the named stage, such as "planning" or "painting".
    virtual void progress(std::string_view stage, double share) = 0;
    /// A line that whoever waits should read now, without a full stop.
    virtual void say(const std::string&) {}
    /// True once the task should end early and keep what it has.
    virtual bool stop_requested() const = 0;
};

/// Neither tells nor stops.
class SilentObserver final : public Observer {
  public:
    void progress(std::string_view, double) override {}
    bool stop_requested() const override { return false; }
};

}  // namespace allaprima
