#pragma once
#include "base/observer.h"
#include "base/thread_pool.h"
#include "brush/hand.h"
#include "image/image.h"
#include "model/plan.h"
#include "seeing/measure_painting.h"

namespace allaprima {

/// Bounds of the number of strokes that is learned.
constexpr float kFewestLearned = 300.0f, kMostLearned = 8000.0f;

/// How far apart the measures of two pictures are: 0 where they are alike, about 1 where every one of them
/// differs by a half or, of values and warmth, by 0.1.
float distance_of(const PaintingMeasures& a, const PaintingMeasures& b);

/// The hand, changed a little so that it paints more like the model.
/// @param painted what it painted so far. @param wanted the model's measures.
Hand corrected(Hand hand, const PaintingMeasures& painted, const PaintingMeasures& wanted);

/// A painting without its touches: as its motif may have looked. Its edges stay (guided filter).
/// @param painting sRGB-encoded.
Image<Rgb> motif_of(const Image<Rgb>& painting);

/// The motif as this hand paints it, at the size at which pictures are measured; empty if it was stopped.
/// @param materials gathered for a hand that differs from this one in numbers only.
Image<Rgb> painted_by(const Hand& hand, const Image<Rgb>& motif, Materials materials,
                      const ThreadPool& workers, Observer& observer);

/// Paints a motif with a hand, several times, measures each painting as pictures are measured, and corrects
/// the hand by what it finds: a damped fixed-point iteration on all settings at once, each by the measure
/// that it moves most. Same arguments: same hand, for any number of threads, unless it is stopped.
///
/// @param motif sRGB-encoded.
/// @param observer a stop that it asks for ends the correcting with the best hand so far.
/// @return the hand whose painting came nearest to `wanted`.
Hand corrected_by_painting(const Hand& hand, const Image<Rgb>& motif, const PaintingMeasures& wanted,
                           const Materials& materials, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
