// How paint leaves the brush. The planned coverage, with borders as wide as bristles are ragged, is let
// through by thresholds: a bristle that carries more paint begins sooner, reaches farther out and ends later
// than one that carries less, and thin paint catches on what stands up. As loads are uniform, the mean
// coverage is the planned one. Height is replaced, never summed, so that buried strokes do not show.
#include "rendering/deposit.h"

#include <algorithm>
#include <cmath>

#include "rendering/noise.h"

namespace allaprima {
namespace {

constexpr int block = 16;  // pixels; the stroke's nearest segments are looked up once for each

/// The part of a rectangle of the canvas that lies in the tile, in pixels.
PixelRect pixels_within(const Extent& extent, const CanvasTile& tile) {
    const float scale = 1.0f / tile.pixel_mm;
    auto clamped = [](float v, int low, int high) {
        return static_cast<int>(std::clamp(v, static_cast<float>(low), static_cast<float>(high)));
    };
    const PixelRect& a = tile.area;
    return {clamped(std::floor(extent.low.x * scale), a.x0, a.x1),
            clamped(std::floor(extent.low.y * scale), a.y0, a.y1),
            clamped(std::ceil(extent.high.x * scale), a.x0, a.x1),
            clamped(std::ceil(extent.high.y * scale), a.y0, a.y1)};
}

/// Calls lay(film, BrushPoint) for every pixel of the tile that is within reach of the footprint.
template <typename Lay>
void for_each_pixel(const Footprint& footprint, float reach, CanvasTile& tile, const Lay& lay) {
    const PixelRect part = pixels_within(footprint.extent(reach), tile);
    for (int y0 = part.y0; y0 < part.y1; y0 += block)
        for (int x0 = part.x0; x0 < part.x1; x0 += block) {
            const int x1 = std::min(x0 + block, part.x1), y1 = std::min(y0 + block, part.y1);
            const Vec2 low = tile.centre(x0, y0), high = tile.centre(x1 - 1, y1 - 1);
            const SegmentRange near =
                footprint.near_disc((low + high) * 0.5f, 0.5f * length(high - low), reach, footprint.all());
            if (near.empty())
                continue;
            for (int y = y0; y < y1; ++y)
                for (int x = x0; x < x1; ++x)
                    lay(tile.film(x, y), footprint.locate(tile.centre(x, y), near));
        }
}

/// A threshold that lets paint through where the ground resists little.
///
/// Resistance is about uniform over ½ ± ½ · spread; paint thins out over `softness` of its range. Both
/// together spread as a trapezium, whose quantiles give the threshold for a mean share.
struct Gate {
    float spread, softness;

