#include "seeing/shape_map.h"

#include <algorithm>
#include <cmath>

#include "image/filters.h"
#include "seeing/region_map.h"

namespace allaprima {
namespace {

constexpr float kSoftBorder = 1.5f;  // pixels
/// By how much an ellipse is larger than its box.
constexpr float kMarkedBox = 1.2f;

/// Adds to one half of a hull, and takes back what lies in its dents.
void add_to_half(std::vector<Vec2>& hull, size_t from, Vec2 point) {
    while (hull.size() >= from + 2 &&
           cross(hull.back() - hull[hull.size() - 2], point - hull[hull.size() - 2]) <= 0.0f)
        hull.pop_back();
    hull.push_back(point);
}

/// Where a row of pixels crosses the polygon, in pixels from the left, in order.
std::vector<float> crossings(std::span<const Vec2> outline, float y, Size size) {
    std::vector<float> xs;
    const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    for (size_t i = 0; i < outline.size(); ++i) {
        const Vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
        const float ay = a.y * height, by = b.y * height;
        if ((ay <= y) != (by <= y))
            xs.push_back((a.x + (b.x - a.x) * (y - ay) / (by - ay)) * width);
    }
    std::ranges::sort(xs);
    return xs;
}

}  // namespace

std::vector<Vec2> hull_of(std::vector<Vec2> points) {
    std::ranges::sort(points, [](Vec2 a, Vec2 b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return points;
    std::vector<Vec2> hull;
    for (const Vec2 point : points)
        add_to_half(hull, 0, point);
    const size_t lower = hull.size();
    for (size_t i = points.size() - 1; i-- > 0;)
        add_to_half(hull, lower - 1, points[i]);
    hull.pop_back();
    return hull;
}

Vec2 middle_of(const ShareRect& box) {
    return {box.x + 0.5f * box.width, box.y + 0.5f * box.height};
}

ShareRect box_around(std::span<const Vec2> points) {
    if (points.empty())
        return {};
    Vec2 low = points.front(), high = low;
    for (const Vec2 p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

std::vector<Vec2> grown(std::vector<Vec2> outline, float factor) {
    const ShareRect box = box_around(outline);
    const Vec2 middle{box.x + 0.5f * box.width, box.y + 0.5f * box.height};
    for (Vec2& corner : outline)
        corner = middle + (corner - middle) * factor;
    return outline;
}

Image<float> filled(std::span<const Vec2> outline, Size size) {
    Image<float> map(size);
    for (int y = 0; y < size.height; ++y) {
        const std::vector<float> xs = crossings(outline, static_cast<float>(y) + 0.5f, size);
        for (size_t i = 0; i + 1 < xs.size(); i += 2) {
            const float from = std::clamp(xs[i], 0.0f, static_cast<float>(size.width));
            const float to = std::clamp(xs[i + 1], 0.0f, static_cast<float>(size.width));
            for (int x = static_cast<int>(std::lround(from)); x < static_cast<int>(std::lround(to)); ++x)
                map.at(x, y) = 1.0f;
        }
    }
    return map;
}

Image<float> shape_of(const Sighting& sighting, Size size) {
    if (sighting.outline.size() >= 3)
        return blurred(filled(sighting.outline, size), kSoftBorder);
    Image<float> map(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            map.at(x, y) = bump_about(share_of(x, y, size), sighting.box, kMarkedBox);
    return map;
}

}  // namespace allaprima
