#pragma once
#include "base/observer.h"

namespace allaprima {

/// Tells of the progress and asks for no stop.
class UnhurriedObserver final : public Observer {
  public:
    explicit UnhurriedObserver(Observer& told) : told_(told) {}
    void progress(std::string_view stage, double share) override { told_.progress(stage, share); }
    void say(const std::string& line) override { told_.say(line); }
    bool stop_requested() const override { return false; }

  private:
    Observer& told_;
};

}  // namespace allaprima
