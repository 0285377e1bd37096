// The picture is painted square by square: all the strokes that touch a square are laid in painting order,
// and what lies there is lit. A square is painted with a border of one pixel more, whose height the light
// needs; every value depends on absolute pixel positions alone, so that no cut shows.
#include "rendering/render.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/check.h"
#include "rendering/scene.h"
#include "rendering/tiles.h"

namespace allaprima {
namespace {

/// The option that asks for a finish; none for the usual one.
const char* option_of(Finish finish) {
    constexpr std::array kOptions{"", " --unlit", " --flat", " --relief", " --normals"};
    return kOptions[static_cast<size_t>(finish)];
}

/// The tile and the stroke that are being laid.
class TileInHand final : public WorkInHand {
  public:
    TileInHand(const RenderSettings& settings, PixelRect area) : settings_(settings), area_(area) {}

    void takes(int stroke) { stroke_ = stroke; }

    std::string told() const override {
        const auto text = [](int number) { return std::to_string(number); };
        const std::string at =
            text(area_.x0) + "," + text(area_.y0) + "," + text(area_.width()) + "," + text(area_.height());
        const std::string size = text(settings_.size.width) + "x" + text(settings_.size.height);
        return "stroke " + text(stroke_) + " in the tile " + at + " of " + size +
               "; again: allaprima render PAINTING -o tile.png --size " + size + option_of(settings_.finish) +
               " --part " + at;
    }

  private:
    const RenderSettings& settings_;
    PixelRect area_;
    int stroke_ = 0;
};

void paint_tile(const Scene& scene, const std::vector<int>& members, PixelRect area, int left, int top,
                Picture& shown) {
    TileInHand in_hand(scene.settings, area);
    CanvasTile tile = primed_tile(scene, area);
    for (int i : members) {
        in_hand.takes(i);
        lay_stroke(scene, static_cast<size_t>(i), tile);
    }
    show_part(scene, tile, area, left, top, shown);
}

/// The pixels that are asked for.
PixelRect part_of(const RenderSettings& settings) {
    return settings.part.value_or(PixelRect{0, 0, settings.size.width, settings.size.height});
}

bool lies_within(PixelRect area, Size picture) {
    return area.x0 >= 0 && area.y0 >= 0 && area.x1 <= picture.width && area.y1 <= picture.height &&
           area.width() > 0 && area.height() > 0;
}

/// A tile of a part, as a rectangle of the picture.
PixelRect moved_by(PixelRect tile, PixelRect part) {
    return {part.x0 + tile.x0, part.y0 + tile.y0, part.x0 + tile.x1, part.y0 + tile.y1};
}

/// So many bands at a time that every thread finds work.
int bands_at_a_time(const TileGrid& grid, const ThreadPool& workers) {
    constexpr long long kMostPixels = 1 << 23;
    const long long in_memory = kMostPixels / (static_cast<long long>(grid.side) * grid.picture.width);
    const long long for_threads = 8LL * workers.threads() / grid.columns();
    return static_cast<int>(std::clamp<long long>(std::min(for_threads, in_memory), 1, grid.bands()));
}

/// Which strokes may be seen in which band of a part's tiles.
BandIndex bands_of(const Scene& scene, PixelRect part, const TileGrid& grid) {
    BandIndex bands(grid);
    const auto left = static_cast<float>(part.x0), right = static_cast<float>(part.x1);
    const auto top = static_cast<float>(part.y0);
    for (size_t i = 0; i < scene.plan.strokes.size(); ++i) {
        const BoundingBox box = pixel_box_of(scene, i);
        if (box.high.x >= left && box.low.x <= right)
            bands.add(static_cast<int>(i), box.low.y - top, box.high.y - top);
    }
    return bands;
}

/// As large as the part, with alpha where the plan is transparent.
Picture empty_picture(const Plan& plan, Size size) {
    return {Image<Rgb>(size), plan.transparent ? Image<float>(size) : Image<float>()};
}

/// Paints a part of the scene, tile by tile. @return false when the sink or the observer ended it early.
bool paint_part(const Scene& scene, PixelRect part, const ThreadPool& workers, Observer& observer,
                const RowSink& sink) {
    ALLAPRIMA_CHECK(lies_within(part, scene.settings.size));
    const TileGrid grid{{part.width(), part.height()}, scene.settings.tile};
    const BandIndex bands = bands_of(scene, part, grid);
    const int step = bands_at_a_time(grid, workers);
    for (int band = 0; band < grid.bands(); band += step) {
        if (observer.stop_requested())
            return false;
        const int last = std::min(band + step, grid.bands());
        const int first_row = grid.tile(0, band).y0, end_row = grid.tile(0, last - 1).y1;
        Picture rows = empty_picture(scene.plan, {part.width(), end_row - first_row});
        const auto columns = static_cast<size_t>(grid.columns());
        workers.parallel_for(static_cast<size_t>(last - band) * columns, [&](size_t i) {
            const int row = band + static_cast<int>(i / columns);
            const PixelRect tile = moved_by(grid.tile(static_cast<int>(i % columns), row), part);
            paint_tile(scene, bands.members(row), tile, part.x0, part.y0 + first_row, rows);
        });
        if (!sink(first_row, rows))
            return false;
        observer.progress("painting", static_cast<double>(last) / grid.bands());
    }
    return true;
}

/// The same, as one picture in memory.
Picture painted_part(const Scene& scene, PixelRect part, const ThreadPool& workers) {
    Picture whole = empty_picture(scene.plan, {part.width(), part.height()});
    SilentObserver observer;
    paint_part(scene, part, workers, observer, [&](int first_row, const Picture& rows) {
        for (int y = 0; y < rows.colour.height(); ++y) {
            std::ranges::copy(rows.colour.row(y), whole.colour.row(first_row + y).begin());
            if (!rows.alpha.empty())
                std::ranges::copy(rows.alpha.row(y), whole.alpha.row(first_row + y).begin());
        }
        return true;
    });
    return whole;
}

bool can_be_made(const RenderSettings& settings) {
    return settings.size.width >= 1 && settings.size.height >= 1 && settings.tile >= 1;
}

}  // namespace

RenderSettings shown_as(const Brief& brief, Size size) {
    return {.size = size,
            .finish = brief.finish,
            .light = brief.light,
            .relief_strength = brief.relief_strength.value_or(1.0f)};
}

bool render(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers, Observer& observer,
            const RowSink& sink) {
    ALLAPRIMA_CHECK(can_be_made(settings));
    return paint_part(prepared_scene(plan, settings, workers), part_of(settings), workers, observer, sink);
}

Picture render_picture(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers) {
    ALLAPRIMA_CHECK(can_be_made(settings));
    return painted_part(prepared_scene(plan, settings, workers), part_of(settings), workers);
}

std::vector<Picture> render_areas(const Plan& plan, const RenderSettings& settings,
                                  std::span<const PixelRect> areas, const ThreadPool& workers) {
    ALLAPRIMA_CHECK(can_be_made(settings));
    const Scene scene = prepared_scene(plan, settings, workers);
    std::vector<Picture> parts;
    parts.reserve(areas.size());
    for (const PixelRect& area : areas)
        parts.push_back(painted_part(scene, area, workers));
    return parts;
}

}  // namespace allaprima
