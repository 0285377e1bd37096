#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "model/plan.h"
#include "rendering/render.h"

namespace allaprima {

/// One picture of the making: what the canvas looked like after so many strokes.
struct MakingStage {
    int strokes = 0;
    std::string pass;  ///< In which the last of them was laid; empty for the bare ground.

    bool operator==(const MakingStage&) const = default;
};

/// Stages from the bare ground to the last stroke: close together at the beginning, where each stroke changes
/// much, and one at the end of each pass. At least 2 and, passes aside, at most `count`, which is at least 2.
std::vector<MakingStage> making_stages(const Plan& plan, int count);

/// Renders each stage into the folder, as "000.jpg" and so on.
Status write_stages(const Plan& plan, const std::vector<MakingStage>& stages, const RenderSettings& settings,
                    const std::string& folder, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
