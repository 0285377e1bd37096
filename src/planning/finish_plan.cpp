#include "planning/finish_plan.h"

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "image/colour.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

constexpr float kThinnest = 0.30f, kThickest = 0.95f;
constexpr float kLoadSpread = 0.12f;

float smoothstep(float low, float high, float v) {
    const float t = std::clamp((v - low) / (high - low), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

/// Contrast at the stroke's two sides and ends: the root of the mean gradient energy there, about the
/// difference of sRGB values across two pixels.
float contrast_at_border(const DraftStroke& stroke, const Structure& structure) {
    constexpr int kPlaces = 7;
    float sum = 0.0f;
    for (int k = 0; k < kPlaces; ++k) {
        const float u = static_cast<float>(k) / (kPlaces - 1), v = 1.0f - u;
        const auto& p = stroke.points;
        const Vec2 at = p[0] * (v * v) + p[1] * (2.0f * u * v) + p[2] * (u * u);
        Vec2 along = (p[1] - p[0]) * v + (p[2] - p[1]) * u;
        along = along * (1.0f / std::max(1e-6f, length(along)));
        const float half = stroke.half_width[0] * v + stroke.half_width[1] * u;
        for (float side : {-half, half}) {
            const int x = std::clamp(static_cast<int>(at.x - along.y * side), 0, structure.xx.width() - 1);
            const int y = std::clamp(static_cast<int>(at.y + along.x * side), 0, structure.xx.height() - 1);
            sum += std::sqrt(structure.xx.at(x, y) + structure.yy.at(x, y));
        }
    }
    return sum / (2.0f * kPlaces);
}

Stroke finished(const DraftStroke& draft, float pixel_mm, const Structure& structure, uint64_t seed) {
    Stroke stroke;
    for (size_t k = 0; k < 3; ++k)
        stroke.path.points[k] = draft.points[k] * pixel_mm;
    stroke.width_start = 2.0f * draft.half_width[0] * pixel_mm;
    stroke.width_end = 2.0f * draft.half_width[1] * pixel_mm;
    stroke.opacity = opacity_of(draft);
    stroke.paint.colour = draft.colour;
    stroke.seed = seed;
    const float spread = kLoadSpread * (2.0f * unit_float(scramble(seed)) - 1.0f);
    stroke.load = std::clamp(kThinnest + (kThickest - kThinnest) * luma(draft.colour) + spread, 0.0f, 1.0f);
    stroke.softness = 1.0f - smoothstep(0.02f, 0.14f, contrast_at_border(draft, structure));
    // A hand draws from the side where it is surest; half of the strokes are drawn the other way.
    if (scramble(seed + 1) & 1) {
        std::swap(stroke.path.points[0], stroke.path.points[2]);
        std::swap(stroke.width_start, stroke.width_end);
    }
    return stroke;
}

}  // namespace

Plan finish_plan(const std::vector<DraftStroke>& strokes, const std::vector<int32_t>& born,
                 const std::vector<Round>& rounds, const Reference& reference, const Study& study,
                 const Brief& brief) {
    Plan plan;
    plan.planned_pixel_mm = kCanvasLongSide / static_cast<float>(reference.size().long_side());
    plan.width_mm = static_cast<float>(reference.size().width) * plan.planned_pixel_mm;
    plan.height_mm = static_cast<float>(reference.size().height) * plan.planned_pixel_mm;
    plan.ground = reference.ground;
    plan.transparent = reference.transparent_ground;
    const Structure structure = smoothed(study.structure, 1.5f);
    for (size_t i = 0; i < strokes.size(); ++i) {
        const std::string& pass = rounds[static_cast<size_t>(born[i])].pass;
        if (plan.passes.empty() || plan.passes.back().name != pass)
            plan.passes.push_back({pass, 0});
        ++plan.passes.back().strokes;
        plan.strokes.push_back(
            finished(strokes[i], plan.planned_pixel_mm, structure, scramble(brief.seed ^ scramble(i))));
    }
    return plan;
}

}  // namespace allaprima
