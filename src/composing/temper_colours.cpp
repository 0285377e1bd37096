#include "composing/temper_colours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "image/colour.h"
#include "image/filters.h"
#include "image/oklab.h"

namespace allaprima {
namespace {

/// A picture may not be made so many times as colourful, or as dull: where there is next to no colour, there
/// would only be noise.
constexpr float kMostChroma = 3.0f;
/// Nor may its lights or its shadows be made warmer or colder by more.
constexpr float kMostWarmthShift = 0.12f;
/// How far lost darks run into each other: a blur of this share of the long side; and the lightness at which
/// edges begin to be found.
constexpr float kLostRadius = 0.014f, kLostBelow = 0.5f;

bool has_wishes(const Hand& hand) {
    return hand.range > 0.0f || hand.chroma != 1.0f || hand.warm_lights != 0.0f ||
           hand.cool_shadows != 0.0f || hand.tint > 0.0f || hand.lost_darks > 0.0f;
}

/// A curve through rising points, without overshooting them (Fritsch & Carlson, SIAM J. Numer. Anal. 17,
/// 1980).
class RisingCurve {
  public:
    using Points = std::array<Vec2, 5>;

    explicit RisingCurve(const Points& points) : points_(points) {
        std::array<float, 4> steep{};
        for (size_t k = 0; k < steep.size(); ++k)
            steep[k] = (points[k + 1].y - points[k].y) / (points[k + 1].x - points[k].x);
        slope_.front() = steep.front();
        slope_.back() = steep.back();
        for (size_t k = 1; k < steep.size(); ++k)
            slope_[k] = steep[k - 1] + steep[k] > 0.0f
                            ? 2.0f * steep[k - 1] * steep[k] / (steep[k - 1] + steep[k])
                            : 0.0f;
    }

    float at(float x) const {
        size_t k = 0;
        while (k + 2 < points_.size() && x > points_[k + 1].x)
            ++k;
        const float width = points_[k + 1].x - points_[k].x;
        const float t = std::clamp((x - points_[k].x) / width, 0.0f, 1.0f), u = 1.0f - t;
        return points_[k].y * (1.0f + 2.0f * t) * u * u + slope_[k] * width * t * u * u +
               points_[k + 1].y * t * t * (3.0f - 2.0f * t) - slope_[k + 1] * width * t * t * u;
    }

  private:
    Points points_;
    std::array<float, 5> slope_{};
};

/// Moves a picture's darks, middle tones and lights to where the hand wants them.
RisingCurve values_moved(const Image<Oklab>& picture, const Hand& hand) {
    constexpr float kApart = 0.02f;  // the least distance of two points, so that a curve leads through them
    ValueRange from = value_range(picture);
    from.darkest = std::clamp(from.darkest, kApart, 1.0f - 4.0f * kApart);
    from.middle = std::clamp(from.middle, from.darkest + kApart, 1.0f - 3.0f * kApart);
    from.lightest = std::clamp(from.lightest, from.middle + kApart, 1.0f - kApart);
    const auto moved = [&](float is, float wanted) { return is + hand.range * (wanted - is); };
    const float dark = moved(from.darkest, hand.darkest);
    const float middle = std::max(dark, moved(from.middle, hand.middle));
    const float light = std::max(middle, moved(from.lightest, hand.lightest));
    return RisingCurve({{{0.0f, std::max(0.0f, dark - from.darkest)},
                         {from.darkest, dark},
                         {from.middle, middle},
                         {from.lightest, light},
                         {1.0f, std::max(light, std::min(1.0f, light + 1.0f - from.lightest))}}});
}

/// What is done to every colour alike.
class Temper {
  public:
    Temper(const Image<Oklab>& picture, const Hand& hand)
        : hand_(hand), values_(values_moved(picture, hand)) {
        if (hand.tint > 0.0f)
            meet_means(picture);
    }

    Oklab operator()(Oklab colour) const {
        return moved(colour, chroma_ * hand_.chroma, lights_ + hand_.warm_lights,
                     shadows_ - hand_.cool_shadows);
    }

