#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "image/cie.h"
#include "image/filters.h"
#include "image/part_of.h"
#include "seeing/hands.h"
#include "seeing/shape_map.h"

namespace allaprima {
namespace {

/// A hand and what is around it are looked at with the hand so many pixels long.
constexpr float kHandPixels = 28.0f;
/// How far around the hand's middle it is looked, in hands.
constexpr float kReach = 2.5f;
/// How far a pixel may be from the one before it, and from the first, to be of one thing with it: CIE L*a*b*,
/// lightness counting half, for things have shadows.
constexpr float kSmoothStep = 4.0f, kOneColour = 16.0f;
/// How far what is beside it must be, in the mean over its border, and how far from the hand's own colour.
constexpr float kLeastEdge = 13.0f, kLeastUnlikeSkin = 14.0f;
/// Its area in hands, how much of its hull it fills, and how much of it the figure has.
constexpr float kSmallest = 0.25f, kLargest = 5.0f, kLeastFilled = 0.6f, kLeastInFigure = 0.5f;
/// Share of the hand's border along which it lies.
constexpr float kLeastTouched = 0.06f;

/// The neighbourhood of a hand.
struct Around {
    ShareRect window;  ///< Shares of the picture.
    Image<Lab> lab;
    Image<float> hand, figure;  ///< 0 to 1.
    Lab skin;                   ///< The hand's own colour.
    Vec2 towards_arm;           ///< From the hand's middle, a unit vector; 0 where it is not known.
};

float unlike(const Lab& one, const Lab& other) {
    return std::hypot(0.5f * (one.lightness - other.lightness), std::hypot(one.a - other.a, one.b - other.b));
}

/// The bone that ends in the hand, as the way to its arm.
Vec2 way_to_arm(const Sighting& hand, const std::vector<Bone>& bones, Size size) {
    const Vec2 middle = middle_of(hand.box);
    const auto in_pixels = [&](Vec2 v) {
        return Vec2{v.x * static_cast<float>(size.width), v.y * static_cast<float>(size.height)};
    };
    const float near = 0.8f * std::max(length(in_pixels({hand.box.width, 0.0f})),
                                       length(in_pixels({0.0f, hand.box.height})));
    for (const Bone& bone : bones) {
        const Vec2 arm = in_pixels(bone.from - bone.to);
        if (length(in_pixels(bone.to - middle)) < near && length(arm) > 0.0f)
            return arm * (1.0f / length(arm));
    }
    return {};
}

std::optional<Around> around(const Image<Rgb>& picture, const Sighting& hand, const Sights& sight,
                             const Image<float>& figure) {
    const Size size = picture.size();
    const Vec2 middle = middle_of(hand.box);
    const float side = std::max(hand.box.width * static_cast<float>(size.width),
                                hand.box.height * static_cast<float>(size.height));
    const auto pixel = [&](float share, float off, int most) {
        return std::clamp(static_cast<int>(std::lround(share * static_cast<float>(most) + off)), 0, most);
    };
    const PixelRect r{
        pixel(middle.x, -kReach * side, size.width), pixel(middle.y, -kReach * side, size.height),
        pixel(middle.x, kReach * side, size.width), pixel(middle.y, kReach * side, size.height)};
    if (side < 6.0f || r.x1 - r.x0 < 8 || r.y1 - r.y0 < 8)
        return std::nullopt;
    const int long_side = static_cast<int>(static_cast<float>(std::max(r.x1 - r.x0, r.y1 - r.y0)) *
                                           std::min(1.0f, kHandPixels / side));
    const Image<Rgb> near = part_of(picture, r);
    const Size small = with_long_side(near.size(), std::max(8, long_side));
    Around seen;
    seen.window = {static_cast<float>(r.x0) / static_cast<float>(size.width),
                   static_cast<float>(r.y0) / static_cast<float>(size.height),
                   static_cast<float>(r.x1 - r.x0) / static_cast<float>(size.width),
                   static_cast<float>(r.y1 - r.y0) / static_cast<float>(size.height)};
    seen.lab = Image<Lab>(small);
    const Image<Rgb> shrunk = resized(near, small);
    std::ranges::transform(shrunk.pixels(), seen.lab.pixels().begin(), lab_of_srgb);
    seen.figure = resized(part_of(figure, r), small);
    seen.hand = resized(part_of(shape_of(hand, size), r), small);
    seen.towards_arm = way_to_arm(hand, sight.bones, size);
    return seen;
}

Lab mean_in(const Image<Lab>& lab, const Image<float>& where) {
    Lab mean{0.0f, 0.0f, 0.0f};
    float sum = 1e-6f;
    for (size_t i = 0; i < lab.pixels().size(); ++i) {
        const float w = where.pixels()[i] > 0.5f ? 1.0f : 0.0f;
        mean.lightness += w * lab.pixels()[i].lightness;
        mean.a += w * lab.pixels()[i].a;
        mean.b += w * lab.pixels()[i].b;
        sum += w;
    }
    return {mean.lightness / sum, mean.a / sum, mean.b / sum};
}

/// An area of one colour.
struct Area {
    std::vector<std::pair<int, int>> pixels;
    bool open = false;  ///< It goes on beyond the window.
    float edge = 0.0f;  ///< How far what is beside it is from it, in the mean.
    float in_figure = 0.0f, touches = 0.0f, towards_arm = 0.0f;
    Lab colour{};
};

/// Spreads from a pixel over what has its colour.
Area area_from(const Around& seen, int x0, int y0, Image<unsigned char>& taken) {
    const Size size = seen.lab.size();
    Area area{.pixels = {{x0, y0}}};
    const Lab first = seen.lab.at(x0, y0);
    taken.at(x0, y0) = 1;
    float edges = 0.0f, edge = 0.0f;
    for (size_t k = 0; k < area.pixels.size(); ++k) {
        const auto [x, y] = area.pixels[k];
        for (const auto& [dx, dy] : {std::array{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            const int nx = x + dx, ny = y + dy;
            if (nx < 0 || ny < 0 || nx >= size.width || ny >= size.height) {
                area.open = true;
                continue;
            }
            const Lab there = seen.lab.at(nx, ny);
            if (unlike(there, seen.lab.at(x, y)) <= kSmoothStep && unlike(there, first) <= kOneColour) {
                if (!taken.at(nx, ny))
                    area.pixels.emplace_back(nx, ny);
                taken.at(nx, ny) = 1;
                continue;
            }
            edges += 1.0f;
            // Two pixels on, for edges are soft.
            const int fx = std::clamp(x + 2 * dx, 0, size.width - 1),
                      fy = std::clamp(y + 2 * dy, 0, size.height - 1);
            edge += unlike(seen.lab.at(fx, fy), seen.lab.at(x, y));
        }
    }
    area.edge = edges > 0.0f ? edge / edges : 0.0f;
    return area;
}

/// What the area has to do with the hand and the figure.
void measure(const Around& seen, float hand_border, Area& area) {
    const Size size = seen.lab.size();
    const Vec2 middle{0.5f * static_cast<float>(size.width), 0.5f * static_cast<float>(size.height)};
    Vec2 mean{};
    float inside = 0.0f, touches = 0.0f;
    for (const auto& [x, y] : area.pixels) {
        mean = mean + Vec2{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
        inside += seen.figure.at(x, y);
        const float hand = seen.hand.at(x, y);
        touches += hand > 0.15f && hand < 0.85f ? 1.0f : 0.0f;
        const Lab c = seen.lab.at(x, y);
        area.colour = {area.colour.lightness + c.lightness, area.colour.a + c.a, area.colour.b + c.b};
    }
    const float share = 1.0f / static_cast<float>(area.pixels.size());
    area.colour = {area.colour.lightness * share, area.colour.a * share, area.colour.b * share};
    area.in_figure = inside * share;
    area.touches = touches / hand_border;
    const Vec2 off = mean * share - middle;
    area.towards_arm = length(off) > 0.0f ? dot(off * (1.0f / length(off)), seen.towards_arm) : 0.0f;
}

std::vector<Vec2> outline_of(const Area& area, const Around& seen) {
    const Size size = seen.lab.size();
    std::vector<Vec2> corners;
    for (const auto& [x, y] : area.pixels)
        for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}})
            corners.push_back({seen.window.x + seen.window.width * static_cast<float>(x + dx) /
                                                   static_cast<float>(size.width),
                               seen.window.y + seen.window.height * static_cast<float>(y + dy) /
                                                   static_cast<float>(size.height)});
    return hull_of(std::move(corners));
}

/// How much of the polygon the area fills.
float filled_share(const std::vector<Vec2>& outline, const Area& area, const Around& seen) {
    float twice = 0.0f;
    for (size_t i = 0; i < outline.size(); ++i)
        twice += cross(outline[i], outline[(i + 1) % outline.size()]);
    const float pixel = seen.window.width * seen.window.height / static_cast<float>(seen.lab.size().area());
    return static_cast<float>(area.pixels.size()) * pixel / std::max(1e-9f, 0.5f * std::fabs(twice));
}

/// The thing that an area is, if it can be one that the hand holds.
std::optional<Sighting> thing_of(const Area& area, const Around& seen, float hand_area) {
    const float size = static_cast<float>(area.pixels.size()) / hand_area;
    if (area.open || size < kSmallest || size > kLargest || area.touches < kLeastTouched ||
        area.in_figure < kLeastInFigure || area.edge < kLeastEdge || area.towards_arm > 0.3f ||
        unlike(area.colour, seen.skin) < kLeastUnlikeSkin)
        return std::nullopt;
    Sighting held{.kind = Sighting::Kind::Held, .outline = outline_of(area, seen)};
    const float filled = filled_share(held.outline, area, seen);
    if (held.outline.size() < 3 || filled < kLeastFilled)
        return std::nullopt;
    held.box = box_around(held.outline);
    held.certainty = std::clamp(0.2f + 0.4f * (filled - kLeastFilled) + 0.01f * (area.edge - kLeastEdge) +
                                    0.5f * (area.touches - kLeastTouched),
                                0.1f, 0.8f);
    return held;
}

/// What the hand holds most surely.
std::optional<Sighting> held_by(const Around& seen) {
    float hand_area = 0.0f, hand_border = 1.0f;
    for (const float share : seen.hand.pixels()) {
        hand_area += share > 0.5f ? 1.0f : 0.0f;
        hand_border += share > 0.15f && share < 0.85f ? 1.0f : 0.0f;
    }
    if (hand_area < 8.0f)
        return std::nullopt;
    Image<unsigned char> taken(seen.lab.size());
    std::optional<Sighting> best;
    for (int y = 0; y < taken.height(); ++y)
        for (int x = 0; x < taken.width(); ++x) {
            const float hand = seen.hand.at(x, y);
            if (taken.at(x, y) || hand < 0.15f || hand > 0.85f)
                continue;
            Area area = area_from(seen, x, y, taken);
            measure(seen, hand_border, area);
            std::optional<Sighting> held = thing_of(area, seen, hand_area);
            if (held && (!best || held->certainty > best->certainty))
                best = std::move(held);
        }
    return best;
}

}  // namespace

std::vector<Sighting> find_held(const Image<Rgb>& picture, const Sights& sight, const Image<float>& figure) {
    std::vector<Sighting> things;
    if (figure.empty())
        return things;
    for (const Sighting& hand : sight.others) {
        if (hand.kind != Sighting::Kind::Hand)
            continue;
        std::optional<Around> seen = around(picture, hand, sight, figure);
        if (!seen)
            continue;
        seen->skin = mean_in(seen->lab, seen->hand);
        if (std::optional<Sighting> held = held_by(*seen)) {
            held->certainty *= hand.certainty;
            things.push_back(std::move(*held));
        }
    }
    return things;
}

}  // namespace allaprima
