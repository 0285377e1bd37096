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

/// std::lerp, but without its care for exact ends, which costs branches.
float blend(float a, float b, float share) {
    return a + (b - a) * share;
}

/// Greatest difference of a channel.
float difference(Rgb a, Rgb b) {
    return std::max({std::fabs(a.r - b.r), std::fabs(a.g - b.g), std::fabs(a.b - b.b)});
}

}  // namespace

Touch::Touch(const Stroke& stroke, const Brush& brush, const PickUp& pickup, float planned_edge,
             float pixel_mm)
    : footprint(stroke, std::min(0.03f, 0.15f * pixel_mm)),
      tracks(footprint, brush, stroke, pickup, pixel_mm),
      colour(stroke.paint.colour),
      opacity(stroke.opacity),
      lively(liveliness(stroke)),
      hair_place{97.0f * unit_float(scramble(stroke.seed ^ 0x61)),
                 211.0f * unit_float(scramble(stroke.seed ^ 0x62))} {
    const float half = footprint.half_width(0.5f), way = footprint.length();
    // A small brush carries little paint, and its few hairs keep together.
    body = std::min(0.04f + 0.50f * stroke.load * stroke.load, 0.05f + 0.07f * half);
    const float together = smooth_step((half - 0.4f) / 3.0f);
    const float ragged = brush.ragged * together, dryness = brush.dryness * (0.3f + 0.7f * together);

    const float crisp = std::min(0.6f * planned_edge, half);
    side_ramp = crisp + stroke.softness * std::min(0.5f * half, 4.0f);
    start_ramp = std::min(crisp + ragged * half * 0.5f, 0.5f * way + crisp);
    end_ramp = std::min(crisp + (ragged + dryness) * std::min(half, 8.0f), 0.7f * way + crisp);
    lost_ramp = std::min(0.35f * half, 3.0f);
    reach = footprint.widest_half() + 0.5f * (std::max({side_ramp, start_ramp, end_ramp}) + lost_ramp);
}

namespace {

/// A soft step at a border, narrow or wide.
class Ramp {
  public:
    /// Widths in mm.
    Ramp(float found, float more_when_lost) : found_(1.0f / found), lost_(1.0f / (found + more_when_lost)) {}

    /// 0 well outside, ½ on the border, 1 well inside. @param edge 1 for the narrow step, 0 for the wide one.
    float risen(float inside, float edge) const {
        return smooth_step(inside * (lost_ + (found_ - lost_) * edge) + 0.5f);
    }

  private:
    float found_, lost_;
};

/// One touch on its way onto one tile: what is the same for all its pixels, and the steps for each.
class Laying {
  public:
    Laying(const Touch& touch, const Hairs& hairs, float pixel_mm);

    void operator()(PaintFilm& film, const BrushPoint& at) const {
        const float inside = touch_.footprint.half_width(at.share) - std::fabs(at.across);
        const float clash = std::max(difference(film.colour, touch_.colour), 1.0f - film.cover);
        const float edge = smooth_step(9.0f * clash - 0.15f);
        const float shape = shape_at(at, inside, edge);
        if (shape <= 0.0f)
            return;
        const Track track = track_at(at);
        const float alpha = coverage(shape, track.load, film, edge, clash);
        if (alpha <= 0.0f)
            return;
        film.colour = lerp(film.colour, touch_.colour + track.tint, alpha);
        film.cover += alpha * (1.0f - film.cover);
        build_up(film, at, inside, edge, track, alpha);
    }

  private:
    /// @param edge how plainly the border shows against the paint beneath: 0 it is lost, 1 it is found.
    float shape_at(const BrushPoint& at, float inside, float edge) const;
    Track track_at(const BrushPoint& at) const;
    float coverage(float shape, float load, const PaintFilm& film, float edge, float clash) const;
    void build_up(PaintFilm& film, const BrushPoint& at, float inside, float edge, const Track& track,
                  float alpha) const;

