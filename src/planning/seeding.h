#pragma once
#include <cstdint>
#include <vector>

#include "planning/draft_stroke.h"
#include "planning/level.h"

namespace allaprima {

/// How new strokes are laid.
struct Seeding {
    float half_width = 1.0f;  ///< Of the brush where a pixel's error has the mean weight, pixels.
    float spacing = 1.0f;  ///< The nearest to each other that two are laid, while there is room, half-widths.
    float blur = 0.6f;     ///< Standard deviation of the blur that the error is seen through, half-widths.
    float length = 0.0f;   ///< Of a stroke, in its widths; 0 as sure of the form as it is.
    float focus_spacing = 1.0f;  ///< The spacing where likeness counts for all; see likeness_share.
};

/// How far likeness counts for more than a hand's habits where errors count so much beside the mean: 0 up to
/// the mean, near 1 from twice as much on. A painter looks at the sitter more there.
float likeness_share(float weight);

/// What a brush's width is multiplied by where errors count so much beside the mean: small where much depends
/// on it.
float brush_share(float weight);

/// How soft the borders of strokes in focus may be, of the softest there are: 1 where the brush is broad, 0
/// where it is fine. The softest is so soft that strokes feel the bound only near 0. Broad strokes need
/// blending to be a face; strokes that are fine enough to draw it keep a brush's borders, or a face of many
/// strokes would be airbrushed amid paint.
/// @param half_width of the brush, as a share of the picture's long side.
float blending(float half_width);

/// New strokes where the picture is most wrong.
///
/// The weighted error of the picture so far is blurred to the size of the brush; its highest peaks that are
/// not too close together each get one stroke, laid along the flow of the form, longer and narrower
/// where the flow is sure.
///
/// @param seed       moves the peaks about a little, so that each seed gives a painting of its own.
/// @param canvas     the picture so far, at the level's size.
/// @param count      how many; fewer come back only from a picture with fewer pixels.
/// @param how        in the level's pixels.
std::vector<DraftStroke> seed_strokes(const Level& level, const Image<Rgb>& canvas, int count,
                                      const Seeding& how, uint64_t seed);

}  // namespace allaprima
