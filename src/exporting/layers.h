#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exporting/export_format.h"
#include "model/picture.h"

namespace allaprima {

/// Of a pixel of a raster.
inline constexpr size_t kRasterSamples = 4;

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
        return kRasterSamples * (static_cast<size_t>(y - area.y0) * static_cast<size_t>(area.width()) +
                                 static_cast<size_t>(x - area.x0));
    }
};

/// What a layer does to those beneath it.
enum class Blend {
    Normal,
    HardLight,  ///< Darker than half multiplies, lighter screens, half does nothing.
};

/// One layer of a painting, cut to where it shows something; at least one pixel.
struct PictureLayer {
    std::string name;
    Raster raster;
    std::string group = {};  ///< The layers of a group stand beside each other; empty: in none.
    Blend blend = Blend::Normal;
    /// How much of each pixel of its area is shown, in steps; empty: all. Where a format knows no masks, the
    /// alpha is multiplied by it.
    std::vector<uint16_t> mask = {};
};

/// A painting as layers that lie on each other.
struct LayeredPicture {
    Size size;
    int full = 255;                    ///< The step that stands for 1.
    bool alpha = false;                ///< Whether the ground was left out.
    std::vector<PictureLayer> layers;  ///< From the ground up.
    Raster merged;                     ///< What all of them show together: the rendering.
};

/// What the layers of a picture may need in memory, if every one of them filled it.
constexpr long long kMostLayerBytes = 3LL << 30;

/// A usage error when so many of them would need more.
Status check_memory_of_layers(const ExportJob& job, size_t layers);

/// No layers yet, of the picture that the job asks for.
LayeredPicture empty_layers(const ExportJob& job);

/// A clear raster.
Raster blank_raster(PixelRect area);

/// Renders a plan in steps, clear pixels as zeros. @return whether the observer let it come to an end.
bool render_raster(const Plan& plan, const ExportJob& job, const RenderSettings& settings, Observer& observer,
                   Raster& raster);

/// Where two rasters of one area differ; at least a pixel.
PixelRect changed_area(const Raster& before, const Raster& after);

/// Whether two pixels of rasters are the same.
bool same_pixel(const uint16_t* a, const uint16_t* b);

/// The plan as it stood after so many of its passes.
Plan up_to(const Plan& plan, size_t passes);

/// The layers that the job asks for: parts or passes.
Result<LayeredPicture> layers_of(const ExportJob& job);

/// The picture that a raster is.
Picture picture_of(const Raster& raster, int full);

/// The layer's raster with its mask in its alpha.
Raster masked(const PictureLayer& layer, int full);

}  // namespace allaprima
