#include "rendering/growing_picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace allaprima {
namespace {

/// The whole numbers first … last of the cells of this side, out of so many, that lie between two places.
struct CellRange {
    int first, last;
};

CellRange cells_between(float low, float high, int side, int count) {
    const auto cell = [&](float v) {
        return static_cast<int>(
            std::clamp(std::floor(v / static_cast<float>(side)), -1.0f, static_cast<float>(count)));
    };
    return {std::max(cell(low), 0), std::min(cell(high), count - 1)};
}

PixelRect cut_to(PixelRect a, PixelRect b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

}  // namespace

GrowingPicture::GrowingPicture(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers)
    : workers_(workers),
      in_turn_(plan, settings, workers),
      scene_(in_turn_.scene()),
      grid_{settings.size, settings.tile},
      picture_{Image<Rgb>(settings.size), plan.transparent ? Image<float>(settings.size) : Image<float>()} {
    ALLAPRIMA_CHECK(!settings.part);
    const auto columns = static_cast<size_t>(grid_.columns());
    parts_ = made_in_parallel<Part>(columns * static_cast<size_t>(grid_.bands()), workers, [&](size_t i) {
        return bare_part(grid_.tile(static_cast<int>(i % columns), static_cast<int>(i / columns)));
    });
    workers.parallel_for(parts_.size(), [&](size_t i) {
        show_part(scene_, parts_[i].canvas, parts_[i].area, 0, 0, picture_);
    });
}

GrowingPicture::Part GrowingPicture::bare_part(PixelRect area) const {
    Part part{.area = area, .canvas = primed_tile(scene_, area), .changed = {}};
    part.changed.resize(static_cast<size_t>(part.blocks_across()) * static_cast<size_t>(part.blocks_down()));
    return part;
}

long long GrowingPicture::bytes(const Plan& plan, Size size) {
    const long long tubes =
        CanvasTile({0, 0, 1, 1}, 1.0f, static_cast<int>(plan.materials.palette.tubes.size()), false).channels;
    constexpr long long kPlanes = 9, kPictures = 4, kBorders = 5;  // of four, borders and all, make five
    return size.area() * static_cast<long long>(sizeof(float)) * (kPlanes + 2 * tubes + kPictures) *
           kBorders / 4;
}

std::vector<PixelRect> GrowingPicture::lay_up_to(size_t strokes) {
    ALLAPRIMA_CHECK(strokes >= laid_ && strokes <= scene_.plan.strokes.size());
    while (laid_ < strokes) {
        if (laid_ == scene_.end())
            in_turn_.ready_next();
        share_out(std::min(strokes, scene_.end()));
        workers_.parallel_for(parts_.size(), [&](size_t i) { lay_waiting(parts_[i]); });
    }
    std::vector<Piece> pieces;
    for (Part& part : parts_)
        take_changed(part, pieces);
    workers_.parallel_for(pieces.size(), [&](size_t i) {
        show_part(scene_, *pieces[i].canvas, pieces[i].area, 0, 0, picture_);
    });
    std::vector<PixelRect> areas;
    areas.reserve(pieces.size());
    for (const Piece& piece : pieces)
        areas.push_back(piece.area);
    return areas;
}

/// Tells the parts which of the next strokes touch them.
void GrowingPicture::share_out(size_t until) {
    for (; laid_ < until; ++laid_) {
        const BoundingBox box = pixel_box_of(scene_, laid_);
        const CellRange across = cells_between(box.low.x, box.high.x, grid_.side, grid_.columns());
        const CellRange down = cells_between(box.low.y, box.high.y, grid_.side, grid_.bands());
        for (int band = down.first; band <= down.last; ++band)
            for (int column = across.first; column <= across.last; ++column)
                parts_[static_cast<size_t>(band * grid_.columns() + column)].waiting.push_back(laid_);
    }
}

void GrowingPicture::lay_waiting(Part& part) const {
    part.touched = part.touched || !part.waiting.empty();
    for (size_t stroke : part.waiting) {
        lay_stroke(scene_, stroke, part.canvas);
        mark_changed(stroke, part);
    }
    part.waiting.clear();
}

/// A bounding box would have far too much lit anew of a slanting stroke: looks at each block by itself.
void GrowingPicture::mark_changed(size_t stroke, Part& part) const {
    const Footprint& footprint = footprint_of(scene_, stroke);
    const BoundingBox box = pixel_box_of(scene_, stroke);
    const Vec2 corner{static_cast<float>(part.area.x0), static_cast<float>(part.area.y0)};
    const Vec2 low = box.low - corner, high = box.high - corner;
    const CellRange across = cells_between(low.x, high.x, kBlock, part.blocks_across());
    const CellRange down = cells_between(low.y, high.y, kBlock, part.blocks_down());
    constexpr float kHalf = 0.5f * kBlock;
    // From the middle of a block to its corner; what lies a pixel outside is seen in its slope.
    const float radius = (kHalf * 1.4143f + kHalo + 1.0f) * scene_.pixel_mm;
    for (int row = down.first; row <= down.last; ++row)
        for (int column = across.first; column <= across.last; ++column) {
            const Vec2 block{static_cast<float>(column * kBlock), static_cast<float>(row * kBlock)};
            const Vec2 middle = (corner + block + Vec2{kHalf, kHalf}) * scene_.pixel_mm;
            if (!footprint.near_disc(middle, radius, reach_of(scene_, stroke), footprint.all()).empty())
                part.changed[static_cast<size_t>(row * part.blocks_across() + column)] = 1;
        }
}

/// Adds the changed blocks, those side by side together, and forgets them.
void GrowingPicture::take_changed(Part& part, std::vector<Piece>& pieces) {
    if (!std::exchange(part.touched, false))
        return;
    const int across = part.blocks_across();
    for (int row = 0; row < part.blocks_down(); ++row) {
        const auto first = part.changed.begin() + static_cast<long>(row) * across;
        for (int from = 0; from < across; ++from) {
            if (first[from] == 0)
                continue;
            int to = from;
            while (to < across && first[to] != 0)
                first[to++] = 0;
            const int x = part.area.x0 + from * kBlock, y = part.area.y0 + row * kBlock;
            pieces.push_back({&part.canvas, cut_to({x, y, x + (to - from) * kBlock, y + kBlock}, part.area)});
            from = to;
        }
    }
}

}  // namespace allaprima
