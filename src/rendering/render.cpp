// The picture is painted square by square: all the strokes that touch a square are laid in painting order,
// and what lies there is lit. A square is painted with a border of one pixel more, whose height the light
// needs; every value depends on absolute pixel positions alone, so that no cut shows.
#include "rendering/render.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/check.h"
#include "rendering/scene.h"
#include "rendering/strokes_in_turn.h"
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

void lay_strokes(const Scene& scene, const std::vector<int>& members, PixelRect area, CanvasTile& tile) {
    TileInHand in_hand(scene.settings, area);
    for (int i : members) {
        in_hand.takes(i);
        lay_stroke(scene, static_cast<size_t>(i), tile);
    }
}

bool lies_within(PixelRect area, Size picture) {
    return area.x0 >= 0 && area.y0 >= 0 && area.x1 <= picture.width && area.y1 <= picture.height &&
           area.width() > 0 && area.height() > 0;
}

/// So many bands at a time that every thread finds work.
int bands_at_a_time(const TileGrid& grid, const ThreadPool& workers) {
    constexpr long long kMostPixels = 1 << 23;
    const long long in_memory = kMostPixels / (static_cast<long long>(grid.side) * grid.picture.width);
    const long long for_threads = 8LL * workers.threads() / grid.columns();
    return static_cast<int>(std::clamp<long long>(std::min(for_threads, in_memory), 1, grid.bands()));
}

/// As many bands at a time as can be kept while strokes are made ready in turns.
int bands_kept(const TileGrid& grid) {
    constexpr long long kMostPixels = 1 << 20;
    const long long in_memory = kMostPixels / (static_cast<long long>(grid.side) * grid.picture.width);
    return static_cast<int>(std::clamp<long long>(in_memory, 1, grid.bands()));
}

/// Which strokes may be seen in which band of a part's tiles.
BandIndex bands_of(const Scene& scene, PixelRect part, const TileGrid& grid) {
    BandIndex bands(grid);
    const auto left = static_cast<float>(part.x0), right = static_cast<float>(part.x1);
    const auto top = static_cast<float>(part.y0);
    for (size_t i = scene.first; i < scene.end(); ++i) {
        const BoundingBox box = pixel_box_of(scene, i);
        if (box.high.x >= left && box.low.x <= right)
            bands.add(static_cast<int>(i), box.low.y - top, box.high.y - top);
    }
    return bands;
}

/// Some bands of a part, from `band` on and before `end`.
struct BandsInHand {
    PixelRect part;
    const TileGrid& grid;
    int band, end;

    size_t tiles() const { return static_cast<size_t>(end - band) * static_cast<size_t>(grid.columns()); }
    int band_of(size_t i) const { return band + static_cast<int>(i) / grid.columns(); }
    /// A rectangle of the picture.
    PixelRect tile(size_t i) const {
        return moved_by(grid.tile(static_cast<int>(i) % grid.columns(), band_of(i)), part);
    }
    int first_row() const { return grid.tile(0, band).y0; }
    int end_row() const { return grid.tile(0, end - 1).y1; }
};

/// Paints the bands tile by tile; all strokes are ready. @param index of all bands.
void paint_bands(const Scene& scene, const BandIndex& index, const BandsInHand& bands,
                 const ThreadPool& workers, const Observer& observer, Picture& rows) {
    const int left = bands.part.x0, top = bands.part.y0 + bands.first_row();
    workers.parallel_for(bands.tiles(), [&](size_t i) {
        if (observer.stop_requested())
            return;
        const PixelRect area = bands.tile(i);
        CanvasTile tile = primed_tile(scene, area);
        lay_strokes(scene, index.members(bands.band_of(i)), area, tile);
        show_part(scene, tile, area, left, top, rows);
    });
}

