#include "planning/part_view.h"

#include <algorithm>
#include <cmath>

#include "image/filters.h"
#include "image/part_of.h"

namespace allaprima {
namespace {

/// What is seen around the boxes on each side, of the larger of their sides; and at least so many pixels.
constexpr float kAround = 0.3f, kLeastAround = 6.0f;
/// So wide a thing is wanted, pixels, as far as a view can be as fine that has no photograph behind it.
constexpr float kWanted = 240.0f;
constexpr int kFinerThanReference = 2;
/// Width of a box's border, of the smaller of its sides.
constexpr float kBorder = 0.12f;

BoundingBox around_all(std::span<const ShareRect> boxes, Size picture) {
    const auto width = static_cast<float>(picture.width), height = static_cast<float>(picture.height);
    BoundingBox all;
    for (const ShareRect& box : boxes) {
        all.include({box.x * width, box.y * height});
        all.include({(box.x + box.width) * width, (box.y + box.height) * height});
    }
    return all;
}

PixelRect cut_to(const BoundingBox& box, const PixelRect& area) {
    const auto low = [](float v, int least, int most) {
        return std::clamp(static_cast<int>(std::floor(v)), least, most);
    };
    const auto high = [](float v, int least, int most) {
        return std::clamp(static_cast<int>(std::ceil(v)), least, most);
    };
    const int x0 = low(box.low.x, area.x0, area.x1 - 1), y0 = low(box.low.y, area.y0, area.y1 - 1);
    return {x0, y0, high(box.high.x, x0 + 1, area.x1), high(box.high.y, y0 + 1, area.y1)};
}

bool holds(const PixelRect& area, const BoundingBox& box) {
    return box.low.x >= static_cast<float>(area.x0) && box.low.y >= static_cast<float>(area.y0) &&
           box.high.x <= static_cast<float>(area.x1) && box.high.y <= static_cast<float>(area.y1);
}

/// A part of a picture that is so many times as fine as the reference.
/// @param corner of that picture, pixels of the reference.
Image<Rgb> finer_part(const Image<Rgb>& picture, const PixelRect& area, int finer, int left, int top) {
    return part_of(picture, {(area.x0 - left) * finer, (area.y0 - top) * finer, (area.x1 - left) * finer,
                             (area.y1 - top) * finer});
}

/// How far a place lies within a box, in widths of its border: 0 on its side, 1 where that ends.
/// @param at shares of the picture. @param border width of it, along x and y.
float depth_in(const ShareRect& box, Vec2 at, Vec2 border) {
    const float left = box.x <= 0.0f ? 1.0f : (at.x - box.x) / border.x,
                right = box.x + box.width >= 1.0f ? 1.0f : (box.x + box.width - at.x) / border.x,
                top = box.y <= 0.0f ? 1.0f : (at.y - box.y) / border.y,
                bottom = box.y + box.height >= 1.0f ? 1.0f : (box.y + box.height - at.y) / border.y;
    return std::clamp(std::min({left, right, top, bottom}), 0.0f, 1.0f);
}

}  // namespace

CloseView view_of_boxes(const Reference& reference, std::span<const ShareRect> boxes) {
    const Size size = reference.size();
    const BoundingBox all = around_all(boxes, size);
    const float longest = std::max(all.size().x, all.size().y),
                around = std::max(kLeastAround, kAround * longest);
    const BoundingBox wide{all.low - Vec2{around, around}, all.high + Vec2{around, around}};
    const CloseView* closest = nullptr;
    for (const CloseView& view : reference.close_views)
        if (holds(view.area, all) && (!closest || view.finer > closest->finer))
            closest = &view;
    if (closest) {
        const PixelRect area = cut_to(wide, closest->area);
        return {area, closest->finer,
                finer_part(closest->colour, area, closest->finer, closest->area.x0, closest->area.y0)};
    }
    const PixelRect area = cut_to(wide, {0, 0, size.width, size.height});
    const int finer = 2.0f * longest <= kWanted ? kFinerThanReference : 1;
    return {area, finer,
            resized(part_of(reference.colour, area), {area.width() * finer, area.height() * finer})};
}

Image<float> share_in_boxes(const CloseView& view, Size picture, std::span<const ShareRect> boxes) {
    Image<float> shares(view.colour.size());
    const auto width = static_cast<float>(picture.width), height = static_cast<float>(picture.height);
    const float pixel = 1.0f / static_cast<float>(view.finer);
    for (const ShareRect& box : boxes) {
        const float border = kBorder * std::min(box.width * width, box.height * height);
        for (int y = 0; y < shares.height(); ++y)
            for (int x = 0; x < shares.width(); ++x) {
                const Vec2 at{
                    (static_cast<float>(view.area.x0) + (static_cast<float>(x) + 0.5f) * pixel) / width,
                    (static_cast<float>(view.area.y0) + (static_cast<float>(y) + 0.5f) * pixel) / height};
                float& share = shares.at(x, y);
                share = std::max(share, depth_in(box, at, {border / width, border / height}));
            }
    }
    return shares;
}

}  // namespace allaprima
