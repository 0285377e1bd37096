#include "rendering/flat_touch.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

constexpr int kLookUpBlock = 16;  // pixels; the stroke's nearest segments are looked up once for each
/// How far the segments of a flat touch may stray from the curve that was planned, in planned edges.
constexpr float kPlannedFlatness = 0.03f;

void lay_pixel(const FlatTouch& touch, float alpha, size_t i, CanvasTile& tile) {
    auto towards = [&](float& from, float to) { from += (to - from) * alpha; };
    towards(tile.red[i], touch.colour.r);
    towards(tile.green[i], touch.colour.g);
    towards(tile.blue[i], touch.colour.b);
    towards(tile.cover[i], 1.0f);
    towards(tile.body[i], 1.0f);
    const auto channels = static_cast<size_t>(tile.channels);
    for (size_t k = 0; k < channels; ++k)
        towards(tile.shares[i * channels + k], touch.shares[k]);
}

/// @param row as high as a block at most.
void lay_row_of_blocks(const FlatTouch& touch, PixelRect row, CanvasTile& tile) {
    const Footprint& footprint = touch.footprint;
    for (int x0 = row.x0; x0 < row.x1; x0 += kLookUpBlock) {
        const int x1 = std::min(x0 + kLookUpBlock, row.x1);
        const Vec2 low = tile.centre(x0, row.y0), high = tile.centre(x1 - 1, row.y1 - 1);
        const SegmentRange near =
            footprint.near_disc((low + high) * 0.5f, 0.5f * length(high - low), touch.reach, footprint.all());
        if (near.empty())
            continue;
        for (int y = row.y0; y < row.y1; ++y)
            for (int x = x0; x < x1; ++x) {
                const float alpha = touch.coverage(footprint.locate(tile.centre(x, y), near));
                if (alpha > 0.0f)
                    lay_pixel(touch, alpha, tile.index(x, y), tile);
            }
    }
}

}  // namespace

FlatTouch::FlatTouch(const Stroke& stroke, int channels, float planned_edge)
    : footprint(stroke, kPlannedFlatness * planned_edge),
      way(stroke.path),
      colour(stroke.paint.colour),
      shares(stroke.paint.shares.begin(), stroke.paint.shares.begin() + channels),
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

PixelRect pixels_within(const BoundingBox& box, const CanvasTile& tile) {
    const float scale = 1.0f / tile.pixel_mm;
    auto clamped = [](float v, int low, int high) {
        return static_cast<int>(std::clamp(v, static_cast<float>(low), static_cast<float>(high)));
    };
    const PixelRect& a = tile.area;
    return {clamped(std::floor(box.low.x * scale), a.x0, a.x1),
            clamped(std::floor(box.low.y * scale), a.y0, a.y1),
            clamped(std::ceil(box.high.x * scale), a.x0, a.x1),
            clamped(std::ceil(box.high.y * scale), a.y0, a.y1)};
}

void lay_flat(const FlatTouch& touch, CanvasTile& tile) {
    const PixelRect part = pixels_within(touch.footprint.bounding_box(touch.reach), tile);
    for (int y0 = part.y0; y0 < part.y1; y0 += kLookUpBlock)
        lay_row_of_blocks(touch, {part.x0, y0, part.x1, std::min(y0 + kLookUpBlock, part.y1)}, tile);
}

void lay_flat(const FlatTouch& touch, CanvasTile& tile, const ThreadPool& workers) {
    constexpr long long kWorthSharing = 1 << 14;  // pixels
    const PixelRect part = pixels_within(touch.footprint.bounding_box(touch.reach), tile);
    if (static_cast<long long>(part.width()) * part.height() < kWorthSharing)
        return lay_flat(touch, tile);
    workers.parallel_for(static_cast<size_t>((part.height() + kLookUpBlock - 1) / kLookUpBlock),
                         [&](size_t row) {
                             const int y0 = part.y0 + static_cast<int>(row) * kLookUpBlock;
                             const int y1 = std::min(y0 + kLookUpBlock, part.y1);
                             lay_row_of_blocks(touch, {part.x0, y0, part.x1, y1}, tile);
                         });
}

}  // namespace allaprima
