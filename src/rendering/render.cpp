// The picture is painted square by square: all the strokes that touch a square are laid in painting order,
// and what lies there is lit. A square is painted with a border of one pixel more, whose height the light
// needs; every value depends on absolute pixel positions alone, so that no cut shows.
#include "rendering/render.h"

#include <algorithm>

#include "rendering/scene.h"
#include "rendering/tiles.h"

namespace allaprima {
namespace {

void paint_tile(const Scene& scene, const std::vector<int>& members, PixelRect area, int left, int top,
                Picture& shown) {
    CanvasTile tile = primed_tile(scene, area);
    for (int i : members)
        lay_stroke(scene, static_cast<size_t>(i), tile);
    show_part(scene, tile, area, left, top, shown);
}

/// The strokes that may be seen in a rectangle, in painting order.
std::vector<int> strokes_in(const Scene& scene, PixelRect area) {
    std::vector<int> members;
    for (size_t i = 0; i < scene.plan.strokes.size(); ++i) {
        const Extent box = pixel_extent_of(scene, i);
        if (box.high.x >= static_cast<float>(area.x0) && box.low.x <= static_cast<float>(area.x1) &&
            box.high.y >= static_cast<float>(area.y0) && box.low.y <= static_cast<float>(area.y1))
            members.push_back(static_cast<int>(i));
    }
    return members;
}

/// So many bands at a time that every thread finds work.
int bands_at_a_time(const TileGrid& grid, const Workers& workers) {
    constexpr long long kMostPixels = 1 << 23;
    const long long in_memory = kMostPixels / (static_cast<long long>(grid.side) * grid.picture.width);
    const long long for_threads = 8LL * workers.threads() / grid.columns();
    return static_cast<int>(std::clamp<long long>(std::min(for_threads, in_memory), 1, grid.bands()));
}

}  // namespace

bool render(const Plan& plan, const RenderSettings& settings, const Workers& workers, Observer& observer,
            const RowSink& sink) {
    ALLAPRIMA_CHECK(settings.size.width >= 1 && settings.size.height >= 1 && settings.tile >= 1);
    const Scene scene = prepared_scene(plan, settings, workers);
    const TileGrid grid{settings.size, settings.tile};
    BandIndex bands(grid);
    for (size_t i = 0; i < plan.strokes.size(); ++i) {
        const Extent box = pixel_extent_of(scene, i);
        bands.add(static_cast<int>(i), box.low.y, box.high.y);
    }

    const int step = bands_at_a_time(grid, workers);
    for (int band = 0; band < grid.bands(); band += step) {
        if (observer.stop_requested())
            return false;
        const int last = std::min(band + step, grid.bands());
        const int first_row = grid.tile(0, band).y0, end_row = grid.tile(0, last - 1).y1;
        const Size size{settings.size.width, end_row - first_row};
        Picture rows{Image<Rgb>(size), plan.transparent ? Image<float>(size) : Image<float>()};
        const auto columns = static_cast<size_t>(grid.columns());
        workers.parallel_for(static_cast<size_t>(last - band) * columns, [&](size_t i) {
            const int row = band + static_cast<int>(i / columns);
            paint_tile(scene, bands.members(row), grid.tile(static_cast<int>(i % columns), row), 0, first_row,
                       rows);
        });
        if (!sink(first_row, rows))
            return false;
        observer.progress("painting", static_cast<double>(last) / grid.bands());
    }
    return true;
}

Picture render_picture(const Plan& plan, const RenderSettings& settings, const Workers& workers) {
    Picture whole{Image<Rgb>(settings.size), plan.transparent ? Image<float>(settings.size) : Image<float>()};
    SilentObserver observer;
    render(plan, settings, workers, observer, [&](int first_row, const Picture& rows) {
        for (int y = 0; y < rows.colour.height(); ++y) {
            std::ranges::copy(rows.colour.row(y), whole.colour.row(first_row + y).begin());
            if (!rows.alpha.empty())
                std::ranges::copy(rows.alpha.row(y), whole.alpha.row(first_row + y).begin());
        }
        return true;
    });
    return whole;
}

std::vector<Picture> render_areas(const Plan& plan, const RenderSettings& settings,
                                  std::span<const PixelRect> areas, const Workers& workers) {
    const Scene scene = prepared_scene(plan, settings, workers);
    std::vector<Picture> parts;
    parts.reserve(areas.size());
    for (const PixelRect& area : areas) {
        ALLAPRIMA_CHECK(area.x0 >= 0 && area.y0 >= 0 && area.x1 <= settings.size.width &&
                        area.y1 <= settings.size.height && area.width() > 0 && area.height() > 0);
        const Size size{area.width(), area.height()};
        Picture& part = parts.emplace_back(
            Picture{Image<Rgb>(size), plan.transparent ? Image<float>(size) : Image<float>()});
        const TileGrid grid{size, settings.tile};
        const auto columns = static_cast<size_t>(grid.columns());
        workers.parallel_for(columns * static_cast<size_t>(grid.bands()), [&](size_t i) {
            const PixelRect tile = grid.tile(static_cast<int>(i % columns), static_cast<int>(i / columns));
            const PixelRect at{area.x0 + tile.x0, area.y0 + tile.y0, area.x0 + tile.x1, area.y0 + tile.y1};
            paint_tile(scene, strokes_in(scene, at), at, area.x0, area.y0, part);
        });
    }
    return parts;
}

}  // namespace allaprima
