#pragma once
#include <chrono>
#include <string>

#include "base/observer.h"
#include "base/time_left.h"

namespace allaprima {

/// Shows on standard error how far a painting is, and how much longer the stage will take: a bar on a
/// terminal, now and then a line elsewhere. Asks for a stop once Ctrl-C was pressed.
class ProgressBar final : public Observer {
  public:
    explicit ProgressBar(bool quiet);
    /// Takes the bar away.
    ~ProgressBar() override;
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void progress(std::string_view stage, double share) override;
    bool stop_requested() const override;

    /// A line for the reader, in place of the bar; nothing when quiet.
    void say(const std::string& line) override;
    double seconds() const;

  private:
    void draw(std::string_view stage, double share, const std::string& left);
    void tell(std::string_view stage, double share, const std::string& left);

    using Clock = std::chrono::steady_clock;
    bool quiet_;
    bool terminal_;
    bool drawn_ = false;
    bool stop_told_ = false;
    bool painting_ = false;  ///< The picture is being made, not planned.
    Clock::time_point began_ = Clock::now();
    Clock::time_point last_ = began_;
    std::string last_stage_;
    double last_share_ = 0.0;
    TimeLeft time_left_;
};

}  // namespace allaprima
