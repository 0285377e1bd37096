#pragma once
#include "brush/brush.h"
#include "model/plan.h"
#include "rendering/bristles.h"
#include "rendering/footprint.h"
#include "rendering/mixed_paint.h"
#include "rendering/pickup.h"

namespace allaprima {

/// Width of a single hair, mm, and how many times finer the finest are.
constexpr float kHairMm = 0.13f, kFinerHair = 3.1f;

/// A threshold that lets paint through where the ground resists little.
///
/// Resistance is about uniform over ½ ± ½ · spread; paint thins out over `softness` of its range. Both
/// together spread as a trapezium, whose quantiles give the threshold for a mean share.
struct Gate {
    float spread = 1.0f, softness = 1.0f;
    float of_load = 0.0f, of_peaks = 0.0f;  ///< How a bristle's load, and what stands up beneath it, resist.
};

/// A stroke made ready to be painted at one pixel size: all that is the same for all its pixels. Lengths in
/// millimetres.
struct Touch {
    Footprint footprint;
    BristleTracks tracks;
    MixedPaint paint;
    PickUp pickup;
    Coat coat = Coat::Body;
    float opacity = 1.0f;     ///< Of the paint, and of the bristles that touch at all.
    float mixing = 0.0f;      ///< How much of what it has picked up its driest bristle lays down.
    float working_in = 0.0f;  ///< How much of the wet paint beneath stays in what the driest bristle lays.
    float tip_start = 0.0f;   ///< Length of the rounded tips, and
    float tip_end = 0.0f;
    float tip_beyond_start = 0.0f;  ///< how far they reach beyond the planned ends.
    float tip_beyond_end = 0.0f;
    float side_ramp = 1.0f;   ///< Width of the ragged border at the sides,
    float start_ramp = 1.0f;  ///< the same where the stroke begins,
    float end_ramp = 1.0f;    ///< and where the brush runs dry.
    float tearing = 1.0f;     ///< How far bristles tear a border that is found: less where it is to fade.
    float lost_ramp = 0.0f;  ///< By how much borders are wider where the paint beneath is of the same colour.
    float body = 0.1f;       ///< Thickness of the fresh paint.
    Gate border, thin;
    float dryness = 0.0f;      ///< How soon the load of this brush runs out.
    float dry = 0.0f;          ///< Share of the paint that stays out of the hollows where the stroke begins,
    float running_dry = 0.0f;  ///< and how much more towards its end.
    bool flecked =
        false;  ///< Whether thin paint breaks over another colour too, where it lies even otherwise.
    float end_fade = 1.0f, side_fade = 1.0f;  ///< Over which thickness rises from nothing.
    float furrows = 1.0f, rim = 0.3f;  ///< Height of bristle tracks and of the sides, as shares of the body.
    float levelling = 0.5f;            ///< How far the fresh paint fills what was rough before.
    float hair_tint = 0.0f;            ///< How far single hairs stray in lightness.
    float fine_hairs = 0.0f, finest_hairs = 0.0f;  ///< How much of two sizes of hairs the pixels show.
    Vec2 hair_place;                               ///< Where this stroke reads the noise of hairs.
    float dome = 0.0f;        ///< Share of a drop's radius over which it is round; 0: paint that was brushed.
    float uneven = 0.0f;      ///< By what share of its radius a drop's outline strays,
    float drop_turns = 0.0f;  ///< and how often it does so in a millimetre.
    float reach = 1.0f;       ///< How far paint may land from the centre line.

    /// Of a clean brush. @param plan the stroke's. @param pixel_mm side of the pixels that will be painted.
    /// @param detail see detail_of().
    Touch(const Stroke& stroke, Coat its_coat, const Plan& plan, float pixel_mm, float detail = 1.0f);

    /// The brush is not clean, but drags along what it has picked up. @param stroke of the touch.
    void drag(PickUp picked_up, const Stroke& stroke, const Plan& plan);

  private:
    struct Circumstances;
    void take_paint(const Stroke& stroke, const Palette& palette, const Circumstances& at);
    void shape_borders(const Stroke& stroke, const Circumstances& at);
    void let_through(const Stroke& stroke, const Circumstances& at);
    void raise(const Circumstances& at);
    void fall_in_drops(const Brush& brush, float load, float pixel_mm);
};

}  // namespace allaprima