    const Touch& touch_;
    const Hairs& hairs_;
    float contrast_, way_;
    Ramp side_, start_, end_;
    Gate border_, thin_;
    float thin_threshold_;
    float end_fade_, side_fade_;  ///< Over which thickness rises from nothing, mm.
    float furrows_, rim_;         ///< Height of bristle tracks and of the sides, as shares of the body.
    float levelling_;             ///< How far the fresh paint fills what was rough before.
};

Laying::Laying(const Touch& touch, const Hairs& hairs, float pixel_mm)
    : touch_(touch),
      hairs_(hairs),
      contrast_(touch.tracks.contrast()),
      way_(touch.footprint.length()),
      side_(touch.side_ramp, touch.lost_ramp),
      start_(touch.start_ramp, touch.lost_ramp),
      end_(touch.end_ramp, touch.lost_ramp) {
    const float quiet = 1.0f - touch.lively;
    const float finest = std::min(touch.side_ramp, touch.start_ramp);
    border_ = gate_for(at_borders, contrast_, std::clamp(1.5f * pixel_mm / finest, 0.25f, 1.0f) + quiet);
    thin_ = gate_for(through_thin_paint, contrast_, 1.1f + 1.5f * quiet);
    thin_threshold_ = thin_.threshold(touch.opacity);
    const float half = touch.footprint.half_width(0.5f);
    end_fade_ = std::min(4.0f, std::max(0.6f, 0.35f * way_)) + quiet * half;
    side_fade_ = std::min(1.0f, 0.6f * half) + quiet * 0.7f * half;
    // A few hairs leave no deep furrows, and a broad brush spreads its paint thin.
    const float depth = (0.35f + 0.65f * smooth_step((half - 0.8f) / 4.0f)) *
                        (1.0f - 0.5f * smooth_step((half - 4.0f) / 12.0f));
    furrows_ = depth * touch.lively * std::sqrt(touch.lively);
    rim_ = 0.30f * touch.lively * touch.lively;
    levelling_ = std::clamp(0.45f + touch.body * 4.0f, 0.0f, 0.95f);
}

float Laying::shape_at(const BrushPoint& at, float inside, float edge) const {
    return side_.risen(inside, edge) * start_.risen(at.along, edge) * end_.risen(way_ - at.along, edge);
}

Track Laying::track_at(const BrushPoint& at) const {
    Track track = touch_.tracks.at(at.across, touch_.footprint.half_width(at.share), at.along);
    if (hairs_.visible()) {
        const float hair = hairs_.at(at.across + touch_.hair_place.x, at.along + touch_.hair_place.y);
        track.load = std::clamp(track.load + 0.22f * hair, 0.0f, 1.0f);
        track.tint = track.tint + touch_.colour * (0.018f * touch_.lively * hair);
    }
    return track;
}

float Laying::coverage(float shape, float load, const PaintFilm& film, float edge, float clash) const {
    const float peak = std::clamp((film.relief + film.tooth) * 8.0f, -0.5f, 0.5f) * contrast_;
    float alpha = 1.0f;
    // Dragged over other paint, bristles tear the border; in paint of the same colour they work it in.
    if (shape < 1.0f)
        alpha = blend(shape, border_.passed(border_.threshold(shape), at_borders.at(load, peak)), edge);
    if (touch_.opacity < 1.0f)
        alpha *= blend(thin_.passed(thin_threshold_, through_thin_paint.at(load, peak)), touch_.opacity,
                       smooth_step(3.5f * clash));
    return alpha;
}

void Laying::build_up(PaintFilm& film, const BrushPoint& at, float inside, float edge, const Track& track,
                      float alpha) const {
    const float gone = std::clamp(at.along / (way_ + 1e-3f), 0.0f, 1.0f);
    const float carried = touch_.body * track.body * (1.0f - 0.45f * gone * gone);
    const float ends =
        smooth_step((std::min(at.along, way_ - at.along) + 0.3f * touch_.end_ramp) / end_fade_);
    const float sides = smooth_step((inside + 0.25f * touch_.side_ramp) / side_fade_);
    // Furrows are wide and the ridges between them narrow: paint flows together after the brush.
    const float furrow = 0.95f * (track.load * track.load - 0.25f) * furrows_ * (0.3f + 0.7f * sides);
    const float rim = rim_ * smooth_step(1.0f - std::fabs(inside - 0.45f) * 1.6f) * edge * ends * track.load;
    film.body += alpha * sides * ends * (carried - film.body);
    film.relief += alpha * levelling_ * (carried * (furrow + rim) - film.relief);
}

/// How far the segments of a flat touch may stray from the curve that was planned, in planned edges.
constexpr float planned_flatness = 0.03f;

}  // namespace

void lay_touch(const Touch& touch, const Hairs& hairs, CanvasTile& tile) {
    for_each_pixel(touch.footprint, touch.reach, tile, Laying(touch, hairs, tile.pixel_mm));
}

FlatTouch::FlatTouch(const Stroke& stroke, float planned_edge)
    : footprint(stroke, planned_flatness * planned_edge),
      way(stroke.path),
      colour(stroke.paint.colour),
      opacity(stroke.opacity),
      edge(planned_edge + stroke.fade),
      reach(footprint.widest_half() + edge) {}

float FlatTouch::coverage(const BrushPoint& at) const {
    const float before = std::min(at.along, 0.0f), after = std::max(at.along - footprint.length(), 0.0f);
    const float travelled = before + way.at(at.share) + after, left = way.length() - travelled;
    const float inside = footprint.half_width(at.share) - std::fabs(at.across);
    const float scale = 1.0f / edge;
    return opacity * smooth_step(inside * scale + 0.5f) * smooth_step(travelled * scale + 0.5f) *
           smooth_step(left * scale + 0.5f);
}

void lay_flat(const FlatTouch& touch, CanvasTile& tile) {
    for_each_pixel(touch.footprint, touch.reach, tile, [&](PaintFilm& film, const BrushPoint& at) {
        const float alpha = touch.coverage(at);
        film.colour = lerp(film.colour, touch.colour, alpha);
        film.cover += alpha * (1.0f - film.cover);
    });
}

}  // namespace allaprima
