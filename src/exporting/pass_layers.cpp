#include "exporting/pass_layers.h"

#include <algorithm>

#include "base/part_observer.h"

namespace allaprima {
namespace {

void clear_beneath(std::vector<PictureLayer>& layers, int x, int y) {
    for (PictureLayer& layer : layers)
        if (layer.raster.holds(x, y))
            std::fill_n(layer.raster.at(x, y), kRasterSamples, uint16_t{0});
}

/// @param layers beneath it.
PictureLayer layer_of(const std::string& name, const Raster& before, const Raster& after, int full,
                      std::vector<PictureLayer>& layers) {
    PictureLayer layer{name, blank_raster(changed_area(before, after))};
    const PixelRect& area = layer.raster.area;
    for (int y = area.y0; y < area.y1; ++y)
        for (int x = area.x0; x < area.x1; ++x) {
            if (same_pixel(before.at(x, y), after.at(x, y)))
                continue;
            if (after.at(x, y)[3] != full)
                clear_beneath(layers, x, y);
            std::copy_n(after.at(x, y), kRasterSamples, layer.raster.at(x, y));
        }
    return layer;
}

}  // namespace

Result<LayeredPicture> pass_layers(const ExportJob& job) {
    const size_t passes = job.plan.passes.size();
    // The renderings before and after a pass, and the merged picture, stand beside the layers.
    if (const Status fits = check_memory_of_layers(job, passes + 3); !fits)
        return fits.error();
    LayeredPicture picture = empty_layers(job);
    Raster before = picture.merged;
    for (size_t done = 0; done <= passes; ++done) {
        const double renderings = static_cast<double>(passes + 1);
        PartObserver observer(job.observer, static_cast<double>(done) / renderings,
                              static_cast<double>(done + 1) / renderings);
        if (!render_raster(up_to(job.plan, done), job, job.settings, observer, picture.merged))
            return stopped_export(job);
        if (done > 0)
            picture.layers.push_back(layer_of(job.plan.passes[done - 1].name, before, picture.merged,
                                              picture.full, picture.layers));
        else if (job.plan.shows_ground())
            picture.layers.push_back({"ground", picture.merged});
        before = picture.merged;
    }
    return picture;
}

}  // namespace allaprima
