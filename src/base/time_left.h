#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace allaprima {

/// Foretells how much longer a stage of a long task will take, by how fast it went so far.
class TimeLeft {
  public:
    /// The stage is at this share (0 to 1) at this time, in seconds of any clock. Times never go back.
    /// @return seconds; nothing as long as too little of the stage is done, nor when a second or less is
    /// left.
    std::optional<double> at(std::string_view stage, double share, double seconds);

  private:
    std::string stage_;
    double first_share_ = 0.0, began_ = 0.0;  ///< What was done of the stage when it was first heard of.
};

}  // namespace allaprima
