#include "composing/make_reference.h"

#include <algorithm>
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

/// Primed canvas. A cut-out on a ground of its own mean colour would sink into it.
constexpr Rgb kGroundOfCutOuts{0.93f, 0.91f, 0.86f};

Rgb standard_ground(const Photo& photo, const Reduced& reduced) {
    return photo.alpha.empty() ? mean_colour(reduced) : kGroundOfCutOuts;
}

/// The colour of each pixel, and beside the subject that of its nearest parts, so that no border is seen
/// there; linear.
Image<Rgb> spread_beside_subject(const Reduced& reduced) {
    constexpr float kSure = 0.02f;
    Image<Rgb> colour(reduced.alpha.size());
    Image<char> known(colour.size(), 0);
    const auto take = [&](const Image<Rgb>& premultiplied, const Image<float>& alpha) {
        for (size_t i = 0; i < known.pixels().size(); ++i)
            if (!known.pixels()[i] && alpha.pixels()[i] > kSure) {
                colour.pixels()[i] = premultiplied.pixels()[i] * (1.0f / alpha.pixels()[i]);
                known.pixels()[i] = 1;
            }
    };
    take(reduced.premultiplied, reduced.alpha);
    const auto far = static_cast<float>(colour.size().long_side());
    for (float sigma = 1.0f; sigma < far && std::ranges::find(known.pixels(), 0) != known.pixels().end();
         sigma *= 4.0f)
        take(blurred(reduced.premultiplied, sigma), blurred(reduced.alpha, sigma));
    const Rgb rest = linear_from_srgb(mean_colour(reduced));
    for (size_t i = 0; i < known.pixels().size(); ++i)
        if (!known.pixels()[i])
            colour.pixels()[i] = rest;
    return colour;
}

Rgb stepped(Rgb encoded) {
    return {in_16_bit_steps(encoded.r), in_16_bit_steps(encoded.g), in_16_bit_steps(encoded.b)};
}

/// The subject alone, with its outline.
void take_subject(const Reduced& reduced, Reference& reference) {
    reference.transparent_ground = true;
    reference.colour = spread_beside_subject(reduced);
    for (Rgb& pixel : reference.colour.pixels())
        pixel = stepped(srgb_from_linear(pixel));
    reference.alpha = reduced.alpha;
    for (float& share : reference.alpha.pixels())
        share = in_16_bit_steps(share);
}

/// The picture, with the ground where it is transparent.
void take_over_ground(const Reduced& reduced, Reference& reference) {
    reference.colour = Image<Rgb>(reduced.alpha.size());
    for (size_t i = 0; i < reference.colour.pixels().size(); ++i) {
        const float alpha = reduced.alpha.pixels()[i];
        const Rgb paint =
            alpha > 0.0f ? srgb_from_linear(reduced.premultiplied.pixels()[i] * (1.0f / alpha)) : Rgb{};
        reference.colour.pixels()[i] = stepped(lerp(reference.ground, paint, alpha));
    }
}

/// How much longer than others a panorama is planned: one of more than three to one gets as many pixels as
/// one of three to one has.
double lengthening(Size photo) {
    constexpr double kLongest = 3.0;
    const double shape =
        static_cast<double>(photo.long_side()) / std::max(1, std::min(photo.width, photo.height));
    return std::sqrt(std::max(1.0, shape / kLongest));
}

}  // namespace

int planning_long_side(Size photo, const Brief& brief) {
    if (brief.plan_size > 0)
        return brief.plan_size;
    // When a likeness is asked for, the number of strokes is only a bound.
    const int strokes = brief.target_psnr ? kStrokesTowardsLikeness : brief.strokes;
    const double wanted = kSmallestAutomaticPlan * lengthening(photo) *
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
    reference.ground = brief.ground ? *brief.ground : standard_ground(photo, reduced);
    reference.pixel_mm = canvas_pixel_mm(size, brief.output);
    if (brief.transparency == Transparency::Transparent && !photo.alpha.empty())
        take_subject(reduced, reference);
    else
        take_over_ground(reduced, reference);
    return reference;
}

}  // namespace allaprima
