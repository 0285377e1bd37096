#pragma once
#include <array>
#include <string>
#include <vector>

#include "brush/brush.h"
#include "brush/hand.h"
#include "brush/stroke.h"
#include "image/image.h"
#include "model/brief.h"
#include "pigment/palette.h"

namespace allaprima {

/// How broad the strokes are that a tool can paint, mm.
struct StrokeWidths {
    float narrowest = 1.0f, widest = 10.0f;

    bool operator==(const StrokeWidths&) const = default;
};

/// What a painting is painted with, apart from its strokes.
struct Materials {
    Palette palette;             ///< Plain colour when it has no tubes.
    std::vector<Brush> brushes;  ///< Strokes name one of them by its number; at least one.
    Support support = Support::Linen;
    float wetness = 0.5f;  ///< Of the paint that is painted into: 0 dry, layer over layer; 1 soup.
    Hand hand = {};  ///< Whose strokes they are; what was asked for stands in place of its own materials.
    /// Each stroke is planned for one of these tools of a robot's head; empty: as broad as it comes out.
    std::vector<StrokeWidths> tools = {};

    bool operator==(const Materials&) const = default;
};

/// How the strokes of a pass lie on what is beneath them.
enum class Coat {
    Body,     ///< Opaque paint, wet into wet.
    Scumble,  ///< Opaque paint dragged thinly over a dry layer, so that it breaks.
    Glaze,    ///< Paint thinned with medium over a dry layer, which shows through.
};

/// The word for each coat, in their order.
inline constexpr std::array kCoatWords{"body", "scumble", "glaze"};

/// A run of strokes laid for one purpose (brush/planned_passes.h, the coats, the last touches).
struct Pass {
    std::string name;
    int strokes = 0;
    Coat coat = Coat::Body;

    bool operator==(const Pass&) const = default;
};

/// What the passes of the last touches are called.
inline constexpr const char* kSpatterPass = "spatter";
inline constexpr const char* kSignaturePass = "signature";

/// A whole painting as a list of strokes; every output is a rendering of it.
struct Plan {
    float width_mm = 0.0f;     ///< Of the canvas; positive.
    float height_mm = 0.0f;    ///< Of the canvas; positive.
    Rgb ground;                ///< Colour of the primed canvas, sRGB-encoded.
    bool transparent = false;  ///< The picture is transparent beside its outline; without one, as in painting
                               ///< files of format 4 and before, wherever no paint lies.
    /// Of a cut-out: how much of each part of the canvas belongs to it, 0 to 1, the whole map as large as the
    /// canvas. Paint is cut off by it. Empty: the whole canvas.
    Image<float> outline = {};
    float planned_pixel_mm =
        1.0f;  ///< Side of a pixel at planning resolution: the finest thing that was planned.
    Materials materials{.palette = {}, .brushes = {Brush{}}};
    std::vector<Pass> passes;     ///< In painting order; their counts add up to strokes.size().
    std::vector<Stroke> strokes;  ///< In painting order.

    bool operator==(const Plan&) const = default;
    /// Whether the ground is a part of the picture, and seen where no paint lies.
    bool shows_ground() const { return !transparent || !outline.empty(); }
};

/// How wide the border of a stroke was planned, beside what it fades, mm.
inline float planned_edge(const Stroke& stroke, const Plan& plan) {
    return kPlannedEdge * plan.planned_pixel_mm / (1.0f + stroke.closer);
}

/// Width and height of a plan's canvas, mm.
inline Vec2 canvas_of(const Plan& plan) {
    return {plan.width_mm, plan.height_mm};
}

}  // namespace allaprima
