#include "robot/guide_steps.h"

#include <algorithm>
#include <array>
#include <map>

namespace allaprima {
namespace {

/// The brushes that shops sell are about so wide.
constexpr std::array kWidths{1, 2, 4, 6, 10, 15, 20, 30, 40, 60, 80};

int jar_width(const Stroke& stroke) {
    const float width = 0.5f * (stroke.width_start + stroke.width_end);
    const auto nearest = std::ranges::min_element(kWidths, {}, [&](int w) {
        const float ratio = static_cast<float>(w) / width;
        return std::max(ratio, 1.0f / ratio);
    });
    return *nearest;
}

bool is_whole(const Pass& pass) {
    return pass.name == "spatter" || pass.name == "signature";
}

}  // namespace

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

std::vector<GuideBrush> guide_brushes(const Plan& plan, size_t begin, size_t end) {
    std::map<std::pair<int, std::string>, int> strokes;
    for (size_t i = begin; i < end; ++i) {
        const Stroke& stroke = plan.strokes[i];
        ++strokes[{-jar_width(stroke), plan.materials.brushes[static_cast<size_t>(stroke.brush)].name}];
    }
    std::vector<GuideBrush> brushes;
    brushes.reserve(strokes.size());
    for (const auto& [brush, count] : strokes)
        brushes.push_back({brush.second, -brush.first, count});
    return brushes;
}

}  // namespace allaprima
