#pragma once
#include <vector>

#include "image/image.h"

namespace allaprima {

/// A part of the picture seen more closely than the rest, because what is small there matters: a face, a
/// hand.
struct CloseView {
    PixelRect area;     ///< Whole pixels of the reference, within it.
    int finer = 2;      ///< So many pixels for one of the reference's, along each side.
    Image<Rgb> colour;  ///< As the reference's; its size is the area's, so many times as large.

    bool operator==(const CloseView&) const = default;
};
/// The closest that is looked.
inline constexpr int kFinestView = 4;

/// The picture to be painted, at planning resolution.
struct Reference {
    Image<Rgb>
        colour;  ///< sRGB-encoded, 0 to 1, in steps of 1/65535 so that a painting file keeps it exactly.
    Rgb ground;  ///< Of the canvas it will be painted on, sRGB-encoded.
    float pixel_mm = 1.0f;  ///< Side of a pixel on that canvas.
    /// Outside the subject the picture is transparent. Without `alpha`, as in painting files of format 4 and
    /// before, the ground is only there to plan over, and is left out everywhere.
    bool transparent_ground = false;
    /// Of a cut-out: how much of each pixel belongs to the subject, 0 to 1 in steps of 1/65535. Nothing
    /// counts where it is 0. Empty where the whole picture is painted.
    Image<float> alpha = {};
    std::vector<CloseView> close_views = {};  ///< In the order in which they are painted.

    bool operator==(const Reference&) const = default;
    Size size() const { return colour.size(); }
    /// Width and height of the canvas, mm.
    Vec2 canvas_mm() const {
        return {static_cast<float>(size().width) * pixel_mm, static_cast<float>(size().height) * pixel_mm};
    }
};

}  // namespace allaprima
