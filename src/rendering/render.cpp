// The picture is painted square by square: all the strokes that touch a square are laid in painting order,
// and what lies there is lit. A square is painted with a border of one pixel more, whose height the light
// needs; every value depends on absolute pixel positions alone, so that no cut shows.
#include "rendering/render.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "rendering/deposit.h"
#include "rendering/lighting.h"
#include "rendering/pickup.h"
#include "rendering/tiles.h"
#include "rendering/tooth.h"

namespace allaprima {
namespace {

constexpr int halo = 1;  // pixels

/// Everything that all tiles share.
struct Scene {
    const Plan& plan;
    const RenderSettings& settings;
    float pixel_mm;
    Tooth tooth;
    Hairs hairs;
    Lighting lighting;
    std::vector<Touch> touches;    ///< Empty for Finish::Flat,
    std::vector<FlatTouch> flats;  ///< for which these are laid.
};

/// Makes T number i by make(i), for all i < count.
template <typename T, typename Make>
std::vector<T> made_in_parallel(size_t count, const Workers& workers, const Make& make) {
    std::vector<std::optional<T>> made(count);
    workers.parallel_for(count, [&](size_t i) { made[i].emplace(make(i)); });
    std::vector<T> result;
    result.reserve(count);
    for (std::optional<T>& one : made)
        result.push_back(std::move(*one));
    return result;
}

Scene prepared(const Plan& plan, const RenderSettings& settings, const Workers& workers) {
    const float pixel_mm =
        std::max(plan.width_mm, plan.height_mm) / static_cast<float>(settings.size.long_side());
    const float edge = kPlannedEdge * plan.planned_pixel_mm;
    const std::vector<Stroke>& strokes = plan.strokes;
    Scene scene{plan, settings, pixel_mm, {}, Hairs(pixel_mm), Lighting(settings.light), {}, {}};
    if (settings.finish == Finish::Flat) {
        scene.flats = made_in_parallel<FlatTouch>(strokes.size(), workers,
                                                  [&](size_t i) { return FlatTouch(strokes[i], edge); });
        return scene;
    }
    const std::vector<PickUp> pickups = pick_up_paint(plan);
    scene.touches = made_in_parallel<Touch>(strokes.size(), workers, [&](size_t i) {
        return Touch(strokes[i], plan.brush, pickups[i], edge, pixel_mm);
    });
    return scene;
}

template <typename T>
void index_bands(const std::vector<T>& touches, float pixel_mm, BandIndex& bands) {
    for (size_t i = 0; i < touches.size(); ++i) {
        const Extent box = touches[i].footprint.extent(touches[i].reach);
        bands.add(static_cast<int>(i), box.low.y / pixel_mm - halo - 1.0f,
                  box.high.y / pixel_mm + halo + 1.0f);
    }
}

CanvasTile primed(const Scene& scene, PixelRect area) {
    const PixelRect with_halo{area.x0 - halo, area.y0 - halo, area.x1 + halo, area.y1 + halo};
    CanvasTile tile(with_halo, scene.pixel_mm);
    const bool bare = scene.plan.transparent;
    const bool textured = scene.settings.finish != Finish::Flat;
    for (int y = with_halo.y0; y < with_halo.y1; ++y)
        for (int x = with_halo.x0; x < with_halo.x1; ++x) {
            PaintFilm& film = tile.film(x, y);
            film.colour = bare ? Rgb{} : scene.plan.ground;
            film.cover = bare ? 0.0f : 1.0f;
            film.tooth = textured ? scene.tooth.height_at(tile.centre(x, y), scene.pixel_mm) : 0.0f;
        }
    return tile;
}

float height_of(const PaintFilm& film) {
    return film.body + film.relief + film.tooth * Tooth::showing(film.body);
}

/// Wet paint slumps: it keeps no slope much steeper than 1, which would look like a cut under the light.
Vec2 slumped(Vec2 slope) {
    return slope * (1.0f / std::sqrt(1.0f + dot(slope, slope) * (1.0f / (0.9f * 0.9f))));
}

Vec2 slope_at(const CanvasTile& tile, int x, int y) {
    const float scale = 0.5f / tile.pixel_mm;
    return slumped({(height_of(tile.film(x + 1, y)) - height_of(tile.film(x - 1, y))) * scale,
                    (height_of(tile.film(x, y + 1)) - height_of(tile.film(x, y - 1))) * scale});
}

Rgb clamped(Rgb c) {
    return {std::clamp(c.r, 0.0f, 1.0f), std::clamp(c.g, 0.0f, 1.0f), std::clamp(c.b, 0.0f, 1.0f)};
}

/// The paint's own colour. On the knots of the weave thin paint is rubbed away and the ground glimmers
/// through; in the hollows it lies deeper. Both even out.
Rgb own_colour(const Scene& scene, const PaintFilm& film) {
    if (scene.plan.transparent)
        return clamped(film.cover > 0.0f ? film.colour * (1.0f / film.cover) : Rgb{});
    const float rubbed = 0.22f * Tooth::showing(film.body) * film.tooth / scene.tooth.height_mm;
    return clamped(lerp(film.colour, scene.plan.ground, rubbed));
}

void show(const Scene& scene, const CanvasTile& tile, PixelRect area, int first_row, Picture& rows) {
    const bool lit = scene.settings.finish == Finish::Lit;
    for (int y = area.y0; y < area.y1; ++y)
        for (int x = area.x0; x < area.x1; ++x) {
            const Rgb own = own_colour(scene, tile.film(x, y));
            rows.colour.at(x, y - first_row) = lit ? scene.lighting.seen(own, slope_at(tile, x, y)) : own;
            if (!rows.alpha.empty())
                rows.alpha.at(x, y - first_row) = tile.film(x, y).cover;
        }
}

void paint_tile(const Scene& scene, const std::vector<int>& members, PixelRect area, int first_row,
                Picture& rows) {
    CanvasTile tile = primed(scene, area);
    for (int i : members)
        if (scene.settings.finish == Finish::Flat)
            lay_flat(scene.flats[static_cast<size_t>(i)], tile);
        else
            lay_touch(scene.touches[static_cast<size_t>(i)], scene.hairs, tile);
    show(scene, tile, area, first_row, rows);
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
    const Scene scene = prepared(plan, settings, workers);
    const TileGrid grid{settings.size, settings.tile};
    BandIndex bands(grid);
    index_bands(scene.touches, scene.pixel_mm, bands);
    index_bands(scene.flats, scene.pixel_mm, bands);

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
            paint_tile(scene, bands.members(row), grid.tile(static_cast<int>(i % columns), row), first_row,
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

}  // namespace allaprima
