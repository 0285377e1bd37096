#include "base/time_left.h"

namespace allaprima {
namespace {

constexpr double kLeastSeconds = 1.0;  // of the stage, before anything is foretold
constexpr double kLeastShare = 0.01;
constexpr double kWorthTelling = 1.0;  // seconds

}  // namespace

std::optional<double> TimeLeft::at(std::string_view stage, double share, double seconds) {
    // A stage that is resumed has a share already that took no time; one that begins anew goes back.
    if (stage != stage_ || share < first_share_) {
        stage_ = stage;
        first_share_ = share;
        began_ = seconds;
    }
    const double done = share - first_share_, spent = seconds - began_;
    if (done < kLeastShare || spent < kLeastSeconds)
        return std::nullopt;
    const double left = spent * (1.0 - share) / done;
    return left > kWorthTelling ? std::optional(left) : std::nullopt;
}

}  // namespace allaprima
