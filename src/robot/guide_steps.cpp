#include "robot/guide_steps.h"

#include <algorithm>

namespace allaprima {

bool is_whole(const Pass& pass) {
    return pass.name == "spatter" || pass.name == "signature";
}

std::vector<GuideStep> guide_steps(const Plan& plan) {
    size_t to_cut = 0;
    for (const Pass& pass : plan.passes)
        if (!is_whole(pass))
            to_cut += static_cast<size_t>(pass.strokes);
    const size_t most = std::max(kStrokesOfAStep, (to_cut + kMostSteps - 1) / kMostSteps);
    std::vector<GuideStep> steps;
    size_t begin = 0;
    for (const Pass& pass : plan.passes) {
        const auto count = static_cast<size_t>(pass.strokes);
        const size_t parts = is_whole(pass) ? std::min<size_t>(count, 1) : (count + most - 1) / most;
        for (size_t part = 0; part < parts; ++part)
            steps.push_back({pass.name, pass.coat, begin + count * part / parts,
                             begin + count * (part + 1) / parts, static_cast<int>(part + 1),
                             static_cast<int>(parts)});
        begin += count;
    }
    return steps;
}

std::vector<GuideRun> runs_of(const GuideStep& step, const std::vector<size_t>& heaps,
                              const std::vector<size_t>& brushes) {
    std::vector<GuideRun> runs;
    for (size_t i = step.begin; i < step.end; ++i) {
        if (runs.empty() || runs.back().heap != heaps[i] || runs.back().brush != brushes[i])
            runs.push_back({heaps[i], brushes[i], i, i});
        runs.back().end = i + 1;
    }
    return runs;
}

}  // namespace allaprima
