#pragma once
#include "base/observer.h"

namespace allaprima {

/// Hears of one part of a task as a share of the whole.
class PartObserver final : public Observer {
  public:
    /// @param from, to where the part begins and ends, in shares of the whole.
    PartObserver(Observer& told, double from, double to) : told_(told), from_(from), to_(to) {}
    void progress(std::string_view stage, double share) override {
        told_.progress(stage, from_ + share * (to_ - from_));
    }
    void say(const std::string& line) override { told_.say(line); }
    bool stop_requested() const override { return told_.stop_requested(); }

  private:
    Observer& told_;
    double from_, to_;
};

}  // namespace allaprima
