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

/// The strokes that may be seen in a rectangle, in painting order.
std::vector<int> strokes_in(const Scene& scene, PixelRect area) {
    std::vector<int> members;
    for (size_t i = 0; i < scene.plan.strokes.size(); ++i) {
        const BoundingBox box = pixel_box_of(scene, i);
        if (box.high.x >= static_cast<float>(area.x0) && box.low.x <= static_cast<float>(area.x1) &&
            box.high.y >= static_cast<float>(area.y0) && box.low.y <= static_cast<float>(area.y1))
            members.push_back(static_cast<int>(i));
    }
    return members;
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

}  // namespace

bool render(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers, Observer& observer,
            const RowSink& sink) {
    ALLAPRIMA_CHECK(settings.size.width >= 1 && settings.size.height >= 1 && settings.tile >= 1);
    const PixelRect part = part_of(settings);
    ALLAPRIMA_CHECK(lies_within(part, settings.size));
    const Scene scene = prepared_scene(plan, settings, workers);
    const TileGrid grid{{part.width(), part.height()}, settings.tile};
    BandIndex bands(grid);
    const auto top = static_cast<float>(part.y0);
    for (size_t i = 0; i < plan.strokes.size(); ++i) {
        const BoundingBox box = pixel_box_of(scene, i);
        bands.add(static_cast<int>(i), box.low.y - top, box.high.y - top);
    }

    const int step = bands_at_a_time(grid, workers);
    for (int band = 0; band < grid.bands(); band += step) {
        if (observer.stop_requested())
            return false;
        const int last = std::min(band + step, grid.bands());
        const int first_row = grid.tile(0, band).y0, end_row = grid.tile(0, last - 1).y1;
        const Size size{part.width(), end_row - first_row};
        Picture rows{Image<Rgb>(size), plan.transparent ? Image<float>(size) : Image<float>()};
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

Picture render_picture(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers) {
    const PixelRect part = part_of(settings);
    const Size size{part.width(), part.height()};
    Picture whole{Image<Rgb>(size), plan.transparent ? Image<float>(size) : Image<float>()};
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
                                  std::span<const PixelRect> areas, const ThreadPool& workers) {
    const Scene scene = prepared_scene(plan, settings, workers);
    std::vector<Picture> parts;
    parts.reserve(areas.size());
    for (const PixelRect& area : areas) {
        ALLAPRIMA_CHECK(lies_within(area, settings.size));
        const Size size{area.width(), area.height()};
        Picture& part = parts.emplace_back(
            Picture{Image<Rgb>(size), plan.transparent ? Image<float>(size) : Image<float>()});
        const TileGrid grid{size, settings.tile};
        const auto columns = static_cast<size_t>(grid.columns());
        workers.parallel_for(columns * static_cast<size_t>(grid.bands()), [&](size_t i) {
            const PixelRect at =
                moved_by(grid.tile(static_cast<int>(i % columns), static_cast<int>(i / columns)), area);
            paint_tile(scene, strokes_in(scene, at), at, area.x0, area.y0, part);
        });
    }
    return parts;
}

}  // namespace allaprima
