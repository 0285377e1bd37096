#pragma once
#include "base/thread_pool.h"
#include "image/image.h"
#include "pigment/palette.h"

namespace allaprima {

/// A picture in the colours that the tubes mix for it: each the nearest that they reach, seen as thick paint.
/// It is the picture itself where the palette has no tubes.
///
/// Mixtures are sought at the nodes of a grid of colours, 16 steps to a channel, and interpolated between
/// them.
///
/// @param picture sRGB-encoded, 0 to 1.
Image<Rgb> as_mixed(const Image<Rgb>& picture, const Palette& palette, const ThreadPool& workers);

/// What of a picture the tubes cannot mix.
struct Reach {
    double missed_share = 0.0;  ///< Of the picture's area: plainly another colour, by more than kPlainly.
    Rgb wanted = {};            ///< The colour that is missed most, by area and distance; sRGB-encoded,
    Rgb mixed = {};             ///< and what the tubes make of it. Both 0 where nothing is missed.
};
/// CIEDE2000 from which a colour is plainly another one, not only when both lie side by side.
inline constexpr double kPlainly = 5.0;

/// @param mixed the picture as_mixed(), of the same size.
Reach reach_of(const Image<Rgb>& picture, const Image<Rgb>& mixed);

}  // namespace allaprima
