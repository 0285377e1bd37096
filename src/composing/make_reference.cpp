#include "composing/make_reference.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "image/colour.h"
#include "image/filters.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

constexpr int kSmallestAutomaticPlan = 512;
constexpr int kStrokesOfSmallestPlan = 3000;
constexpr int kStrokesTowardsLikeness = 12000;
/// Very many strokes on a small photograph are planned on a grid finer than its own.
constexpr int kFinerThanPhoto = 2;

/// Colour and alpha brought to planning resolution; colour is weighed by alpha, so that what lies hidden
/// under a transparent pixel never shows.
struct Reduced {
    Image<Rgb> premultiplied;
    Image<float> alpha;
};

Reduced reduce(const Photo& photo, Size size) {
    if (photo.alpha.empty())
        return {resized(photo.colour, size), Image<float>(size, 1.0f)};
    Image<Rgb> premultiplied(photo.size());
    for (size_t i = 0; i < premultiplied.pixels().size(); ++i)
        premultiplied.pixels()[i] = photo.colour.pixels()[i] * photo.alpha.pixels()[i];
    return {resized(premultiplied, size), resized(photo.alpha, size)};
}

Rgb mean_colour(const Reduced& reduced) {
    double r = 0.0, g = 0.0, b = 0.0, weight = 0.0;
    for (size_t i = 0; i < reduced.alpha.pixels().size(); ++i) {
        const float alpha = reduced.alpha.pixels()[i];
        if (alpha <= 0.0f)
            continue;
        const Rgb encoded = srgb_from_linear(reduced.premultiplied.pixels()[i] * (1.0f / alpha));
        r += alpha * std::clamp(encoded.r, 0.0f, 1.0f);
        g += alpha * std::clamp(encoded.g, 0.0f, 1.0f);
        b += alpha * std::clamp(encoded.b, 0.0f, 1.0f);
        weight += alpha;
    }
    if (weight <= 0.0)
        return {0.5f, 0.5f, 0.5f};
    return {static_cast<float>(r / weight), static_cast<float>(g / weight), static_cast<float>(b / weight)};
}

/// The pure colour that the picture has least of. Planned over it, no part of the subject can be left
/// bare unnoticed; it is never seen, because the ground of such a painting is transparent.
Rgb colour_least_used(const Reduced& reduced) {
    constexpr std::array<Rgb, 6> kCandidates = {
        {{1, 0, 1}, {0, 1, 0}, {0, 1, 1}, {1, 1, 0}, {0, 0, 1}, {1, 0, 0}}};
    Rgb best = kCandidates[0];
    double best_distance = -1.0;
    for (const Rgb& candidate : kCandidates) {
        double distance = 0.0;
        for (size_t i = 0; i < reduced.alpha.pixels().size(); ++i) {
            const Rgb d =
                srgb_from_linear(reduced.premultiplied.pixels()[i]) - candidate * reduced.alpha.pixels()[i];
            distance += d.r * d.r + d.g * d.g + d.b * d.b;
        }
        if (distance > best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace

int planning_long_side(Size photo, const Brief& brief) {
    if (brief.plan_size > 0)
        return brief.plan_size;
    // When a likeness is asked for, the number of strokes is only a bound.
    const int strokes = brief.target_psnr ? kStrokesTowardsLikeness : brief.strokes;
    const double wanted = kSmallestAutomaticPlan *
                          std::sqrt(std::max(1.0, static_cast<double>(strokes) / kStrokesOfSmallestPlan));
    const int largest =
        std::clamp(kFinerThanPhoto * photo.long_side(), kSmallestAutomaticPlan, kLargestAutomaticPlan);
    return std::min(static_cast<int>(std::lround(wanted)), largest);
}

float canvas_pixel_mm(Size reference, const OutputSize& output) {
    // With both sides given the picture is as large as fits.
    double mm = 1e30;
    if (output.width_mm)
        mm = *output.width_mm / reference.width;
    if (output.height_mm)
        mm = std::min(mm, *output.height_mm / reference.height);
    if (!output.width_mm && !output.height_mm)
        mm = static_cast<double>(kCanvasLongSide) / reference.long_side();
    return static_cast<float>(mm);
}

Reference make_reference(const Photo& photo, const Brief& brief) {
    const Size size = with_long_side(photo.size(), planning_long_side(photo.size(), brief));
    const Reduced reduced = reduce(photo, size);
    Reference reference;
    reference.transparent_ground = brief.transparency == Transparency::Transparent && !photo.alpha.empty();
    reference.ground = reference.transparent_ground ? colour_least_used(reduced)
                       : brief.ground               ? *brief.ground
                                                    : mean_colour(reduced);
    reference.pixel_mm = canvas_pixel_mm(size, brief.output);
    reference.colour = Image<Rgb>(size);
    for (size_t i = 0; i < reference.colour.pixels().size(); ++i) {
        const float alpha = reduced.alpha.pixels()[i];
        const Rgb paint =
            alpha > 0.0f ? srgb_from_linear(reduced.premultiplied.pixels()[i] * (1.0f / alpha)) : Rgb{};
        const Rgb seen = lerp(reference.ground, paint, alpha);
        reference.colour.pixels()[i] = {in_16_bit_steps(seen.r), in_16_bit_steps(seen.g),
                                        in_16_bit_steps(seen.b)};
    }
    return reference;
}

}  // namespace allaprima
