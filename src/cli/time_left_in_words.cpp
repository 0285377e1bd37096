#include "cli/time_left_in_words.h"

#include <fmt/format.h>

#include <cmath>

namespace allaprima {
namespace {

constexpr double kMinute = 60.0, kHour = 3600.0;

}  // namespace

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
