#include "rendering/laid_part.h"

#include <algorithm>

#include "base/check.h"
#include "rendering/lay_kernel.h"

namespace allaprima {
LaidPart::LaidPart(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers)
    : workers_(workers),
      in_turn_(plan, settings, workers),
      scene_(in_turn_.scene()),
      part_(part_of(settings)) {
    ALLAPRIMA_CHECK(settings.finish != Finish::Flat);
    const TileGrid grid{{part_.width(), part_.height()}, settings.tile};
    const auto columns = static_cast<size_t>(grid.columns());
    tiles_ = made_in_parallel<Tile>(columns * static_cast<size_t>(grid.bands()), workers, [&](size_t i) {
        const PixelRect area =
            moved_by(grid.tile(static_cast<int>(i % columns), static_cast<int>(i / columns)), part_);
        return Tile{area, primed_tile(scene_, area)};
    });
    lay_plan();
    picture_ = empty_picture(plan, grid.picture);
    workers.parallel_for(tiles_.size(), [&](size_t i) { show(tiles_[i], picture_); });
}

void LaidPart::lay_plan() {
    do
        workers_.parallel_for(tiles_.size(), [&](size_t i) {
            for (size_t stroke = scene_.first; stroke < scene_.end(); ++stroke)
                if (meets(pixel_box_of(scene_, stroke), tiles_[i].area))
                    lay_stroke(scene_, stroke, tiles_[i].canvas);
        });
    while (in_turn_.ready_next());
}

void LaidPart::show(const Tile& tile, Picture& shown) const {
    show_part(scene_, tile.canvas, tile.area, part_.x0, part_.y0, shown);
}

Picture LaidPart::with(std::span<const Stroke> strokes) const {
    const std::vector<Touch> touches = in_turn_.touches_after(strokes);
    Picture shown = picture_;
    workers_.parallel_for(tiles_.size(), [&](size_t i) {
        std::optional<Tile> changed;
        for (const Touch& touch : touches) {
            if (!meets(pixel_box_around(touch.footprint, touch.reach, scene_.pixel_mm), tiles_[i].area))
                continue;
            if (!changed)
                changed = tiles_[i];
            lay_touch(touch, changed->canvas);
        }
        if (changed)
            show(*changed, shown);
    });
    return shown;
}

}  // namespace allaprima
