#pragma once
#include <vector>

#include "base/thread_pool.h"
#include "rendering/canvas_tile.h"
#include "rendering/footprint.h"
#include "rendering/mixed_paint.h"

namespace allaprima {

/// A stroke as the planner sees it.
struct FlatTouch {
    Footprint footprint;
    PlannedWay way;
    Rgb colour;
    std::vector<float> shares;  ///< Of the tubes, as many as the palette's channels.
    float opacity;
    float edge;   ///< Width of the soft border, mm.
    float reach;  ///< How far paint may land from the centre line, mm.

    FlatTouch(const Stroke& stroke, int channels, float planned_edge);

    /// α = o · S((h − |t|)/e + ½) · S(s/e + ½) · S((L − s)/e + ½): as the planner covers a pixel.
    float coverage(const BrushPoint& at) const;
};

/// Lays the planned coverage of one stroke, without texture. The body becomes the share of a pixel that is
/// painted, 0 to 1.
void lay_flat(const FlatTouch& touch, CanvasTile& tile);
/// The same, by several threads where it covers much of the tile.
void lay_flat(const FlatTouch& touch, CanvasTile& tile, const ThreadPool& workers);

/// The part of a rectangle of the canvas that lies in the tile, in pixels.
PixelRect pixels_within(const BoundingBox& box, const CanvasTile& tile);

}  // namespace allaprima
