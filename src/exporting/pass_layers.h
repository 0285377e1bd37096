#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "exporting/export_format.h"
#include "model/picture.h"

namespace allaprima {

/// Part of a picture in whole steps: red, green, blue (sRGB-encoded) and alpha of each pixel, row after row,
/// colours not multiplied by alpha.
struct Raster {
    PixelRect area;
    std::vector<uint16_t> samples;

    uint16_t* at(int x, int y) { return samples.data() + offset(x, y); }
    const uint16_t* at(int x, int y) const { return samples.data() + offset(x, y); }
    bool holds(int x, int y) const { return x >= area.x0 && x < area.x1 && y >= area.y0 && y < area.y1; }

  private:
    size_t offset(int x, int y) const {
        return 4 * (static_cast<size_t>(y - area.y0) * static_cast<size_t>(area.width()) +
                    static_cast<size_t>(x - area.x0));
    }
};

/// What one pass changed, cut to where it did; at least one pixel, which is clear where nothing was changed.
struct PassLayer {
    std::string name;
    Raster raster;
};

/// A painting as layers that lie on each other.
struct PassLayers {
    Size size;
    int full = 255;                 ///< The step that stands for 1.
    bool alpha = false;             ///< Whether the ground was left out.
    std::vector<PassLayer> layers;  ///< From the ground up.
    Raster merged;                  ///< What all of them show together: the rendering.
};

/// The layers of the plan's passes, above the ground where that is painted.
///
/// Paint is wet: a pass mixes with what lies beneath and carries it away, which no layer can do. So each is
/// taken from renderings of the plan up to its pass and up to the one before. Where they are equal the layer
/// is clear; elsewhere it is what is seen after the pass, and opaque. Laid on each other as usual, the layers
/// show the rendering of every pass exactly, to the last step. Where the ground is left out and what is seen
/// after a pass is not opaque, the layers beneath are cleared in its favour, so that the last pass is shown
/// exactly.
///
/// @return a usage error when the layers could need more than kMostLayerBytes, and an error when the observer
///         ended it.
Result<PassLayers> pass_layers(const ExportJob& job);

/// What the layers of a picture may need in memory, if every pass changed every pixel.
constexpr long long kMostLayerBytes = 3LL << 30;

/// The picture that a raster is.
Picture picture_of(const Raster& raster, int full);

}  // namespace allaprima