    /// Threshold above which the paint must stay for the mean of passed() to be this share.
    float threshold(float share) const {
        const float wide = std::max(spread, softness), narrow = std::min(spread, softness);
        const float tail = 0.5f * narrow / wide;
        const float below = std::min(share, 1.0f - share);
        const float x = below < tail
                            ? 0.5f * (wide + narrow) - std::sqrt(2.0f * wide * narrow * std::max(below, 0.0f))
                            : (0.5f - below) * wide;
        return share < 0.5f ? -x : x;
    }
    float passed(float threshold, float resistance) const {
        return std::clamp((threshold - (resistance - 0.5f)) / softness + 0.5f, 0.0f, 1.0f);
    }
};

/// How a bristle's load and what stands up beneath it make up the resistance, and how far that then spreads.
struct Resistance {
    float of_load, of_peaks, spread;
    float at(float load, float peak) const { return 0.5f - of_load * (load - 0.5f) - of_peaks * peak; }
};
constexpr Resistance at_borders{0.8f, 0.35f, 0.84f};
constexpr Resistance through_thin_paint{0.4f, 0.5f, 0.53f};

/// A gate for this resistance where only a share `contrast` of it is resolved by the pixels.
Gate gate_for(const Resistance& resistance, float contrast, float softness) {
    return {resistance.spread * contrast, softness * contrast + 1.0f - contrast};
}

/// Greatest difference of a channel.
float difference(Rgb a, Rgb b) {
    return std::max({std::fabs(a.r - b.r), std::fabs(a.g - b.g), std::fabs(a.b - b.b)});
}

/// 1 up to `from` below the border at 0, falling to 0 at the border; both mm.
float faded(float inside, float over) {
    return smooth_step(inside / over);
}

}  // namespace

Touch::Touch(const Stroke& stroke, const Brush& brush, const PickUp& pickup, float planned_edge,
             float pixel_mm)
    : footprint(stroke, std::min(0.03f, 0.15f * pixel_mm)),
      tracks(footprint, brush, stroke.seed, stroke.paint.colour, pickup, pixel_mm),
      colour(stroke.paint.colour),
      opacity(stroke.opacity),
      body(0.05f + 0.50f * stroke.load * stroke.load) {
    const float half = footprint.half_width(0.5f), way = footprint.length();
    const float crisp = std::min(0.6f * planned_edge, half);
    side_ramp = crisp + stroke.softness * std::min(0.5f * half, 3.0f);
    start_ramp = std::min(crisp + brush.ragged * half * 0.5f, 0.5f * way + crisp);
    end_ramp = std::min(crisp + (brush.ragged + brush.dryness) * std::min(half, 8.0f), 0.7f * way + crisp);
    reach = footprint.widest_half() + 0.5f * std::max({side_ramp, start_ramp, end_ramp});
}

void lay_touch(const Touch& touch, CanvasTile& tile) {
    const float contrast = touch.tracks.contrast();
    const float pixel = tile.pixel_mm;
    const float way = touch.footprint.length();
    const float half_mean = touch.footprint.half_width(0.5f);
    const float side_scale = 1.0f / touch.side_ramp, start_scale = 1.0f / touch.start_ramp,
                end_scale = 1.0f / touch.end_ramp;
    const float finest = std::min(touch.side_ramp, touch.start_ramp);
    const Gate border = gate_for(at_borders, contrast, std::clamp(1.5f * pixel / finest, 0.4f, 1.0f));
    const Gate thin = gate_for(through_thin_paint, contrast, 1.1f);
    const float thin_threshold = thin.threshold(touch.opacity);
    const float end_fade = std::min(4.0f, std::max(0.6f, 0.35f * way));
    const float side_fade = std::min(1.0f, 0.6f * half_mean);
    const float levelling = std::clamp(0.35f + touch.body * 4.0f, 0.0f, 0.95f);

    for_each_pixel(touch.footprint, touch.reach, tile, [&](PaintFilm& film, const BrushPoint& at) {
        const float half = touch.footprint.half_width(at.share);
        const float inside = half - std::fabs(at.across);
        const float to_end = way - at.along;
        const float shape = smooth_step(inside * side_scale + 0.5f) *
                            smooth_step(at.along * start_scale + 0.5f) *
                            smooth_step(to_end * end_scale + 0.5f);
        if (shape <= 0.0f)
            return;
        const Track track = touch.tracks.at(at.across / half, at.along);
        const float peak = std::clamp(film.relief * 8.0f, -0.5f, 0.5f) * contrast;
        float alpha =
            shape >= 1.0f ? 1.0f : border.passed(border.threshold(shape), at_borders.at(track.load, peak));
        if (touch.opacity < 1.0f)
            alpha *= std::lerp(thin.passed(thin_threshold, through_thin_paint.at(track.load, peak)),
                               touch.opacity, smooth_step(3.5f * difference(film.colour, touch.colour)));
        if (alpha <= 0.0f)
            return;

        const Rgb paint = touch.colour + track.tint;
        film.colour = lerp(film.colour, paint, alpha);
        film.cover += alpha * (1.0f - film.cover);

        const float gone = std::clamp(at.along / (way + 1e-3f), 0.0f, 1.0f);
        const float carried = touch.body * track.body * (1.0f - 0.45f * gone * gone);
        const float ends = faded(std::min(at.along, to_end) + 0.3f * touch.end_ramp, end_fade);
        const float sides = faded(inside + 0.25f * touch.side_ramp, side_fade);
        const float ridge = 0.30f * smooth_step(1.0f - std::fabs(inside - 0.45f) * 1.6f) * ends * track.load;
        const float fresh = carried * (0.9f * (track.load - 0.5f) * (0.3f + 0.7f * sides) + ridge);
        film.body += alpha * sides * ends * (carried - film.body);
        film.relief += alpha * levelling * (fresh - film.relief);
    });
}

FlatTouch::FlatTouch(const Stroke& stroke, float planned_edge)
    : footprint(stroke, 0.02f * planned_edge),
      colour(stroke.paint.colour),
      opacity(stroke.opacity),
      edge(planned_edge),
      reach(footprint.widest_half() + planned_edge) {}

void lay_flat(const FlatTouch& touch, CanvasTile& tile) {
    for_each_pixel(touch.footprint, touch.reach, tile, [&](PaintFilm& film, const BrushPoint& at) {
        const float alpha = planned_coverage(touch.footprint, at, touch.opacity, touch.edge);
        film.colour = lerp(film.colour, touch.colour, alpha);
        film.cover += alpha * (1.0f - film.cover);
    });
}

}  // namespace allaprima
