#include "studio/pace.h"

#include <algorithm>

namespace allaprima {
namespace {

constexpr double kTooShortToLearnFrom = 0.05;  // seconds
constexpr double kMostFactor = 20.0;

}  // namespace

double Pace::of(const std::string& kind) const {
    const std::lock_guard hold(mutex_);
    const auto found = factors_.find(kind);
    return found == factors_.end() ? 1.0 : found->second;
}

void Pace::note(const std::string& kind, double foretold, double took) {
    if (foretold < kTooShortToLearnFrom)
        return;
    const double factor = std::clamp(took / foretold, 1.0 / kMostFactor, kMostFactor);
    const std::lock_guard hold(mutex_);
    const auto [known, first] = factors_.emplace(kind, factor);
    // What else the machine does changes: the last one counts half.
    if (!first)
        known->second = 0.5 * (known->second + factor);
}

}  // namespace allaprima
