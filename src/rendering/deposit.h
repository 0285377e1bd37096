#pragma once
#include "brush/brush.h"
#include "rendering/bristles.h"
#include "rendering/canvas_tile.h"
#include "rendering/footprint.h"
#include "rendering/hairs.h"

namespace allaprima {

/// A stroke made ready to be painted at one pixel size.
struct Touch {
    Footprint footprint;
    BristleTracks tracks;
    Rgb colour;
    float opacity;
    float side_ramp;   ///< Width of the ragged border at the sides, mm.
    float start_ramp;  ///< The same where the stroke begins,
    float end_ramp;    ///< and where the brush runs dry.
    float lost_ramp;   ///< By how much borders are wider where the paint beneath is of the same colour, mm.
    float body;        ///< Thickness of the fresh paint, mm.
    float lively;      ///< How much of the brush shows: 1 all; less on even ground.
    Vec2 hair_place;   ///< Where this stroke reads the table of hairs, mm.
    float reach;       ///< How far paint may land from the centre line, mm.

    Touch(const Stroke& stroke, const Brush& brush, const PickUp& pickup, float planned_edge, float pixel_mm);
};

/// Paints one touch onto the part of it that lies in the tile.
void lay_touch(const Touch& touch, const Hairs& hairs, CanvasTile& tile);

/// A stroke as the planner sees it.
struct FlatTouch {
    Footprint footprint;
    PlannedWay way;
    Rgb colour;
    float opacity;
    float edge;   ///< Width of the soft border, mm.
    float reach;  ///< How far paint may land from the centre line, mm.

    FlatTouch(const Stroke& stroke, float planned_edge);

    /// α = o · S((h − |t|)/e + ½) · S(s/e + ½) · S((L − s)/e + ½): as the planner covers a pixel.
    float coverage(const BrushPoint& at) const;
};

/// Lays the planned coverage of one stroke, without texture or thickness.
void lay_flat(const FlatTouch& touch, CanvasTile& tile);

}  // namespace allaprima
