#pragma once
#include "image/image.h"

namespace allaprima {

/// What lies on the canvas at one pixel.
struct PaintFilm {
    Rgb colour;           ///< sRGB-encoded, multiplied by cover.
    float cover = 1.0f;   ///< 1 where paint or ground hides what is behind the picture.
    float body = 0.0f;    ///< Thickness of the paint, smooth; mm.
    float relief = 0.0f;  ///< Bristle tracks, about zero; mm.
    float tooth = 0.0f;   ///< Weave of the bare canvas, about zero; mm.
};

/// A part of the canvas on its way to being painted. Pixels are counted over the whole picture, so that
/// a tile's contents do not depend on how the picture was cut.
struct CanvasTile {
    PixelRect area;
    float pixel_mm;  ///< Side of a pixel.
    Image<PaintFilm> films;

    CanvasTile(PixelRect pixels, float side_mm)
        : area(pixels), pixel_mm(side_mm), films(Size{pixels.width(), pixels.height()}) {}

    PaintFilm& film(int x, int y) { return films.at(x - area.x0, y - area.y0); }
    const PaintFilm& film(int x, int y) const { return films.at(x - area.x0, y - area.y0); }
    /// The centre of a pixel, canvas millimetres.
    Vec2 centre(int x, int y) const {
        return {(static_cast<float>(x) + 0.5f) * pixel_mm, (static_cast<float>(y) + 0.5f) * pixel_mm};
    }
};

}  // namespace allaprima
