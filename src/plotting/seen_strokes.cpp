#include "plotting/seen_strokes.h"

#include <algorithm>
#include <cmath>

#include "image/colour.h"
#include "image/filters.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

constexpr int kRowsAtOnce = 32;  // of cells

void find_owners(const Plan& plan, SeenStrokes& seen, const ThreadPool& workers) {
    const std::vector<FlatTouch> touches = flat_touches(plan);
    const int height = seen.grid.size.height;
    const auto bands = static_cast<size_t>((height + kRowsAtOnce - 1) / kRowsAtOnce);
    workers.parallel_for_ranges(bands, [&](size_t begin, size_t end) {
        for (size_t band = begin; band < end; ++band) {
            const int first = static_cast<int>(band) * kRowsAtOnce;
            for (size_t i = 0; i < touches.size(); ++i)
                visit_hidden(touches[i], seen.grid, first, std::min(first + kRowsAtOnce, height),
                             [&](size_t cell) { seen.owner[cell] = static_cast<int32_t>(i); });
        }
    });
}

/// Cuts the drawing off where the outline has more beside it than in it.
void cut_off(const Image<float>& outline, SeenStrokes& seen) {
    if (outline.empty())
        return;
    const Size cells = seen.grid.size;
    const Vec2 scale{static_cast<float>(outline.width()) / static_cast<float>(cells.width),
                     static_cast<float>(outline.height()) / static_cast<float>(cells.height)};
    for (int y = 0; y < cells.height; ++y)
        for (int x = 0; x < cells.width; ++x)
            if (sampled(outline, {(static_cast<float>(x) + 0.5f) * scale.x,
                                  (static_cast<float>(y) + 0.5f) * scale.y}) < 0.5f)
                seen.owner[seen.grid.index(x, y)] = SeenStrokes::kMargin;
}

void find_boxes(size_t strokes, SeenStrokes& seen) {
    seen.boxes.resize(strokes);
    for (int y = 0; y < seen.grid.size.height; ++y)
        for (int x = 0; x < seen.grid.size.width; ++x)
            if (const int32_t of = seen.owner[seen.grid.index(x, y)]; of >= 0)
                for (const int corner : {0, 1})
                    seen.boxes[static_cast<size_t>(of)].include(
                        seen.grid.low + Vec2{static_cast<float>(x + corner), static_cast<float>(y + corner)} *
                                            seen.grid.cell_mm);
}

/// A side of the cells in which so many strokes can be looked at: ordinary ones in cells of the side that is
/// wanted.
float affordable_cell(const Plan& plan, const PlotSheet& sheet, float wanted_mm) {
    constexpr double kMostLooks = 5e8;
    const double page = static_cast<double>(sheet.high.x - sheet.low.x) * (sheet.high.y - sheet.low.y);
    double covered = 0.0;
    for (const Stroke& stroke : plan.strokes) {
        const double width = std::max(stroke.width_start, stroke.width_end) + stroke.fade;
        covered += std::min(page, width * (width + static_cast<double>(most_way(stroke.path))));
    }
    return std::max(wanted_mm, static_cast<float>(std::sqrt(covered / kMostLooks)));
}

/// Averages the flat picture over what is seen of each stroke, as light does.
void find_colours(const Image<Rgb>& flat, size_t strokes, SeenStrokes& seen) {
    std::vector<Rgb> sums(strokes + 1);
    std::vector<float> counts(strokes + 1, 0.0f);
    size_t i = 0;
    for (int y = 0; y < seen.grid.size.height; ++y)
        for (int x = 0; x < seen.grid.size.width; ++x, ++i) {
            if (seen.owner[i] == SeenStrokes::kMargin)
                continue;
            const auto of = static_cast<size_t>(seen.owner[i] + 1);
            sums[of] = sums[of] + linear_from_srgb(flat.at(x * flat.width() / seen.grid.size.width,
                                                           y * flat.height() / seen.grid.size.height));
            counts[of] += 1.0f;
        }
    const float cell = seen.grid.cell_mm * seen.grid.cell_mm;
    const auto mean = [&](size_t of) {
        return srgb_from_linear(sums[of] * (1.0f / std::max(counts[of], 1.0f)));
    };
    seen.ground = mean(0);
    seen.ground_area = counts[0] * cell;
    for (size_t of = 1; of <= strokes; ++of) {
        seen.colours.push_back(mean(of));
        seen.areas.push_back(counts[of] * cell);
    }
}

Image<Rgb> flat_picture(const Plan& plan, Size cells, const ThreadPool& workers) {
    constexpr int kLongest = 1024;
    RenderSettings settings;
    settings.size = no_longer_than(kLongest, cells);
    settings.finish = Finish::Flat;
    return on_white(render_picture(plan, settings, workers));
}

}  // namespace

int32_t SeenStrokes::at(Vec2 p) const {
    const auto x = static_cast<int>(std::floor((p.x - grid.low.x) / grid.cell_mm)),
               y = static_cast<int>(std::floor((p.y - grid.low.y) / grid.cell_mm));
    if (x < 0 || y < 0 || x >= grid.size.width || y >= grid.size.height)
        return kMargin;
    return owner[grid.index(x, y)];
}

SeenStrokes see_strokes(const Plan& plan, const Plan& original, const PlotSheet& sheet, float cell_mm,
                        const ThreadPool& workers) {
    const float cell = affordable_cell(plan, sheet, cell_mm);
    SeenStrokes seen{.grid = CellGrid::over(sheet.low, sheet.high, cell),
                     .owner = {},
                     .colours = {},
                     .areas = {},
                     .boxes = {},
                     .ground = {}};
    seen.owner.assign(static_cast<size_t>(seen.grid.size.area()), SeenStrokes::kGround);
    find_owners(plan, seen, workers);
    cut_off(plan.outline, seen);
    find_boxes(plan.strokes.size(), seen);
    find_colours(flat_picture(original, seen.grid.size, workers), plan.strokes.size(), seen);
    return seen;
}

}  // namespace allaprima
