#include "plotting/seen_strokes.h"

#include <algorithm>
#include <cmath>

#include "image/colour.h"
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

/// Averages the flat picture over what is seen of each stroke, as light does.
void find_colours(const Image<Rgb>& flat, size_t strokes, SeenStrokes& seen) {
    std::vector<Rgb> sums(strokes + 1);
    std::vector<float> counts(strokes + 1, 0.0f);
    size_t i = 0;
    for (int y = 0; y < seen.grid.size.height; ++y)
        for (int x = 0; x < seen.grid.size.width; ++x, ++i) {
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
    SeenStrokes seen{.grid = CellGrid::over(sheet.low, sheet.high, cell_mm),
                     .owner = {},
                     .colours = {},
                     .areas = {},
                     .ground = {}};
    seen.owner.assign(static_cast<size_t>(seen.grid.size.area()), SeenStrokes::kGround);
    find_owners(plan, seen, workers);
    find_colours(flat_picture(original, seen.grid.size, workers), plan.strokes.size(), seen);
    return seen;
}

}  // namespace allaprima
