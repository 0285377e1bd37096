#include "showing/show_painting.h"

#include <algorithm>
#include <cmath>

#include "image/colour.h"
#include "image/filters.h"
#include "image/part_of.h"
#include "rendering/growing_picture.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

constexpr int kShownTile = 128;  // pixels
constexpr size_t kSteps = 32;    // of a painting that grows
constexpr long long kMostBytes = 1LL << 30;

/// 65535 times the share, as the two bytes of it.
Rgb in_two_bytes(float share) {
    const auto steps = static_cast<int>(std::lround(std::clamp(share, 0.0f, 1.0f) * 65535.0f));
    const int high = steps / 256;
    const int low = steps % 256;
    return {static_cast<float>(high) / 255.0f, static_cast<float>(low) / 255.0f, 0.0f};
}

Picture part_of_picture(const Picture& picture, const PixelRect& area) {
    return {part_of(picture.colour, area),
            picture.alpha.empty() ? Image<float>() : part_of(picture.alpha, area)};
}

bool meet(const PixelRect& a, const PixelRect& b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/// Hands over each tile that one of the changed areas meets.
void show_changed(const GrowingPicture& growing, const std::vector<PixelRect>& changed,
                  const std::function<void(const GrownPart&)>& sink) {
    const Size whole = growing.picture().size();
    for (int y = 0; y < whole.height; y += kShownTile)
        for (int x = 0; x < whole.width; x += kShownTile) {
            const PixelRect tile{x, y, std::min(x + kShownTile, whole.width),
                                 std::min(y + kShownTile, whole.height)};
            if (std::ranges::any_of(changed, [&](const PixelRect& area) { return meet(area, tile); }))
                sink({tile, whole, growing.strokes(), part_of_picture(growing.picture(), tile)});
        }
}

}  // namespace

Size shown_size(const Plan& plan, int long_side) {
    const float longest = std::max(plan.width_mm, plan.height_mm);
    const auto side = [&](float mm) {
        return std::max(1, static_cast<int>(std::lround(mm / longest * static_cast<float>(long_side))));
    };
    return {side(plan.width_mm), side(plan.height_mm)};
}

Picture show_painting(const Plan& plan, const Brief& brief, const Showing& showing,
                      const ThreadPool& workers) {
    RenderSettings settings = shown_as(brief, shown_size(plan, showing.long_side));
    settings.finish = showing.finish;
    settings.part = showing.part;
    settings.wide = false;
    Picture picture = render_picture(plan, settings, workers);
    if (showing.finish == Finish::Relief)
        for (Rgb& pixel : picture.colour.pixels())
            pixel = in_two_bytes(pixel.r);
    return picture;
}

bool show_painting_grow(const Plan& plan, const Brief& brief, int long_side, const ThreadPool& workers,
                        Observer& observer, const std::function<void(const GrownPart&)>& sink) {
    RenderSettings settings = shown_as(brief, shown_size(plan, long_side));
    settings.finish = Finish::Lit;
    settings.wide = false;
    if (GrowingPicture::bytes(plan, settings.size) > kMostBytes)
        return true;
    GrowingPicture growing(plan, settings, workers);
    const size_t strokes = plan.strokes.size();
    for (size_t step = 1; step <= kSteps; ++step) {
        observer.progress("painting", static_cast<double>(step - 1) / kSteps);
        if (observer.stop_requested())
            return false;
        show_changed(growing, growing.lay_up_to(strokes * step / kSteps), sink);
    }
    return true;
}

Picture show_photo(const Photo& photo, int long_side) {
    const Size size =
        photo.size().long_side() > long_side ? with_long_side(photo.size(), long_side) : photo.size();
    Picture picture{screen_srgb(size == photo.size() ? photo.colour : resized(photo.colour, size)), {}};
    if (!photo.alpha.empty())
        picture.alpha = resized(photo.alpha, size);
    return picture;
}

}  // namespace allaprima
