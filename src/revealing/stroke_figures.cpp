#include "revealing/stroke_figures.h"

#include <algorithm>
#include <map>
#include <span>

#include "exporting/stroke_facts.h"
#include "robot/hand_pots.h"

namespace allaprima {
namespace {

double width_of(const Stroke& stroke) {
    return 0.5 * (stroke.width_start + stroke.width_end);
}

double canvas_mm2(const Plan& plan) {
    return static_cast<double>(plan.width_mm) * plan.height_mm;
}

StrokeFigures figures_of(std::span<const Stroke> strokes, double canvas) {
    StrokeFigures figures{.strokes = static_cast<int>(strokes.size())};
    std::vector<double> widths;
    for (const Stroke& stroke : strokes) {
        widths.push_back(width_of(stroke));
        figures.way_m += PlannedWay(stroke.path).length() / 1000.0;
        figures.covered += area_of(stroke) / canvas;
    }
    if (widths.empty())
        return figures;
    std::ranges::sort(widths);
    figures.narrowest_mm = widths.front();
    figures.middle_mm = widths[widths.size() / 2];
    figures.widest_mm = widths.back();
    return figures;
}

}  // namespace

std::vector<StrokeFigures> stroke_figures(const Plan& plan) {
    const std::span<const Stroke> all(plan.strokes);
    std::vector<StrokeFigures> figures{figures_of(all, canvas_mm2(plan))};
    size_t begin = 0;
    for (const Pass& pass : plan.passes) {
        const auto count = static_cast<size_t>(pass.strokes);
        figures.push_back(figures_of(all.subspan(begin, count), canvas_mm2(plan)));
        figures.back().name = pass.name;
        figures.back().coat = pass.coat;
        begin += count;
    }
    return figures;
}

std::vector<Heap> heaps_of(const Plan& plan) {
    if (plan.materials.palette.plain())
        return {};
    StrokeFacts facts(plan);
    const RecipeBook book(plan.materials.palette);
    std::map<WholeParts, Heap> by_parts;
    for (const Stroke& stroke : plan.strokes) {
        const std::optional<WholeParts> parts = facts.parts_of(stroke);
        if (!parts)
            continue;
        Heap& heap = by_parts[*parts];
        if (heap.strokes == 0) {
            heap.parts = *parts;
            heap.colour = book.shown(shares_of(*parts));
        }
        ++heap.strokes;
        heap.covered += area_of(stroke) / canvas_mm2(plan);
    }
    std::vector<Heap> heaps;
    heaps.reserve(by_parts.size());
    for (const auto& [parts, heap] : by_parts)
        heaps.push_back(heap);
    std::ranges::stable_sort(heaps, std::greater{}, &Heap::covered);
    return heaps;
}

std::vector<double> tube_shares(const Plan& plan) {
    std::vector<double> shares(plan.materials.palette.tubes.size());
    double all = 0.0;
    for (const Stroke& stroke : plan.strokes)
        for (size_t tube = 0; tube < shares.size(); ++tube) {
            const double amount = area_of(stroke) * stroke.paint.shares[tube];
            shares[tube] += amount;
            all += amount;
        }
    if (all > 0.0)
        for (double& share : shares)
            share /= all;
    return shares;
}

}  // namespace allaprima
