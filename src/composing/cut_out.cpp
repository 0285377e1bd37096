#include "composing/cut_out.h"

#include "composing/fill_holes.h"
#include "image/filters.h"

namespace allaprima {
namespace {

/// Means around a pixel are made on a picture so many times smaller.
constexpr int kReduction = 4;

/// A pixel as faint as this is taken for background whose mask was blurred.
constexpr float kFaintest = 0.1f;

Size reduced(Size size) {
    return {std::max(1, size.width / kReduction), std::max(1, size.height / kReduction)};
}

/// The mean colour of a part of the picture around each pixel, on a reduced picture.
Image<Rgb> mean_of_part(const Image<Rgb>& picture, const Image<float>& share, float radius) {
    Image<Rgb> weighed(picture.size());
    for (size_t i = 0; i < weighed.pixels().size(); ++i)
        weighed.pixels()[i] = picture.pixels()[i] * share.pixels()[i];
    const Size size = reduced(picture.size());
    const float sigma = radius / kReduction;
    Layer part{blurred(resized(weighed, size), sigma), blurred(resized(share, size), sigma)};
    // Far from the part its mean hangs on the last bits of a sum.
    for (size_t i = 0; i < part.alpha.pixels().size(); ++i)
        if (part.alpha.pixels()[i] < 1e-3f) {
            part.alpha.pixels()[i] = 0.0f;
            part.colour.pixels()[i] = {};
        } else {
            part.colour.pixels()[i] = part.colour.pixels()[i] * (1.0f / part.alpha.pixels()[i]);
            part.alpha.pixels()[i] = 1.0f;
        }
    return fill_holes(part);
}

Rgb not_negative(Rgb c) {
    return {std::max(c.r, 0.0f), std::max(c.g, 0.0f), std::max(c.b, 0.0f)};
}

}  // namespace

Layer cut_out(const Image<Rgb>& picture, const Image<float>& alpha, float radius) {
    // Only what is surely figure, or surely is not, tells how they look.
    Image<float> sure(alpha.size()), surely_not(alpha.size());
    for (size_t i = 0; i < alpha.pixels().size(); ++i) {
        sure.pixels()[i] = smooth_step(0.7f, 1.0f, alpha.pixels()[i]);
        surely_not.pixels()[i] = 1.0f - smooth_step(0.0f, 0.1f, alpha.pixels()[i]);
    }
    const Layer figure{resized(mean_of_part(picture, sure, radius), picture.size()), {}};
    const Layer ground{resized(mean_of_part(picture, surely_not, radius), picture.size()), {}};
    Layer result{Image<Rgb>(picture.size()), Image<float>(picture.size())};
    for (size_t i = 0; i < alpha.pixels().size(); ++i) {
        const float share = alpha.pixels()[i];
        const Rgb seen = picture.pixels()[i];
        if (share >= 1.0f) {
            result.colour.pixels()[i] = seen;
            result.alpha.pixels()[i] = 1.0f;
            continue;
        }
        const float kept = std::clamp((share - kFaintest) / (1.0f - kFaintest), 0.0f, 1.0f);
        const Rgb around = figure.colour.pixels()[i];
        const Rgb rest = seen - around * share - ground.colour.pixels()[i] * (1.0f - share);
        result.colour.pixels()[i] = not_negative(around + rest * share) * kept;
        result.alpha.pixels()[i] = kept;
    }
    return result;
}

Image<Rgb> without_figure(const Image<Rgb>& picture, const Image<float>& alpha, float margin) {
    const Image<float> wider = blurred(alpha, margin);
    Layer known{picture, Image<float>(picture.size())};
    for (size_t i = 0; i < known.alpha.pixels().size(); ++i) {
        const float share = 1.0f - smooth_step(0.0f, 0.1f, std::max(wider.pixels()[i], alpha.pixels()[i]));
        known.alpha.pixels()[i] = share;
        known.colour.pixels()[i] = known.colour.pixels()[i] * share;
    }
    return fill_holes(known);
}

}  // namespace allaprima
