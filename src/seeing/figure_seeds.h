#pragma once
#include "image/cie.h"
#include "image/image.h"
#include "model/sight.h"
#include "seeing/spread_marks.h"

namespace allaprima {

/// What someone is sure of; each picture is of the photograph's size or empty, and speaks where it is above
/// one half.
struct Marks {
    Image<float> figure;      ///< Certainly the figure.
    Image<float> background;  ///< Certainly not.
};

/// What is known of a figure before colours are looked at; maps of one size.
struct FigureSeeds {
    Image<float> expected;      ///< How likely a place belongs to it, 0 to 1.
    float place_weight = 1.0f;  ///< What place says counts so much of what colour says.
    Image<float>
        leaning;  ///< What speaks for it besides, as a logarithm of odds: seeds that a mark can take back.
    Image<Certain> certain;
};

/// Where the figure is, for cutting it out.
///
/// With a picture of where people are, that is expected, its sure inner parts are the figure, what is far
/// from it is not, and where a hand or an arm is seen the figure is too. A face that this picture has
/// overlooked, and any face without it, is expected to have a head, shoulders and a trunk below; without a
/// face, what stands out from the border is. Marks speak for their even patches, and against all of this.
///
/// @param picture sRGB-encoded, of the size at which it is cut. @param lab the same.
FigureSeeds figure_seeds(const Image<Rgb>& picture, const Image<Lab>& lab, const Sights& sight,
                         const Marks& marks);

/// Whether there is anything to begin a figure from: a face, or people that are surely seen.
bool figure_is_seen(const Sights& sight);

}  // namespace allaprima
