#pragma once
#include <vector>

#include "image/image.h"
#include "pigment/palette.h"

namespace allaprima {

/// A part of the canvas on its way to being painted. Pixels are counted over the whole picture, so that a
/// tile's contents do not depend on how the picture was cut.
///
/// What lies at a pixel stands in planes, row after row, so that several pixels can be worked on at once; the
/// rows are longer than the tile is wide by a full vector, which may be written but is never shown. Shares of
/// tubes stand pixel by pixel.
struct CanvasTile {
    PixelRect area;
    float pixel_mm;  ///< Side of a pixel.
    int stride;      ///< Pixels from one row of a plane to the next.
    int channels;    ///< Shares of each pixel: one for each tube, filled up to a multiple of four.

    std::vector<float> red, green, blue;  ///< Colour as planned: sRGB-encoded, multiplied by cover.
    std::vector<float> cover;             ///< 1 where paint or ground hides what is behind the picture.
    std::vector<float> body;              ///< Thickness of the paint, smooth; mm.
    std::vector<float> relief;            ///< Bristle tracks, about zero; mm.
    std::vector<float> tooth;             ///< Weave of the bare canvas, about zero; mm.
    std::vector<float> scattering;        ///< How much the paint there scatters, per mm; pigments only.
    std::vector<float> shares;        ///< Of the tubes in the paint; their sum is how much of it is paint.
    std::vector<float> glaze;         ///< Thickness of the glaze on top, mm; empty where none is laid,
    std::vector<float> glaze_shares;  ///< and of the tubes in it.

    /// Bare of paint, and of ground too: everything is 0.
    CanvasTile(PixelRect pixels, float side_mm, int tubes, bool glazed)
        : area(pixels),
          pixel_mm(side_mm),
          stride(pixels.width() + kLongestVector),
          channels((tubes + 3) / 4 * 4) {
        const size_t count = static_cast<size_t>(stride) * static_cast<size_t>(pixels.height());
        for (auto* plane : {&red, &green, &blue, &cover, &body, &relief, &tooth})
            plane->resize(count);
        shares.resize(count * static_cast<size_t>(channels));
        if (channels > 0)
            scattering.resize(count, kGroundScattering);
        if (glazed) {
            glaze.resize(count);
            glaze_shares.resize(shares.size());
        }
    }

    /// Where a pixel stands in the planes; in `shares` its first stands at `channels` times that.
    size_t index(int x, int y) const {
        return static_cast<size_t>(y - area.y0) * static_cast<size_t>(stride) +
               static_cast<size_t>(x - area.x0);
    }
    /// The centre of a pixel, canvas millimetres.
    Vec2 centre(int x, int y) const {
        return {(static_cast<float>(x) + 0.5f) * pixel_mm, (static_cast<float>(y) + 0.5f) * pixel_mm};
    }

    static constexpr int kLongestVector = 16;
    static constexpr float kGroundScattering = 100.0f;  ///< Of priming, per mm.
};

}  // namespace allaprima
