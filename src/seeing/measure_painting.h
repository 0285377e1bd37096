#pragma once
#include <array>

#include "image/image.h"

namespace allaprima {

/// What can be measured of the hand in a picture of a painting. Lengths are shares of the long side.
struct PaintingMeasures {
    float width = 0.0f;      ///< Of the touches: of the ridges and furrows of lightness.
    float length = 0.0f;     ///< Along the direction in which they run.
    float coherence = 0.0f;  ///< How surely neighbouring touches run one way: 0 to 1.
    float curvature = 0.0f;  ///< By how much they turn over a fiftieth of the long side, radians.
    float relief = 0.0f;   ///< Energy of the finest bands of lightness: bristles, ridges (root mean square).
    float broken = 0.0f;   ///< How far neighbouring touches part in hue and chroma, Oklab (root mean square).
    float darkest = 0.0f;  ///< Lightness (Oklab) below which 5 per cent of the picture are,
    float middle = 0.0f;   ///< 50
    float lightest = 0.0f;       ///< and 95 per cent.
    float chroma = 0.0f;         ///< In the mean, Oklab.
    float light_warmth = 0.0f;   ///< Mean warmth of the lights
    float shadow_warmth = 0.0f;  ///< and of the shadows.

    bool operator==(const PaintingMeasures&) const = default;
};

/// One measure, with the name that it is told by.
struct PaintingMeasure {
    const char* name;
    float PaintingMeasures::*member;
};
inline constexpr std::array kPaintingMeasures{
    PaintingMeasure{"width", &PaintingMeasures::width},
    PaintingMeasure{"length", &PaintingMeasures::length},
    PaintingMeasure{"coherence", &PaintingMeasures::coherence},
    PaintingMeasure{"curvature", &PaintingMeasures::curvature},
    PaintingMeasure{"relief", &PaintingMeasures::relief},
    PaintingMeasure{"broken", &PaintingMeasures::broken},
    PaintingMeasure{"darkest", &PaintingMeasures::darkest},
    PaintingMeasure{"middle", &PaintingMeasures::middle},
    PaintingMeasure{"lightest", &PaintingMeasures::lightest},
    PaintingMeasure{"chroma", &PaintingMeasures::chroma},
    PaintingMeasure{"light_warmth", &PaintingMeasures::light_warmth},
    PaintingMeasure{"shadow_warmth", &PaintingMeasures::shadow_warmth},
};

/// Long side at which pictures are measured, pixels, whatever their own: so that they can be compared.
constexpr int kMeasuringSide = 1024;

/// Measures a picture of a painting.
///
/// Touches are what lightness is without its broad forms, over its own spread around each place, so that
/// those on an even ground count as much as those on a contour of the motif. Their width is twice the scale
/// at which Lindeberg's ridge strength is greatest ("Edge detection and ridge detection with automatic scale
/// selection", IJCV 30, 1998, gamma 3/4), the mean over the picture by the square of that strength. Their
/// length is the autocorrelation, without weave and bristles (the variogram of Matheron, 1963), along the
/// lines of the structure tensor's flow: twice the way on which it falls to a half. Coherence is the
/// structure tensor's over a neighbourhood of many touches.
///
/// @param encoded sRGB-encoded, at any size; not empty.
PaintingMeasures measure_painting(const Image<Rgb>& encoded);

}  // namespace allaprima