/// The same while strokes are made ready in turns: the bands' tiles are kept meanwhile.
void paint_bands_in_turns(StrokesInTurn& strokes, const BandsInHand& bands, const ThreadPool& workers,
                          Observer& observer, Picture& rows) {
    strokes.begin_again();
    const Scene& scene = strokes.scene();
    std::vector<CanvasTile> tiles = made_in_parallel<CanvasTile>(
        bands.tiles(), workers, [&](size_t i) { return primed_tile(scene, bands.tile(i)); });
    do {
        const BandIndex index = bands_of(scene, bands.part, bands.grid);
        workers.parallel_for(tiles.size(), [&](size_t i) {
            if (!observer.stop_requested())
                lay_strokes(scene, index.members(bands.band_of(i)), bands.tile(i), tiles[i]);
        });
    } while (!observer.stop_requested() && strokes.ready_next());
    workers.parallel_for(tiles.size(), [&](size_t i) {
        show_part(scene, tiles[i], bands.tile(i), bands.part.x0, bands.part.y0 + bands.first_row(), rows);
    });
}

/// Paints a part of the scene, tile by tile. @return false when the sink or the observer ended it early.
bool paint_part(StrokesInTurn& strokes, PixelRect part, const ThreadPool& workers, Observer& observer,
                const RowSink& sink) {
    const Scene& scene = strokes.scene();
    ALLAPRIMA_CHECK(lies_within(part, scene.settings.size));
    const TileGrid grid{{part.width(), part.height()}, scene.settings.tile};
    const bool at_once = strokes.all_ready();
    const BandIndex index = bands_of(scene, part, grid);
    const int step = at_once ? bands_at_a_time(grid, workers) : bands_kept(grid);
    for (int band = 0; band < grid.bands(); band += step) {
        if (observer.stop_requested())
            return false;
        const BandsInHand bands{part, grid, band, std::min(band + step, grid.bands())};
        Picture rows = empty_picture(scene.plan, {part.width(), bands.end_row() - bands.first_row()});
        if (at_once)
            paint_bands(scene, index, bands, workers, observer, rows);
        else
            paint_bands_in_turns(strokes, bands, workers, observer, rows);
        if (observer.stop_requested() || !sink(bands.first_row(), rows))
            return false;
        observer.progress("painting", static_cast<double>(bands.end) / grid.bands());
    }
    return true;
}

/// The same, as one picture in memory.
Picture painted_part(StrokesInTurn& strokes, PixelRect part, const ThreadPool& workers) {
    Picture whole = empty_picture(strokes.scene().plan, {part.width(), part.height()});
    SilentObserver observer;
    paint_part(strokes, part, workers, observer, [&](int first_row, const Picture& rows) {
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
    const bool converted = !brief.icc.empty() && !is_measure(brief.finish);
    return {.size = size,
            .finish = brief.finish,
            .light = brief.light,
            .relief_strength = brief.relief_strength.value_or(1.0f),
            .illuminant = converted ? Illuminant::D50 : Illuminant::D65,
            .wide = converted};
}

bool render(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers, Observer& observer,
            const RowSink& sink) {
    ALLAPRIMA_CHECK(can_be_made(settings));
    StrokesInTurn strokes(plan, settings, workers);
    return paint_part(strokes, part_of(settings), workers, observer, sink);
}

Picture render_picture(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers) {
    ALLAPRIMA_CHECK(can_be_made(settings));
    StrokesInTurn strokes(plan, settings, workers);
    return painted_part(strokes, part_of(settings), workers);
}

std::vector<Picture> render_areas(const Plan& plan, const RenderSettings& settings,
                                  std::span<const PixelRect> areas, const ThreadPool& workers) {
    ALLAPRIMA_CHECK(can_be_made(settings));
    StrokesInTurn strokes(plan, settings, workers);
    std::vector<Picture> parts;
    parts.reserve(areas.size());
    for (const PixelRect& area : areas)
        parts.push_back(painted_part(strokes, area, workers));
    return parts;
}

}  // namespace allaprima
