#include "composing/close_views.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "image/colour.h"
#include "image/filters.h"
#include "image/part_of.h"

namespace allaprima {
namespace {

/// So wide a face and a hand are wanted, pixels; and what is seen around one, in its box.
constexpr float kFaceWidth = 240.0f, kHandWidth = 120.0f;
constexpr float kAround = 1.4f;
/// A view may be so many times as fine as the photograph: strokes have edges that are finer than its pixels.
constexpr float kFinerView = 2.0f;
/// Smaller ones, in pixels of the reference, have nothing to be seen in them.
constexpr float kSmallest = 5.0f;
/// Of all close views together, beside the reference.
constexpr double kMostPixels = 1.5;

/// What is to be seen, and how wide.
struct Wish {
    ShareRect box;
    float width;  ///< Pixels.
};

/// The first face, hands and what they hold, the other faces.
std::vector<Wish> wishes_for(const std::vector<Face>& faces, const std::vector<Sighting>& others) {
    std::vector<Wish> wishes;
    wishes.reserve(faces.size() + others.size());
    for (const Face& face : faces)
        wishes.push_back({face.box, kFaceWidth});
    const auto after_first = wishes.begin() + (wishes.empty() ? 0 : 1);
    std::vector<Wish> hands;
    for (const Sighting& seen : others)
        if (seen.kind == Sighting::Kind::Hand || seen.kind == Sighting::Kind::Held)
            hands.push_back({seen.box, kHandWidth});
    wishes.insert(after_first, hands.begin(), hands.end());
    return wishes;
}

/// How many times as finely what is this wide is to be seen.
int wanted_fineness(float width, float wanted, Size photo, Size reference) {
    const float photo_has = static_cast<float>(photo.long_side()) / static_cast<float>(reference.long_side());
    const float most = std::clamp(std::round(photo_has), kFinerView, static_cast<float>(kFinestView));
    return static_cast<int>(std::clamp(std::round(wanted / width), 1.0f, most));
}

PixelRect area_around(const ShareRect& box, Size size) {
    const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    const Vec2 middle{(box.x + 0.5f * box.width) * width, (box.y + 0.5f * box.height) * height};
    const Vec2 half{0.5f * kAround * box.width * width, 0.5f * kAround * box.height * height};
    const auto low = [](float v) { return std::max(0, static_cast<int>(std::floor(v))); };
    const auto high = [](float v, int most) { return std::min(most, static_cast<int>(std::ceil(v))); };
    return {low(middle.x - half.x), low(middle.y - half.y), high(middle.x + half.x, size.width),
            high(middle.y + half.y, size.height)};
}

/// The photograph as large as a view wants it, sRGB-encoded; made once for each fineness.
class FinerPhotos {
  public:
    FinerPhotos(const Photo& photo, Size reference) : photo_(photo), reference_(reference) {}

    const Image<Rgb>& of(int finer) {
        auto [found, fresh] = finer_.try_emplace(finer);
        if (fresh)
            found->second =
                screen_srgb(resized(photo_.colour, {reference_.width * finer, reference_.height * finer}));
        return found->second;
    }

  private:
    const Photo& photo_;
    Size reference_;
    std::map<int, Image<Rgb>> finer_;
};

/// A colour as references keep them.
Rgb kept(Rgb colour) {
    const auto step = [](float v) { return in_16_bit_steps(std::clamp(v, 0.0f, 1.0f)); };
    return {step(colour.r), step(colour.g), step(colour.b)};
}

/// The reference's part, with what the finer photograph has beyond its own mean over each of its pixels.
Image<Rgb> seen_closely(const PixelRect& area, int finer, const Reference& reference,
                        const Image<Rgb>& photo) {
    const PixelRect fine{area.x0 * finer, area.y0 * finer, area.x1 * finer, area.y1 * finer};
    const Image<Rgb> part = part_of(photo, fine), there = part_of(reference.colour, area);
    const Image<Rgb> coarse = resized(part, there.size());
    Image<Rgb> change(there.size());
    for (size_t i = 0; i < change.pixels().size(); ++i)
        change.pixels()[i] = there.pixels()[i] - coarse.pixels()[i];
    const Image<Rgb> changed = resized(change, part.size());
    Image<Rgb> seen(part.size());
    for (size_t i = 0; i < seen.pixels().size(); ++i)
        seen.pixels()[i] = kept(part.pixels()[i] + changed.pixels()[i]);
    return seen;
}

}  // namespace

std::vector<CloseView> close_views(const Photo& photo, const Reference& reference,
                                   const std::vector<Face>& faces, const std::vector<Sighting>& others) {
    std::vector<CloseView> views;
    // What lies hidden under transparent pixels would show.
    if (!photo.alpha.empty())
        return views;
    FinerPhotos photos(photo, reference.size());
    double left = kMostPixels * static_cast<double>(reference.size().area());
    for (const Wish& wish : wishes_for(faces, others)) {
        const float width = wish.box.width * static_cast<float>(reference.size().width);
        const int finer = wanted_fineness(width, wish.width, photo.size(), reference.size());
        const PixelRect area = area_around(wish.box, reference.size());
        const double pixels = static_cast<double>(finer * finer) * area.width() * area.height();
        if (finer < 2 || width < kSmallest || area.width() < 2 || area.height() < 2 || pixels > left)
            continue;
        left -= pixels;
        views.push_back({area, finer, seen_closely(area, finer, reference, photos.of(finer))});
    }
    return views;
}

}  // namespace allaprima
