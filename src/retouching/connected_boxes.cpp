#include "retouching/connected_boxes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace allaprima {
namespace {

/// The box around the part that a pixel belongs to; its pixels are seen then.
PixelRect box_around(const Image<float>& map, float least, int x, int y, Image<char>& seen) {
    PixelRect box{x, y, x + 1, y + 1};
    std::vector<std::pair<int, int>> open{{x, y}};
    seen.at(x, y) = 1;
    while (!open.empty()) {
        const auto [px, py] = open.back();
        open.pop_back();
        box = {std::min(box.x0, px), std::min(box.y0, py), std::max(box.x1, px + 1),
               std::max(box.y1, py + 1)};
        constexpr std::array<std::pair<int, int>, 4> kBeside{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
        for (const auto& [dx, dy] : kBeside) {
            const int nx = px + dx, ny = py + dy;
            if (nx < 0 || ny < 0 || nx >= map.width() || ny >= map.height() || seen.at(nx, ny) ||
                map.at(nx, ny) <= least)
                continue;
            seen.at(nx, ny) = 1;
            open.emplace_back(nx, ny);
        }
    }
    return box;
}

bool overlap(const PixelRect& a, const PixelRect& b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

PixelRect around_both(const PixelRect& a, const PixelRect& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

/// Adds a box to those that do not overlap.
void add(PixelRect box, std::vector<PixelRect>& boxes) {
    for (;;) {
        const auto other =
            std::ranges::find_if(boxes, [&](const PixelRect& known) { return overlap(known, box); });
        if (other == boxes.end())
            break;
        box = around_both(box, *other);
        boxes.erase(other);
    }
    boxes.push_back(box);
}

}  // namespace

std::vector<PixelRect> connected_boxes(const Image<float>& map, float least) {
    std::vector<PixelRect> boxes;
    Image<char> seen(map.size());
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x)
            if (map.at(x, y) > least && !seen.at(x, y))
                add(box_around(map, least, x, y, seen), boxes);
    std::ranges::sort(boxes, {}, [](const PixelRect& box) { return std::pair(box.y0, box.x0); });
    return boxes;
}

}  // namespace allaprima
