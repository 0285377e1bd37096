#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "model/brief.h"
#include "model/picture.h"
#include "model/plan.h"

namespace allaprima {

/// How a plan is made visible.
struct RenderSettings {
    Size size;  ///< Pixels of the picture; its shape should be the plan's.
    Finish finish = Finish::Lit;
    Light light;
    float relief_strength = 1.0f;             ///< Times the paint's slopes, where it is lit.
    Illuminant illuminant = Illuminant::D65;  ///< Under which pigments are seen; adapted to the sRGB white.
    bool wide = false;  ///< Colours outside the sRGB gamut leave [0, 1] instead of being cut.
    int tile = 128;     ///< Side of the squares that are painted one by one; any size ≥ 1, same picture.
    /// What strokes that are made ready at a time may take, about, bytes; any number, same picture. 0: more
    /// for a picture of more pixels.
    size_t ready_bytes = 0;
    /// Only these pixels of the picture, which they lie within, at a cost that grows with their number.
    std::optional<PixelRect> part = {};
};

/// What a brief says of how its painting is shown. Colours that are converted to a profile are seen under its
/// light, and beyond sRGB.
RenderSettings shown_as(const Brief& brief, Size size);

/// In a picture of the relief (Finish::Relief) 0 and 1 stand for these heights above the priming, mm.
constexpr float kLowestRelief = -0.1f, kHighestRelief = 1.9f;

/// The height above the priming that a value of such a picture stands for, mm.
constexpr float relief_mm(float share) {
    return kLowestRelief + share * (kHighestRelief - kLowestRelief);
}

/// Takes finished rows from the top down, the first of the part being 0; returns false to end the rendering
/// early.
using RowSink = std::function<bool(int first_row, const Picture& rows)>;

/// Paints the plan at any size, tile by tile: memory grows with the width of the picture and the number
/// of strokes, not with its height. Same plan and settings: same values, for any threads and tile size.
///
/// @return false when the sink or the observer ended it early.
bool render(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers, Observer& observer,
            const RowSink& sink);

/// The same, as one picture in memory, of the part's size where there is one.
Picture render_picture(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers);

/// Parts of that picture alone, at a cost that grows with their size and not with the picture's. The areas
/// lie within it.
std::vector<Picture> render_areas(const Plan& plan, const RenderSettings& settings,
                                  std::span<const PixelRect> areas, const ThreadPool& workers);

}  // namespace allaprima
