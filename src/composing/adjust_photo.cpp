#include "composing/adjust_photo.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "composing/adjust_light.h"
#include "composing/crop_photo.h"
#include "composing/turned_part.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

constexpr ShareRect kWhole{0.0f, 0.0f, 1.0f, 1.0f};
/// A photograph of which less is left shows nothing that could be painted.
constexpr int kFewestPixels = 16;

/// What of a crop lies within the photograph.
ShareRect within(const ShareRect& crop) {
    const float x = std::clamp(crop.x, 0.0f, 1.0f), y = std::clamp(crop.y, 0.0f, 1.0f);
    return {x, y, std::clamp(crop.width, 0.0f, 1.0f - x), std::clamp(crop.height, 0.0f, 1.0f - y)};
}

/// As large as `shares` of a size.
Size size_of(Size whole, const ShareRect& part, double scale) {
    const auto side = [scale](int pixels, float share) {
        return static_cast<int>(std::lround(scale * static_cast<double>(share) * pixels));
    };
    return {side(whole.width, part.width), side(whole.height, part.height)};
}

Status check_left(Size left) {
    if (std::min(left.width, left.height) >= kFewestPixels)
        return Done{};
    return Error{"cropped and turned like this, " + std::to_string(left.width) + " x " +
                     std::to_string(left.height) + " pixels of the photograph are left: leave at least " +
                     std::to_string(kFewestPixels) + " either way",
                 true};
}

/// Light that is not there has no colour: what is transparent weighs less in a blend.
void turn_pixels(Photo& photo, const TurnedPart& turned, Size left) {
    if (photo.alpha.empty()) {
        photo.colour = turned_part(photo.colour, turned, left);
        return;
    }
    for (size_t i = 0; i < photo.colour.pixels().size(); ++i)
        photo.colour.pixels()[i] = photo.colour.pixels()[i] * photo.alpha.pixels()[i];
    photo.colour = turned_part(photo.colour, turned, left);
    photo.alpha = turned_part(photo.alpha, turned, left);
    for (size_t i = 0; i < photo.colour.pixels().size(); ++i)
        if (const float alpha = photo.alpha.pixels()[i]; alpha > 0.0f)
            photo.colour.pixels()[i] = photo.colour.pixels()[i] * (1.0f / alpha);
}

}  // namespace

int long_side_to_crop(int long_side, const Adjustment& asked) {
    if (!asked.crop)
        return long_side;
    const float share = std::max({asked.crop->width, asked.crop->height, 0.01f});
    const int wanted = static_cast<int>(std::ceil(static_cast<float>(long_side) / std::min(share, 1.0f)));
    return std::max(long_side, std::min(wanted, kLargestPlanSize));
}

Result<Photo> adjusted(Photo photo, const Adjustment& asked) {
    const ShareRect part = within(asked.crop.value_or(kWhole));
    const bool is_turned = asked.turn != 0.0f;
    if (is_turned || part != kWhole) {
        const double kept = kept_of_turned(photo.size(), asked.turn);
        const Size left = size_of(photo.size(), part, kept);
        const Size original = size_of(photo.original_size, part, kept);
        if (const Status enough = check_left(left); !enough)
            return enough.error();
        if (is_turned)
            turn_pixels(photo, {.degrees = asked.turn, .part = part}, left);
        else
            photo = cropped(photo, part);
        photo.original_size = original;
        photo.part = kWhole;
    }
    adjust_light(photo.colour, asked.brightness, asked.warmth);
    return photo;
}

}  // namespace allaprima
