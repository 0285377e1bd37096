#pragma once
#include <array>
#include <vector>

#include "brush/brush.h"
#include "brush/stroke.h"
#include "rendering/footprint.h"

namespace allaprima {

/// What one bristle leaves at one place of its track.
struct Track {
    float load =
        0.5f;  ///< Paint on it: 0 the driest bristle of the brush, 1 the fullest; uniform in between.
    float body = 1.0f;   ///< Thickness of its paint, as a share of the stroke's; about 1, smooth.
    float light = 0.0f;  ///< How much lighter its paint is, in sRGB-encoded grey; zero on average.
    float warm = 0.0f;   ///< How much warmer: more red and as much less blue; zero on average.
};
static_assert(sizeof(Track) == 4 * sizeof(float), "a track is loaded as a vector of four");

/// How much of its brush's own life a stroke shows: 1 all; less where a broad brush lays even ground and
/// loses its sides in it.
float liveliness(const Stroke& stroke);

/// How many bristles, and how many steps along the way, the table of a stroke's tracks has.
struct TrackTable {
    int bristles, steps;
};

/// @param widest half the width of the stroke, mm. @param way its length, mm. @param detail share of the
/// cells that are worked out.
TrackTable track_table(float widest, float way, float bristle_width, float detail = 1.0f);

/// The tracks of all the bristles of a stroke, in a table of bristles by steps along the way.
///
/// Each bristle carries its own load and tint, which change slowly along the way; neighbours stick
/// together in clumps. Where pixels are coarser than bristles their differences average out.
struct BristleTracks {
    int bristles, steps;
    float bristles_per_across;  ///< From −1, one side of the brush, to 1, times this: number of the bristle.
    float steps_per_mm;
    float before;    ///< Way before the start of the stroke at which the steps begin, mm.
    float widest;    ///< Half the width of the brush, mm.
    float splay;     ///< Of the brush.
    float contrast;  ///< How far the tracks differ at this pixel size: 1 fully, 0 not at all.
    std::vector<Track> cells;

    /// @param pixel_mm side of the pixels that will be painted. @param detail see detail_of().
    BristleTracks(const Footprint& footprint, const Brush& brush, const Stroke& stroke, float pixel_mm,
                  float detail = 1.0f);

    /// @param across distance from the centre line, mm; beyond the widest half the last bristle counts.
    /// @param half   half the stroke's width there, mm: where a brush narrows, its bristles close up a little
    ///               and the outer ones leave the canvas.
    /// @param along  way along the centre line, mm.
    Track at(float across, float half, float along) const;
};

}  // namespace allaprima
