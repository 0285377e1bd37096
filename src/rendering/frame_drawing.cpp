#include "rendering/frame_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "image/colour.h"
#include "rendering/noise.h"

namespace allaprima {
namespace {

// Lengths in millimetres.
constexpr float kBevel = 1.6f;       // the slanting cut of a passe-partout,
constexpr float kBoard = 1.8f;       // and how thick it is
constexpr float kLeastDepth = 2.0f;  // by how much a frame stands above what it holds
constexpr float kMostDepth = 9.0f;
constexpr float kMitre = 0.14f;  // half the width of the joint between two mouldings
constexpr float kOtherGrain = 731.0f;
constexpr float kDeepestShadow = 0.5f, kInCorners = 0.12f;
constexpr Rgb kWarmWhite{0.945f, 0.925f, 0.88f};
constexpr Rgb kCore{0.93f, 0.92f, 0.89f};  // of the board, linear

/// A moulding in section: how high it is at a share of its width from the outer edge; a share of its width.
using Section = std::span<const Vec2>;

constexpr std::array kFlatSection{Vec2{0.0f, 0.0f},   Vec2{0.07f, 0.27f}, Vec2{0.5f, 0.3f},
                                  Vec2{0.84f, 0.27f}, Vec2{0.87f, 0.17f}, Vec2{0.95f, 0.17f},
                                  Vec2{1.0f, 0.09f}};
constexpr std::array kScoop{Vec2{0.0f, 0.0f},   Vec2{0.08f, 0.36f}, Vec2{0.2f, 0.38f}, Vec2{0.8f, 0.12f},
                            Vec2{0.86f, 0.17f}, Vec2{0.94f, 0.17f}, Vec2{1.0f, 0.08f}};
constexpr std::array kBox{Vec2{0.0f, 0.0f}, Vec2{0.04f, 0.2f}, Vec2{0.93f, 0.22f}, Vec2{1.0f, 0.12f}};
constexpr std::array kOgee{Vec2{0.0f, 0.0f},   Vec2{0.09f, 0.3f},  Vec2{0.14f, 0.27f}, Vec2{0.24f, 0.42f},
                           Vec2{0.34f, 0.36f}, Vec2{0.72f, 0.13f}, Vec2{0.78f, 0.19f}, Vec2{0.84f, 0.13f},
                           Vec2{0.94f, 0.17f}, Vec2{1.0f, 0.06f}};

Section section_of(FrameKind kind) {
    switch (kind) {
        case FrameKind::Walnut:
        case FrameKind::White:
            return kScoop;
        case FrameKind::Black:
            return kBox;
        case FrameKind::Gilt:
            return kOgee;
        default:
            return kFlatSection;
    }
}

struct Relief {
    float height = 0.0f, slope = 0.0f;
};

/// The section at a share of its width; its points are joined smoothly.
Relief relief_at(Section section, float share) {
    size_t i = 1;
    while (i + 1 < section.size() && section[i].x < share)
        ++i;
    const Vec2 from = section[i - 1], to = section[i];
    const float t = std::clamp((share - from.x) / (to.x - from.x), 0.0f, 1.0f);
    return {joined_smoothly(from.y, to.y, t), (to.y - from.y) / (to.x - from.x) * 6.0f * t * (1.0f - t)};
}

/// The two colours between which a wood's grain goes.
std::array<Rgb, 2> colours_of(FrameKind kind) {
    return kind == FrameKind::Oak ? std::array{Rgb{0.29f, 0.16f, 0.07f}, Rgb{0.55f, 0.36f, 0.185f}}
                                  : std::array{Rgb{0.045f, 0.02f, 0.011f}, Rgb{0.15f, 0.075f, 0.04f}};
}

float eased(float low, float high, float x) {
    return joined_smoothly(0.0f, 1.0f, std::clamp((x - low) / (high - low), 0.0f, 1.0f));
}

float depth_of(float frame) {
    return std::clamp(0.22f * frame, kLeastDepth, kMostDepth);
}

}  // namespace

FrameDrawing::FrameDrawing(const Framing& framing, Border border, Size painting, float pixel_mm,
                           const Light& light)
    : whole_{static_cast<float>(painting.width + 2 * border.width()) * pixel_mm,
             static_cast<float>(painting.height + 2 * border.width()) * pixel_mm},
      frame_(static_cast<float>(border.frame) * pixel_mm),
      mat_(static_cast<float>(border.mat) * pixel_mm),
      pixel_mm_(pixel_mm),
      kind_(framing.frame),
      board_(linear_from_srgb(framing.mat_colour.value_or(kWarmWhite))),
      lighting_(light),
      noise_(7) {
    constexpr float kRadians = std::numbers::pi_v<float> / 180.0f;
    constexpr float kLongestShadow = 1.6f;
    const float up = light.elevation * kRadians, around = light.azimuth * kRadians;
    key_x_ = std::sin(around) * std::cos(up);
    key_y_ = -std::cos(around) * std::cos(up);
    key_z_ = std::sin(up);
    const float length_of_shadow = std::min(kLongestShadow, std::cos(up) / key_z_);
    towards_light_ = Vec2{std::sin(around), -std::cos(around)} * length_of_shadow;
}

Rgb FrameDrawing::beside(int x, int y) const {
    // Four looks at each pixel: edges and grain are finer than it.
    Rgb sum;
    for (const Vec2 off : {Vec2{0.25f, 0.25f}, Vec2{0.75f, 0.25f}, Vec2{0.25f, 0.75f}, Vec2{0.75f, 0.75f}}) {
        const Rgb seen =
            seen_at(Vec2{static_cast<float>(x) + off.x, static_cast<float>(y) + off.y} * pixel_mm_);
        sum = sum + Rgb{std::clamp(seen.r, 0.0f, 1.0f), std::clamp(seen.g, 0.0f, 1.0f),
                        std::clamp(seen.b, 0.0f, 1.0f)};
    }
    return srgb_from_linear(sum * 0.25f);
}

float FrameDrawing::light_on_paint(int x, int y) const {
    const Vec2 point = Vec2{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f} * pixel_mm_;
    const float of_frame = frame_ > 0.0f ? light_below(point, frame_, depth_of(frame_)) : 1.0f;
    return of_frame * (mat_ > 0.0f ? light_below(point, frame_ + mat_, kBoard) : 1.0f);
}

FrameDrawing::Place FrameDrawing::place_of(Vec2 point) const {
    const float left = point.x, right = whole_.x - point.x, top = point.y, bottom = whole_.y - point.y;
    const float aside = std::min(left, right), upright = std::min(top, bottom);
    const float mitre = std::fabs(aside - upright) * std::numbers::sqrt2_v<float> * 0.5f;
    if (aside < upright)
        return {aside,
                point.y + (left < right ? 0.0f : 2.0f * kOtherGrain),
                {left < right ? 1.0f : -1.0f, 0.0f},
                mitre};
    return {upright,
            point.x + (top < bottom ? kOtherGrain : 3.0f * kOtherGrain),
            {0.0f, top < bottom ? 1.0f : -1.0f},
            mitre};
}

Rgb FrameDrawing::seen_at(Vec2 point) const {
    const Place place = place_of(point);
    return place.in < frame_ ? moulding(place) : board(point, place);
}

Rgb FrameDrawing::moulding(const Place& place) const {
    const Relief relief = relief_at(section_of(kind_), place.in / frame_);
    const float joint = std::max(kMitre, 0.3f * pixel_mm_);
    const float shade = 1.0f - 0.5f * (1.0f - eased(0.0f, 2.0f * joint, place.mitre));
    const Vec2 slope = place.inwards * relief.slope;
    switch (kind_) {
        case FrameKind::Gilt:
            return gold(place, relief.slope) * shade;
        case FrameKind::Black:
            return lighting_.seen(Rgb{0.012f, 0.0115f, 0.012f}, slope) * shade;
        case FrameKind::White:
            return lighting_.seen(Rgb{0.76f, 0.745f, 0.70f}, slope * 0.7f) * shade;
        default:
            return lighting_.seen(wood(place), slope * 0.8f) * shade;
    }
}

float FrameDrawing::grain(float across, float along) const {
    // What is finer than pixels is their mean.
    const auto at = [&](float fine, float stretch) {
        const float kept = resolved_share(1.0f / fine, pixel_mm_);
        return 0.5f + kept * (noise_.at(across * fine, along * stretch) - 0.5f);
    };
    const float bent = across + 5.0f * noise_.at(along * 0.008f, across * 0.03f);
    const float ring = 0.5f + 0.5f * std::sin(bent * 1.1f + 3.0f * noise_.at(bent * 0.11f, along * 0.004f));
    return 0.34f * ring + 0.3f * at(0.8f, 0.014f) + 0.22f * at(2.3f, 0.03f) + 0.14f * at(5.1f, 0.09f);
}

Rgb FrameDrawing::wood(const Place& place) const {
    const auto [dark, light] = colours_of(kind_);
    const float tone = grain(place.in, place.along);
    const float pores = noise_.at(place.in * 4.3f + 17.0f, place.along * 0.16f);
    const float open = kind_ == FrameKind::Oak ? 0.3f * resolved_share(0.23f, pixel_mm_) : 0.15f;
    return lerp(dark, light, tone) * (1.0f - open * eased(0.68f, 0.86f, pores));
}

Rgb FrameDrawing::gold(const Place& place, float slope) const {
    constexpr Rgb kGold{0.83f, 0.53f, 0.17f}, kBole{0.2f, 0.045f, 0.02f};
    // Burnished by hand: not quite even.
    const float uneven = 0.16f * (noise_.at(place.in * 0.5f, place.along * 0.21f) - 0.5f);
    const float nz = 1.0f / std::sqrt(1.0f + slope * slope);
    const float tilt = -slope * nz + uneven;
    const float nx = place.inwards.x * tilt, ny = place.inwards.y * tilt;
    // The room in it: the lamp and its broad glow, light from above, darkness below.
    const float rx = 2.0f * nz * nx, ry = 2.0f * nz * ny, rz = 2.0f * nz * nz - 1.0f;
    const float lamp = std::max(0.0f, rx * key_x_ + ry * key_y_ + rz * key_z_);
    const float lamp_4 = lamp * lamp * lamp * lamp;
    const float room = 0.26f + 0.42f * lamp - 0.16f * ry + 0.75f * lamp_4 * lamp_4 * lamp_4;
    const float worn_here = noise_.at(place.in * 0.33f + 40.0f, place.along * 0.05f);
    const float fine = noise_.at(place.in * 1.7f, place.along * 0.6f + 9.0f);
    const float worn = 0.55f * eased(0.62f, 0.95f, 0.65f * worn_here + 0.35f * fine);
    return lerp(kGold, kBole, worn) * std::max(0.05f, room);
}

Rgb FrameDrawing::board(Vec2 point, const Place& place) const {
    const float shade = frame_ > 0.0f ? light_below(point, frame_, depth_of(frame_)) : 1.0f;
    const float bevel = std::min(kBevel, 0.4f * mat_);
    if (place.in > frame_ + mat_ - bevel)
        return lighting_.seen(kCore, place.inwards * -0.55f) * shade;
    const float felt = resolved_share(0.6f, pixel_mm_) * (noise_.at(point.x * 1.7f, point.y * 1.7f) - 0.5f);
    return board_ * (shade * (1.0f + 0.02f * felt));
}

float FrameDrawing::light_below(Vec2 point, float in, float height) const {
    const auto inside = [&](Vec2 p) {
        return std::min({p.x - in, whole_.x - in - p.x, p.y - in, whole_.y - in - p.y});
    };
    const float soft = 0.7f * height;
    const float lit = eased(-soft, soft, inside(point + towards_light_ * height));
    const float open = eased(0.0f, 1.5f * height, inside(point));
    return (1.0f - kDeepestShadow * (1.0f - lit)) * (1.0f - kInCorners * (1.0f - open));
}

}  // namespace allaprima
