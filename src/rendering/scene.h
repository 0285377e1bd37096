#pragma once
#include <optional>
#include <vector>

#include "base/thread_pool.h"
#include "model/picture.h"
#include "model/plan.h"
#include "rendering/canvas_tile.h"
#include "rendering/film_colours.h"
#include "rendering/flat_touch.h"
#include "rendering/lighting.h"
#include "rendering/render.h"
#include "rendering/tooth.h"
#include "rendering/touch.h"

namespace allaprima {

/// A tile has a border of so many pixels more, whose height the light needs.
constexpr int kHalo = 1;

/// Makes T number i by make(i), for all i < count.
template <typename T, typename Make>
std::vector<T> made_in_parallel(size_t count, const ThreadPool& workers, const Make& make) {
    std::vector<std::optional<T>> made(count);
    workers.parallel_for(count, [&](size_t i) { made[i].emplace(make(i)); });
    std::vector<T> result;
    result.reserve(count);
    for (std::optional<T>& one : made)
        result.push_back(std::move(*one));
    return result;
}

/// Everything that all tiles of one rendering share, and the strokes that are made ready. The plan and the
/// settings must outlive it.
struct Scene {
    const Plan& plan;
    const RenderSettings& settings;
    float pixel_mm;
    bool glazed;           ///< Whether there are films of glaze.
    Image<float> outline;  ///< The plan's, or reduced to the picture's size where that is smaller.
    Tooth tooth;
    Lighting lighting;
    std::optional<FilmColours>
        pigments;                  ///< What the tubes look like; empty when the palette is plain colour.
    size_t first = 0;              ///< Of the plan's strokes, the first that is ready.
    std::vector<Touch> touches;    ///< Empty for Finish::Flat,
    std::vector<FlatTouch> flats;  ///< for which these are laid.

    /// One past the last stroke that is ready.
    size_t end() const { return first + touches.size() + flats.size(); }
};

/// Without any stroke made ready.
Scene bare_scene(const Plan& plan, const RenderSettings& settings);

/// The ground that a stroke that is ready covers, and how far from it its paint may land, mm.
const Footprint& footprint_of(const Scene& scene, size_t stroke);
float reach_of(const Scene& scene, size_t stroke);

/// A rectangle outside of which no pixel is seen to change when the stroke is laid, in pixels.
BoundingBox pixel_box_of(const Scene& scene, size_t stroke);

/// The same for any stroke that covers this ground, with pixels of this size.
BoundingBox pixel_box_around(const Footprint& footprint, float reach, float pixel_mm);

/// Whether some of these pixels lie in the box.
bool meets(const BoundingBox& box, PixelRect area);

/// The pixels that are asked for.
PixelRect part_of(const RenderSettings& settings);

/// A tile of a part, as a rectangle of the picture.
PixelRect moved_by(PixelRect tile, PixelRect part);

/// Of this size, with alpha where the plan is transparent.
Picture empty_picture(const Plan& plan, Size size);

/// Bare canvas: these pixels of the picture, and kHalo more on every side.
CanvasTile primed_tile(const Scene& scene, PixelRect area);

/// Lays what lies in the tile of a stroke.
void lay_stroke(const Scene& scene, size_t stroke, CanvasTile& tile);

/// Shows a part of what has been laid. @param area lies in the tile, without its border. @param shown takes
/// it; its upper left pixel is that of column `left` and row `top` of the picture.
void show_part(const Scene& scene, const CanvasTile& tile, PixelRect area, int left, int top, Picture& shown);

}  // namespace allaprima
