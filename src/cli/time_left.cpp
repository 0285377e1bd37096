#include "cli/time_left.h"

#include <fmt/format.h>

#include <cmath>

namespace allaprima {
namespace {

constexpr double kLeastSeconds = 1.0;  // of the stage, before anything is foretold
constexpr double kLeastShare = 0.01;
constexpr double kWorthTelling = 1.0;  // seconds
constexpr double kMinute = 60.0, kHour = 3600.0;

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

std::string time_left_in_words(double seconds) {
    const auto rounded = [](double value, double step) { return step * std::ceil(value / step - 0.5); };
    if (seconds < 10.0)
        return fmt::format("about {:g} s left", rounded(seconds, 1.0));
    if (seconds < 1.5 * kMinute)
        return fmt::format("about {:g} s left", rounded(seconds, 5.0));
    if (seconds < 1.5 * kHour)
        return fmt::format("about {:g} min left", rounded(seconds / kMinute, 1.0));
    return fmt::format("about {:g} h left", rounded(seconds / kHour, 0.5));
}

}  // namespace allaprima
