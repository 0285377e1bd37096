#include "engine/check_cost.h"

#include <fmt/format.h>

#include "rendering/rendering_cost.h"

namespace allaprima {
namespace {

/// About a minute of two cores, and the most that is begun: hours.
constexpr double kLongWork = 4e9, kMostWork = 1e12;
constexpr double kMuchMemory = 4e9, kMostMemory = 64e9;

}  // namespace

Status check_cost(const Plan& plan, const RenderSettings& settings, Observer& observer) {
    const RenderingCost cost = rendering_cost(plan, settings);
    const std::string what = fmt::format(
        "to lay {} strokes on {} x {} pixels takes about {:.0f} billion pixels of work and {:.1f} GB "
        "of memory",
        plan.strokes.size(), settings.size.width, settings.size.height, cost.laid_pixels * 1e-9,
        cost.bytes * 1e-9);
    if (cost.laid_pixels > kMostWork || cost.bytes > kMostMemory)
        return Error{fmt::format("{}, more than the {:.0f} billion and {:.0f} GB that are begun; ask for a "
                                 "smaller picture with --long, or for a part of it",
                                 what, kMostWork * 1e-9, kMostMemory * 1e-9),
                     true};
    if (cost.laid_pixels > kLongWork || cost.bytes > kMuchMemory)
        observer.say(what);
    return Done{};
}

}  // namespace allaprima
