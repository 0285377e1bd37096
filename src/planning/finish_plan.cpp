#include "planning/finish_plan.h"

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "image/colour.h"
#include "image/filters.h"
#include "planning/stroke_place.h"

namespace allaprima {
namespace {

constexpr float kLoadSpread = 0.12f;  // of the load, from stroke to stroke
/// How far around a stroke its surroundings reach, as a share of the picture's long side.
constexpr float kSurroundings = 0.04f;

/// The reference as the choice of thickness and borders needs it.
struct Sight {
    const Image<Rgb>& colour;
    Image<Rgb> surroundings;    ///< It, blurred by
    float surroundings_radius;  ///< this standard deviation, pixels.
    const Image<float>& focus;
    float pixel_mm;
    const Hand& hand;
};

float smoothstep(float low, float high, float v) {
    const float t = std::clamp((v - low) / (high - low), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

float difference(Rgb a, Rgb b) {
    return std::max({std::fabs(a.r - b.r), std::fabs(a.g - b.g), std::fabs(a.b - b.b)});
}

/// How far the reference's colour changes across the stroke's two sides, as wide as a brush of this size
/// could tell; the mean over both sides.
float contrast_at_sides(const DraftStroke& stroke, const Image<Rgb>& picture) {
    constexpr int kPlaces = 7;
    float sum = 0.0f;
    for (int k = 0; k < kPlaces; ++k) {
        const StrokePlace place = place_on(stroke, static_cast<float>(k) / (kPlaces - 1));
        const float step = std::clamp(0.4f * place.half_width, 1.0f, 4.0f);
        for (float side : {-1.0f, 1.0f})
            sum +=
                difference(pixel_at(picture, place.at + place.across * (side * (place.half_width - step))),
                           pixel_at(picture, place.at + place.across * (side * (place.half_width + step))));
    }
    return sum / (2.0f * kPlaces);
}

/// How thick a painter would lay it: lights thick, highlights thickest, darks and even places thin.
float load_of(const DraftStroke& draft, float softness, const Sight& sight, uint64_t seed) {
    const Vec2 middle = (draft.points[0] + draft.points[1] * 2.0f + draft.points[2]) * 0.25f;
    const float above = luma(draft.colour) - luma(pixel_at(sight.surroundings, middle));
    // Pure colours are laid thick as well, though they are not light.
    const float value =
        0.5f * (luma(draft.colour) + std::max({draft.colour.r, draft.colour.g, draft.colour.b}));
    const float light = smoothstep(0.05f, 0.95f, value);
    // A highlight is a small touch; broad light paint beside something dark is none.
    const float small = 1.0f - smoothstep(0.15f, 0.5f, widest_half(draft) / sight.surroundings_radius);
    const float highlight = smoothstep(0.03f, 0.22f, above) * (0.4f + 0.6f * light) * small;
    const float even = softness * (1.0f - highlight);
    const float load = (0.18f + 0.52f * light) * (1.0f - 0.30f * even) + 0.40f * highlight;
    return std::clamp(load * (1.0f + kLoadSpread * (2.0f * unit_float(scramble(seed)) - 1.0f)), 0.0f, 1.0f);
}

/// How far a stroke's sides are lost, 0 to 1: where no contour is, and as the hand has it.
float softness_of(const DraftStroke& draft, const Sight& sight) {
    const Hand& hand = sight.hand;
    const float even = 1.0f - smoothstep(0.03f, 0.16f, contrast_at_sides(draft, sight.colour));
    if (hand.lost <= 0.0f && hand.lost_darks <= 0.0f && hand.found <= 0.0f)
        return even;
    const Vec2 middle = (draft.points[0] + draft.points[1] * 2.0f + draft.points[2]) * 0.25f;
    const int x = std::clamp(static_cast<int>(middle.x), 0, sight.focus.width() - 1),
              y = std::clamp(static_cast<int>(middle.y), 0, sight.focus.height() - 1);
    const float aside = 1.0f - smoothstep(0.8f, 2.5f, sight.focus.at(x, y)),
                dark = 1.0f - smoothstep(0.15f, 0.45f, luma(draft.colour));
    const float lost = std::max(hand.lost * aside, hand.lost_darks * dark);
    return std::max(even * (1.0f - hand.found), lost);
}

Stroke finished(const DraftStroke& draft, const Sight& sight, uint64_t seed) {
    Stroke stroke = placed(draft, sight.pixel_mm, seed);
    stroke.softness = softness_of(draft, sight);
    stroke.load = load_of(draft, stroke.softness, sight, seed);
    // A hand draws from the side where it is surest; half of the strokes are drawn the other way.
    if (scramble(seed + 1) & 1) {
        std::swap(stroke.path.points[0], stroke.path.points[2]);
        std::swap(stroke.width_start, stroke.width_end);
    }
    return stroke;
}

}  // namespace

Stroke placed(const DraftStroke& draft, float pixel_mm, uint64_t seed) {
    Stroke stroke;
    for (size_t k = 0; k < 3; ++k)
        stroke.path.points[k] = draft.points[k] * pixel_mm;
    stroke.width_start = 2.0f * draft.half_width[0] * pixel_mm;
    stroke.width_end = 2.0f * draft.half_width[1] * pixel_mm;
    stroke.fade = draft.fade * pixel_mm;
    stroke.opacity = opacity_of(draft);
    stroke.paint.colour = draft.colour;
    stroke.seed = seed;
    return stroke;
}

std::vector<Stroke> placed_to_look_at(const std::vector<DraftStroke>& drafts, float pixel_mm) {
    std::vector<Stroke> strokes;
    strokes.reserve(drafts.size());
    for (const DraftStroke& draft : drafts)
        strokes.push_back(placed(draft, pixel_mm, 0));
    return strokes;
}

Plan finish_plan(const std::vector<DraftStroke>& strokes, const std::vector<int32_t>& born,
                 const std::vector<Round>& rounds, const Reference& reference, const Image<float>& focus,
                 const Materials& materials, uint64_t seed) {
    Plan plan;
    plan.materials = materials;
    plan.planned_pixel_mm = reference.pixel_mm;
    plan.width_mm = reference.canvas_mm().x;
    plan.height_mm = reference.canvas_mm().y;
    plan.ground = reference.ground;
    plan.transparent = reference.transparent_ground;
    plan.outline = reference.alpha;
    const float around = kSurroundings * static_cast<float>(reference.size().long_side());
    const Sight sight{
        reference.colour, blurred(reference.colour, around), around, focus, plan.planned_pixel_mm,
        materials.hand};
    for (size_t i = 0; i < strokes.size(); ++i) {
        const PlannedPass& pass = rounds[static_cast<size_t>(born[i])].pass;
        if (plan.passes.empty() || plan.passes.back().name != pass.name)
            plan.passes.push_back({pass.name, 0});
        ++plan.passes.back().strokes;
        const size_t brush = std::min(pass.brush, materials.brushes.size() - 1);
        plan.strokes.push_back(finished(strokes[i], sight, scramble(seed ^ scramble(i))));
        plan.strokes.back().closer = static_cast<float>(rounds[static_cast<size_t>(born[i])].finer - 1);
        plan.strokes.back().brush = static_cast<int>(brush);
    }
    return plan;
}

}  // namespace allaprima
