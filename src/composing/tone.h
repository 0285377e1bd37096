#pragma once
#include "composing/layer.h"
#include "image/oklab.h"

namespace allaprima {

/// Mean and spread (standard deviation) of colours in Oklab.
struct Tone {
    Oklab mean, spread;
};

/// The tone of a picture, weighed; of mid grey where nothing weighs.
Tone tone_of(const Image<Rgb>& colour, const Image<float>& weight);
/// The tone of a layer, weighed by its alpha.
Tone tone_of(const Layer& layer);

/// Moves a layer's colours some way towards those of the subject, so that both seem to stand in one light
/// (Reinhard, Ashikhmin, Gooch & Shirley, "Color transfer between images", 2001, in Oklab): means by a
/// quarter of their distance, at most 0.06 in lightness and 0.025 on the colour axes, spreads by a quarter.
void harmonise(Layer& layer, const Tone& subject, const ThreadPool& workers);

/// Lets a layer take the hue of the air around it, most in its middle tones; black and white keep their own.
/// @param share 0 not at all, 1 as coloured as the air.
void tint(Layer& layer, const Oklab& air, float share, const ThreadPool& workers);

/// Sinks a layer into the air before it, as what is far away: lighter and fainter, towards the colour of the
/// air, with less detail.
///
/// @param veil 0 not at all, 1 lost but for a trace.
void veil(Layer& layer, float veil, const Oklab& air, const ThreadPool& workers);

}  // namespace allaprima
