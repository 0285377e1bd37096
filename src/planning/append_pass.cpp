#include "planning/append_pass.h"

#include <algorithm>

namespace allaprima {

int brush_number(Plan& plan, const Brush& brush) {
    std::vector<Brush>& brushes = plan.materials.brushes;
    const auto found = std::ranges::find(brushes, brush);
    const auto number = static_cast<int>(found - brushes.begin());
    if (found == brushes.end())
        brushes.push_back(brush);
    return number;
}

void append_pass(Plan& plan, const std::string& name, std::span<const Stroke> strokes) {
    if (strokes.empty())
        return;
    plan.passes.push_back({name, static_cast<int>(strokes.size()), Coat::Body});
    plan.strokes.insert(plan.strokes.end(), strokes.begin(), strokes.end());
}

Plan without_passes(const Plan& plan, std::span<const std::string_view> names) {
    Plan left = plan;
    left.passes.clear();
    left.strokes.clear();
    auto stroke = plan.strokes.begin();
    for (const Pass& pass : plan.passes) {
        if (std::ranges::find(names, pass.name) == names.end()) {
            left.passes.push_back(pass);
            left.strokes.insert(left.strokes.end(), stroke, stroke + pass.strokes);
        }
        stroke += pass.strokes;
    }
    return left;
}

}  // namespace allaprima
