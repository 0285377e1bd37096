#include "robot/guide_brushes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>

#include "robot/guide_steps.h"
#include "robot/hand_pots.h"

namespace allaprima {
namespace {

/// The brushes that shops sell are about so wide.
constexpr std::array kWidths{1, 2, 4, 6, 10, 15, 20, 30, 40, 60, 80};

float width_of(const Stroke& stroke) {
    return 0.5f * (stroke.width_start + stroke.width_end);
}

/// By what a stroke's width has to change for a brush to paint it, and the square of its distance from the
/// middle of what that paints, which decides between brushes that both can.
float misfit(float width, int brush) {
    constexpr float kOfBoth = 0.05f;
    const float share = width / static_cast<float>(brush);
    const float change = std::log(share / std::clamp(share, kLightPress, kHardPress));
    const float off = std::log(share);
    return change * change + kOfBoth * off * off;
}

/// What strokes would have to change with these of the widths, bit by bit.
double misfit_of(const std::vector<std::array<float, kWidths.size()>>& misfits, unsigned chosen) {
    double sum = 0.0;
    for (const auto& of_stroke : misfits) {
        float least = 1e30f;
        for (size_t i = 0; i < kWidths.size(); ++i)
            if (chosen >> i & 1U)
                least = std::min(least, of_stroke[i]);
        sum += static_cast<double>(least);
    }
    return sum;
}

/// There are few widths: all sets of so many are tried.
unsigned best_widths(const std::vector<std::array<float, kWidths.size()>>& misfits, size_t most) {
    unsigned best = 0;
    double least = 1e300;
    for (unsigned chosen = 1; chosen < 1U << kWidths.size(); ++chosen) {
        if (std::popcount(chosen) != static_cast<int>(std::min(most, kWidths.size())))
            continue;
        const double sum = misfit_of(misfits, chosen);
        if (sum < least) {
            least = sum;
            best = chosen;
        }
    }
    return best;
}

std::array<float, kWidths.size()> misfits_of(const Stroke& stroke) {
    std::array<float, kWidths.size()> misfits{};
    for (size_t i = 0; i < kWidths.size(); ++i)
        misfits[i] = area_of(stroke) * misfit(width_of(stroke), kWidths[i]);
    return misfits;
}

/// Which strokes are thrown or written: they keep their widths, and no brush is chosen for them.
std::vector<bool> not_brushed(const Plan& plan) {
    std::vector<bool> thrown;
    for (const Pass& pass : plan.passes)
        thrown.insert(thrown.end(), static_cast<size_t>(pass.strokes), is_whole(pass));
    thrown.resize(plan.strokes.size(), false);
    return thrown;
}

size_t least_of(const std::array<float, kWidths.size()>& misfits, unsigned chosen) {
    size_t best = kWidths.size();
    for (size_t i = 0; i < kWidths.size(); ++i)
        if (chosen >> i & 1U && (best == kWidths.size() || misfits[i] < misfits[best]))
            best = i;
    return best;
}

/// Which of the plan's brushes paints the most with each width.
std::map<int, int> main_brushes(const Plan& plan, const std::vector<int>& widths) {
    std::map<int, std::map<int, float>> areas;
    for (size_t i = 0; i < widths.size(); ++i)
        areas[widths[i]][plan.strokes[i].brush] += area_of(plan.strokes[i]);
    std::map<int, int> brushes;
    for (const auto& [width, by_brush] : areas)
        brushes[width] =
            std::ranges::max_element(by_brush, {}, [](const auto& entry) { return entry.second; })->first;
    return brushes;
}

}  // namespace

GuideBrushes choose_brushes(Plan& plan, size_t most) {
    GuideBrushes chosen;
    if (plan.strokes.empty())
        return chosen;
    const std::vector<bool> thrown = not_brushed(plan);
    std::vector<std::array<float, kWidths.size()>> misfits, counted;
    for (size_t i = 0; i < plan.strokes.size(); ++i) {
        misfits.push_back(misfits_of(plan.strokes[i]));
        if (!thrown[i])
            counted.push_back(misfits.back());
    }
    const unsigned widths = best_widths(counted, most);
    std::vector<int> taken;
    taken.reserve(misfits.size());
    for (const auto& of_stroke : misfits)
        taken.push_back(kWidths[least_of(of_stroke, widths)]);
    std::map<int, size_t, std::greater<>> number;
    for (const auto& [width, brush] : main_brushes(plan, taken))
        number[width] = static_cast<size_t>(brush);
    for (auto& [width, at] : number) {
        chosen.brushes.push_back({plan.materials.brushes[at].name, width, 0});
        for (size_t i = 0; i < taken.size(); ++i)
            if (taken[i] == width && !thrown[i])
                plan.strokes[i].brush = static_cast<int>(at);
        at = chosen.brushes.size() - 1;
    }
    for (size_t i = 0; i < taken.size(); ++i) {
        Stroke& stroke = plan.strokes[i];
        const float width = width_of(stroke), brush = static_cast<float>(taken[i]);
        const float scale = std::clamp(width, kLightPress * brush, kHardPress * brush) / width;
        if (!thrown[i]) {
            stroke.width_start *= scale;
            stroke.width_end *= scale;
        }
        chosen.of.push_back(number[taken[i]]);
        ++chosen.brushes[chosen.of.back()].strokes;
    }
    return chosen;
}

}  // namespace allaprima