  private:
    /// What shifts the lights shifts the mean of the shadows a little too, colours that no screen shows lose
    /// chroma, and every shift moves the mean chroma: the means are met step by step.
    void meet_means(const Image<Oklab>& picture) {
        constexpr int kSteps = 8;
        const ColourMeans is = shown_means(picture);
        const auto wanted = [&](float from, float to) { return from + hand_.tint * (to - from); };
        const ColourMeans goal{wanted(is.chroma, hand_.mean_chroma),
                               wanted(is.light_warmth, hand_.light_warmth),
                               wanted(is.shadow_warmth, hand_.shadow_warmth)};
        for (int step = 0; step < kSteps; ++step) {
            const ColourMeans now = shown_means(picture);
            chroma_ = std::clamp(chroma_ * goal.chroma / std::max(1e-4f, now.chroma), 1.0f / kMostChroma,
                                 kMostChroma);
            lights_ = std::clamp(lights_ + goal.light_warmth - now.light_warmth, -kMostWarmthShift,
                                 kMostWarmthShift);
            shadows_ = std::clamp(shadows_ + goal.shadow_warmth - now.shadow_warmth, -kMostWarmthShift,
                                  kMostWarmthShift);
        }
    }

    /// The means of what would be shown now, of every so manieth pixel.
    ColourMeans shown_means(const Image<Oklab>& picture) const {
        constexpr size_t kSample = 20'000;
        const auto pixels = picture.pixels();
        const size_t step = std::max<size_t>(1, pixels.size() / kSample);
        Image<Oklab> sample({static_cast<int>((pixels.size() + step - 1) / step), 1});
        for (size_t i = 0; i < sample.pixels().size(); ++i)
            sample.pixels()[i] =
                oklab_of_srgb(srgb_of_oklab_in_gamut(moved(pixels[i * step], chroma_, lights_, shadows_)));
        return colour_means(sample);
    }

    Oklab moved(Oklab colour, float chroma, float lights, float shadows) const {
        Oklab c = valued(colour);
        const float light = share_of_light(c.lightness);
        const float warmer = light * lights + (1.0f - light) * shadows;
        c.a = c.a * chroma + warmer * kWarm.x;
        c.b = c.b * chroma + warmer * kWarm.y;
        return c;
    }

    Oklab valued(Oklab c) const { return hand_.range > 0.0f ? Oklab{values_.at(c.lightness), c.a, c.b} : c; }

    const Hand& hand_;
    RisingCurve values_;
    float chroma_ = 1.0f, lights_ = 0.0f, shadows_ = 0.0f;
};

void lose_darks(Image<Oklab>& picture, float share) {
    const float radius = kLostRadius * static_cast<float>(picture.size().long_side());
    Image<Rgb> broad(picture.size());
    for (size_t i = 0; i < broad.pixels().size(); ++i) {
        const Oklab c = picture.pixels()[i];
        broad.pixels()[i] = {c.lightness, c.a, c.b};
    }
    broad = blurred(broad, radius);
    for (size_t i = 0; i < broad.pixels().size(); ++i) {
        Oklab& c = picture.pixels()[i];
        const Rgb b = broad.pixels()[i];
        const float dark =
            std::clamp((kLostBelow - std::max(c.lightness, b.r)) / (0.5f * kLostBelow), 0.0f, 1.0f);
        const float lost = share * dark;
        c = {c.lightness + lost * (b.r - c.lightness), c.a + lost * (b.g - c.a), c.b + lost * (b.b - c.b)};
    }
}

}  // namespace

void temper_colours(Reference& reference, const Hand& hand, bool own_ground) {
    if (!has_wishes(hand))
        return;
    // The ground of older cut-outs, which is never seen.
    const bool planned_over = reference.transparent_ground && reference.alpha.empty();
    Image<Oklab> picture = oklab_of_srgb(reference.colour);
    const Temper temper(picture, hand);
    for (Oklab& c : picture.pixels())
        c = temper(c);
    if (hand.lost_darks > 0.0f)
        lose_darks(picture, hand.lost_darks);
    for (size_t i = 0; i < picture.pixels().size(); ++i) {
        Rgb& pixel = reference.colour.pixels()[i];
        if (planned_over && pixel == reference.ground)
            continue;
        const Rgb c = srgb_of_oklab_in_gamut(picture.pixels()[i]);
        pixel = {in_16_bit_steps(c.r), in_16_bit_steps(c.g), in_16_bit_steps(c.b)};
    }
    if (!own_ground && !planned_over)
        reference.ground = srgb_of_oklab_in_gamut(temper(oklab_of_srgb(reference.ground)));
}

}  // namespace allaprima
