#include "rendering/touch.h"

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "image/colour.h"
#include "rendering/craft.h"
#include "rendering/noise.h"

namespace allaprima {
namespace {

using namespace craft;

/// How a bristle's load and what stands up beneath it make up the resistance, and how far that then spreads.
struct Resistance {
    float of_load, of_peaks, spread;
};
constexpr Resistance kAtBorders{0.8f, 0.35f, 0.84f};
constexpr Resistance kOfBodyPaint{0.8f, 0.35f, 0.83f};  // dragged out into streaks
constexpr Resistance kOfAScumble{0.4f, 0.5f, 0.53f};    // caught by what stands up
constexpr Resistance kBetweenHairs{0.9f, 0.2f, 0.9f};

/// A gate for this resistance where only a share `contrast` of it is resolved by the pixels.
Gate gate_for(const Resistance& resistance, float contrast, float softness) {
    return {resistance.spread * contrast, softness * contrast + 1.0f - contrast, resistance.of_load,
            resistance.of_peaks};
}

/// Share of a straight end that an elliptic tip of the same area reaches beyond it: 1 − π/4 of its length.
constexpr float kBeyond = 0.2146f;
/// How far the footprint's outline may be from the curve: mm, and pixels.
constexpr float kFlattest = 0.03f, kFlattestOfPixel = 0.15f;

/// What a brush of this half width mixes into the paint beneath it: a narrow one makes accents, which are to
/// stay clean.
float mixing_of(const Brush& brush, float half, float wetness) {
    const float broad = smooth_step((2.0f * half - kCleanWidth) / kMixingWidth);
    return std::min(1.0f, kTakesAlong * wetness * brush.mixing * broad);
}

float wetness_beneath(Coat coat, const Materials& materials) {
    return coat == Coat::Body ? materials.wetness : 0.0f;
}

}  // namespace

/// What decides how a stroke lies, beside the stroke itself.
struct Touch::Circumstances {
    const Brush& brush;
    float half, way;      ///< Half the width and the length of the stroke.
    float lively, quiet;  ///< How much of its brush's own life it shows, and what is missing.
    float wetness;        ///< Of what it is laid into.
    float wet_paint;      ///< Of all the paint.
    float planned_edge;
    float pixel_mm;
};

Touch::Touch(const Stroke& stroke, Coat its_coat, const Plan& plan, float pixel_mm, float detail)
    : footprint(stroke, std::min(kFlattest, kFlattestOfPixel * pixel_mm)),
      tracks(footprint, plan.materials.brushes[static_cast<size_t>(stroke.brush)], stroke, pixel_mm, detail),
      paint(mixed_paint(stroke.paint, plan.materials.palette)),
      coat(its_coat),
      hair_place{97.0f * unit_float(scramble(stroke.seed ^ 0x61)),
                 211.0f * unit_float(scramble(stroke.seed ^ 0x62))} {
    const float lively = liveliness(stroke);
    const Circumstances at{.brush = plan.materials.brushes[static_cast<size_t>(stroke.brush)],
                           .half = footprint.half_width(0.5f),
                           .way = footprint.length(),
                           .lively = lively,
                           .quiet = 1.0f - lively,
                           .wetness = wetness_beneath(coat, plan.materials),
                           .wet_paint = plan.materials.wetness,
                           .planned_edge = planned_edge(stroke, plan),
                           .pixel_mm = pixel_mm};
    take_paint(stroke, plan.materials.palette, at);
    shape_borders(stroke, at);
    let_through(stroke, at);
    raise(at);
    hair_tint =
        kHairTint * lively * at.brush.stiffness * luma(stroke.paint.colour) * (1.0f - at.brush.smoothing);
    fine_hairs = resolved_share(kHairMm, pixel_mm);
    finest_hairs = resolved_share(kHairMm / kFinerHair, pixel_mm);
    if (at.brush.dome > 0.0f)
        fall_in_drops(at.brush, stroke.load, pixel_mm);
}

/// How much of it there is, and how it mixes with what it is laid into.
void Touch::take_paint(const Stroke& stroke, const Palette& palette, const Circumstances& at) {
    const bool glaze = coat == Coat::Glaze && !palette.plain();
    opacity = glaze ? 1.0f : stroke.opacity * at.brush.contact;

    working_in = std::min(kMostWorkedIn, kWorksIn * at.wetness * at.wetness * at.brush.mixing);

    // A small brush carries little paint.
    body = glaze ? kThickestGlaze * stroke.load
                 : at.brush.load * std::min(kLeastBody + kLoadedBody * stroke.load * stroke.load,
                                            kFinestBody + kBodyOfWidth * at.half);
}

void Touch::drag(PickUp picked_up, const Stroke& stroke, const Plan& plan) {
    pickup = std::move(picked_up);
    if (pickup.clean())
        return;
    mixing = mixing_of(plan.materials.brushes[static_cast<size_t>(stroke.brush)], footprint.half_width(0.5f),
                       wetness_beneath(coat, plan.materials));
    if (mixing > 0.0f)
        pickup.tame(stroke.paint.shares, plan.materials.palette);
}

/// Its tips, how ragged it begins and ends, and how far it reaches.
void Touch::shape_borders(const Stroke& stroke, const Circumstances& at) {
    // The few hairs of a small brush keep together.
    const float together = smooth_step((at.half - kTogetherFrom) / kTogetherOver);
    const float ragged = at.brush.ragged * together;
    dryness = at.brush.dryness * (kDrynessOfHairs + (1.0f - kDrynessOfHairs) * together);

    tip_start = std::min(at.brush.tip * footprint.half_width(0.0f), kTipOfWay * at.way / (1.0f - kBeyond));
    tip_end = std::min(at.brush.tip * footprint.half_width(1.0f), kTipOfWay * at.way / (1.0f - kBeyond));
    tip_beyond_start = kBeyond * tip_start;
    tip_beyond_end = kBeyond * tip_end;

    const float crisp =
        std::min(kCrispness * at.planned_edge, at.half) * (1.0f - kCrispOfKnife * at.brush.smoothing);
    tearing = crisp / (crisp + stroke.fade);
    side_ramp = crisp + stroke.fade + stroke.softness * std::min(kSoftOfWidth * at.half, kSoftMost);
    start_ramp =
        std::min(crisp + ragged * at.half * kRaggedStart, kStartOfWay * at.way + crisp) + stroke.fade;
    end_ramp =
        std::min(crisp + (ragged + dryness) * std::min(at.half, kRaggedMost), kEndOfWay * at.way + crisp) +
        stroke.fade;
    lost_ramp = std::min(kLostOfWidth * at.half, kLostMost) * (kLostWhenDry + at.wetness);
    reach = footprint.widest_half() + std::max(tip_beyond_start, tip_beyond_end) +
            0.5f * (std::max({side_ramp, start_ramp, end_ramp}) + lost_ramp);
}

/// Where its paint comes through to the canvas: at its borders, where it is thin, and where the brush is dry.
void Touch::let_through(const Stroke& stroke, const Circumstances& at) {
    const float contrast = tracks.contrast;
    const float finest = std::min(side_ramp, start_ramp);
    border = gate_for(kAtBorders, contrast,
                      std::clamp(kBorderOfPixel * at.pixel_mm / finest, kBorderLeast, 1.0f) + at.quiet);
    // Hairs that stand apart leave bare what lies between them.
    const bool apart = at.brush.contact < 1.0f;
    thin = apart ? gate_for(kBetweenHairs, contrast, kApartSoftness + kQuietSoftness * at.quiet)
                 : gate_for(coat == Coat::Scumble ? kOfAScumble : kOfBodyPaint, contrast,
                            kThinSoftness + kQuietSoftness * at.quiet);
    flecked = apart || coat == Coat::Scumble;
    // A brush that was hardly loaded is dry from the start; any other runs dry.
    dry = kDryStart * smooth_step(1.0f - stroke.load / kHardlyLoaded);
    running_dry = coat == Coat::Glaze ? 0.0f
                                      : kRunsDry * dryness * std::max(0.0f, kRunsDryBelow - stroke.load) *
                                            smooth_step((at.half - kRunsDryFrom) / kRunsDryOver);
}

/// Its relief.
void Touch::raise(const Circumstances& at) {
    end_fade = std::min(kEndFadeMost, std::max(kEndFadeLeast, kEndFadeOfWay * at.way)) + at.quiet * at.half;
    side_fade = std::min(kSideFadeMost, kSideFadeOfWidth * at.half) + at.quiet * kSideFadeQuiet * at.half;
    // A few hairs leave no deep furrows, and a broad brush spreads its paint thin.
    const float depth =
        (kFurrowsOfHairs + kFurrowsOfBroad * smooth_step((at.half - kFurrowsFrom) / kFurrowsOver)) *
        (1.0f - kBroadFlattens * smooth_step((at.half - kBroadFrom) / kBroadOver));
    // Soupy paint flows together again.
    const float stands = std::min(1.0f, kStands - at.wet_paint);
    const float keeps = (1.0f - at.brush.smoothing) * stands;
    furrows = depth * at.brush.stiffness * keeps * at.lively;
    rim = at.brush.ridge * at.lively * at.lively * stands;
    levelling =
        std::clamp(kLevels + body * kLevelsOfBody + kLevelsOfKnife * at.brush.smoothing, 0.0f, kLevelsMost);
}

/// A drop lies as its surface pulls it together: a low cap while it is small, and a puddle about as high as
/// wet paint can stand where it is large.
void Touch::fall_in_drops(const Brush& brush, float load, float pixel_mm) {
    dome = brush.dome;
    uneven = brush.ragged;
    const float half = footprint.widest_half();
    body = brush.load * std::min(kDropCap * half, kDropPuddle) * (kDropLeast + kDropOfLoad * load);
    side_ramp = start_ramp = end_ramp = std::min(pixel_mm + kDropOutline, half + pixel_mm);
    lost_ramp = 0.0f;
    drop_turns = kDropTurns / half;
    reach = half * (1.0f + kDropStrays * uneven) + std::max(tip_beyond_start, tip_beyond_end) + side_ramp;
    levelling = kDropLevels;
}

}  // namespace allaprima
