#include "rendering/touch.h"

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "image/colour.h"
#include "rendering/noise.h"

namespace allaprima {
namespace {

/// How a bristle's load and what stands up beneath it make up the resistance, and how far that then spreads.
struct Resistance {
    float of_load, of_peaks, spread;
};
constexpr Resistance at_borders{0.8f, 0.35f, 0.84f};
constexpr Resistance through_thin_paint{0.4f, 0.5f, 0.53f};
constexpr Resistance between_hairs{0.9f, 0.2f, 0.9f};

/// A gate for this resistance where only a share `contrast` of it is resolved by the pixels.
Gate gate_for(const Resistance& resistance, float contrast, float softness) {
    return {resistance.spread * contrast, softness * contrast + 1.0f - contrast, resistance.of_load,
            resistance.of_peaks};
}

/// Share of a straight end that an elliptic tip of the same area reaches beyond it: 1 − π/4 of its length.
constexpr float kBeyond = 0.2146f;
/// Load below which a brush is dry from the start.
constexpr float kHardlyLoaded = 0.12f;

}  // namespace

Touch::Touch(const Stroke& stroke, Coat its_coat, PickUp its_pickup, const Plan& plan, float pixel_mm)
    : footprint(stroke, std::min(0.03f, 0.15f * pixel_mm)),
      tracks(footprint, plan.materials.brushes[static_cast<size_t>(stroke.brush)], stroke, pixel_mm),
      paint(mixed_paint(stroke.paint, plan.materials.palette)),
      pickup(std::move(its_pickup)),
      coat(its_coat),
      hair_place{97.0f * unit_float(scramble(stroke.seed ^ 0x61)),
                 211.0f * unit_float(scramble(stroke.seed ^ 0x62))} {
    const Brush& brush = plan.materials.brushes[static_cast<size_t>(stroke.brush)];
    const float planned_edge = kPlannedEdge * plan.planned_pixel_mm;
    const float wetness = coat == Coat::Body ? plan.materials.wetness : 0.0f;
    const float half = footprint.half_width(0.5f), way = footprint.length();
    const float lively = liveliness(stroke), quiet = 1.0f - lively;
    const float contrast = tracks.contrast;
    const bool glaze = coat == Coat::Glaze && !plan.materials.palette.plain();
    opacity = glaze ? 1.0f : stroke.opacity * brush.contact;

    // A narrow brush makes accents, which are to stay clean.
    const float broad = smooth_step((2.0f * half - 1.5f) / 6.0f);
    mixing = pickup.clean() ? 0.0f : std::min(1.0f, 2.0f * wetness * brush.mixing * broad);
    if (mixing > 0.0f)
        pickup.tame(stroke.paint.shares, plan.materials.palette);
    working_in = std::min(0.8f, 1.6f * wetness * wetness * brush.mixing);

    // A small brush carries little paint, and its few hairs keep together.
    body = glaze ? kThickestGlaze * stroke.load
                 : brush.load * std::min(0.04f + 0.50f * stroke.load * stroke.load, 0.05f + 0.07f * half);
    const float together = smooth_step((half - 0.4f) / 3.0f);
    const float ragged = brush.ragged * together, dryness = brush.dryness * (0.3f + 0.7f * together);

    tip_start = std::min(brush.tip * footprint.half_width(0.0f), 0.5f * way / (1.0f - kBeyond));
    tip_end = std::min(brush.tip * footprint.half_width(1.0f), 0.5f * way / (1.0f - kBeyond));
    tip_beyond_start = kBeyond * tip_start;
    tip_beyond_end = kBeyond * tip_end;

    const float crisp = std::min(0.6f * planned_edge, half) * (1.0f - 0.6f * brush.smoothing);
    tearing = crisp / (crisp + stroke.fade);
    side_ramp = crisp + stroke.fade + stroke.softness * std::min(0.5f * half, 4.0f);
    start_ramp = std::min(crisp + ragged * half * 0.5f, 0.5f * way + crisp) + stroke.fade;
    end_ramp = std::min(crisp + (ragged + dryness) * std::min(half, 8.0f), 0.7f * way + crisp) + stroke.fade;
    lost_ramp = std::min(0.35f * half, 3.0f) * (0.5f + wetness);
    reach = footprint.widest_half() + std::max(tip_beyond_start, tip_beyond_end) +
            0.5f * (std::max({side_ramp, start_ramp, end_ramp}) + lost_ramp);

    const float finest = std::min(side_ramp, start_ramp);
    border = gate_for(at_borders, contrast, std::clamp(1.5f * pixel_mm / finest, 0.35f, 1.0f) + quiet);
    // Hairs that stand apart leave bare what lies between them.
    const bool apart = brush.contact < 1.0f;
    thin = apart ? gate_for(between_hairs, contrast, 0.3f + 0.8f * quiet)
                 : gate_for(through_thin_paint, contrast, 0.5f + 0.8f * quiet);
    flecked = apart || coat == Coat::Scumble;
    // A brush that was hardly loaded is dry from the start; any other runs dry.
    dry = 0.6f * smooth_step(1.0f - stroke.load / kHardlyLoaded);
    running_dry = coat == Coat::Glaze ? 0.0f
                                      : 0.4f * dryness * std::max(0.0f, 0.85f - stroke.load) *
                                            smooth_step((half - 0.6f) / 4.0f);

    end_fade = std::min(4.0f, std::max(0.6f, 0.35f * way)) + quiet * half;
    side_fade = std::min(1.0f, 0.6f * half) + quiet * 0.7f * half;
    // A few hairs leave no deep furrows, and a broad brush spreads its paint thin.
    const float depth = (0.35f + 0.65f * smooth_step((half - 0.8f) / 4.0f)) *
                        (1.0f - 0.5f * smooth_step((half - 4.0f) / 12.0f));
    // Soupy paint flows together again.
    const float keeps = (1.0f - brush.smoothing) * std::min(1.0f, 1.5f - plan.materials.wetness);
    furrows = depth * brush.stiffness * keeps * lively;
    rim = brush.ridge * lively * lively * std::min(1.0f, 1.5f - plan.materials.wetness);
    levelling = std::clamp(0.45f + body * 4.0f + 0.5f * brush.smoothing, 0.0f, 0.95f);

    hair_tint = 0.018f * lively * brush.stiffness * luma(stroke.paint.colour) * (1.0f - brush.smoothing);
    fine_hairs = resolved_share(kHairMm, pixel_mm);
    finest_hairs = resolved_share(kHairMm / kFinerHair, pixel_mm);
    if (brush.dome > 0.0f)
        fall_in_drops(brush, stroke.load, pixel_mm);
}

/// A drop lies as its surface pulls it together: a low cap while it is small, and a puddle about as high as
/// wet paint can stand where it is large.
void Touch::fall_in_drops(const Brush& brush, float load, float pixel_mm) {
    constexpr float kCap = 0.30f;      // height of a small drop, of its half-width
    constexpr float kPuddle = 0.55f;   // mm
    constexpr float kOutline = 0.02f;  // mm over which the paint ends
    dome = brush.dome;
    uneven = brush.ragged;
    const float half = footprint.widest_half();
    body = brush.load * std::min(kCap * half, kPuddle) * (0.4f + 0.6f * load);
    side_ramp = start_ramp = end_ramp = std::min(pixel_mm + kOutline, half + pixel_mm);
    lost_ramp = 0.0f;
    drop_turns = 0.9f / half;
    reach = half * (1.0f + 2.0f * uneven) + std::max(tip_beyond_start, tip_beyond_end) + side_ramp;
    levelling = 0.9f;
}

}  // namespace allaprima
