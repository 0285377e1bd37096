#include "composing/fill_holes.h"

#include "image/filters.h"

namespace allaprima {

Image<Rgb> fill_holes(const Layer& known) {
    const Size size = known.size();
    Image<Rgb> coarse;
    if (size.long_side() > 1) {
        Layer half{resized(known.colour, {(size.width + 1) / 2, (size.height + 1) / 2}), {}};
        half.alpha = resized(known.alpha, half.colour.size());
        // What is known of a half as large pixel counts fully, lest the far be let in beside the near.
        for (size_t i = 0; i < half.alpha.pixels().size(); ++i) {
            float& share = half.alpha.pixels()[i];
            const float fuller = std::min(1.0f, 4.0f * share);
            if (share > 0.0f)
                half.colour.pixels()[i] = half.colour.pixels()[i] * (fuller / share);
            share = fuller;
        }
        coarse = resized(fill_holes(half), size);
    } else {
        const float share = known.alpha.at(0, 0);
        coarse = Image<Rgb>(size, share > 0.0f ? known.colour.at(0, 0) * (1.0f / share) : Rgb{});
    }
    for (size_t i = 0; i < coarse.pixels().size(); ++i)
        coarse.pixels()[i] = known.colour.pixels()[i] + coarse.pixels()[i] * (1.0f - known.alpha.pixels()[i]);
    return coarse;
}

}  // namespace allaprima
