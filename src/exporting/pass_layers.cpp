#include "exporting/pass_layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/part_observer.h"

namespace allaprima {
namespace {

constexpr size_t kChannels = 4;

PixelRect whole(Size size) {
    return {0, 0, size.width, size.height};
}

Raster blank(PixelRect area) {
    return {area, std::vector<uint16_t>(kChannels * static_cast<size_t>(area.width()) *
                                        static_cast<size_t>(area.height()))};
}

uint16_t in_steps(float share, int full) {
    return static_cast<uint16_t>(std::lround(std::clamp(share, 0.0f, 1.0f) * static_cast<float>(full)));
}

/// @return whether the observer let it come to an end.
bool render_raster(const Plan& plan, const ExportJob& job, int full, Observer& observer, Raster& raster) {
    return render(plan, job.settings, job.workers, observer, [&](int first_row, const Picture& rows) {
        for (int y = 0; y < rows.size().height; ++y)
            for (int x = 0; x < rows.size().width; ++x) {
                uint16_t* pixel = raster.at(x, first_row + y);
                const Rgb& colour = rows.colour.at(x, y);
                pixel[0] = in_steps(colour.r, full);
                pixel[1] = in_steps(colour.g, full);
                pixel[2] = in_steps(colour.b, full);
                pixel[3] = in_steps(rows.alpha.empty() ? 1.0f : rows.alpha.at(x, y), full);
                if (pixel[3] == 0)
                    std::fill_n(pixel, kChannels, uint16_t{0});
            }
        return true;
    });
}

bool same(const uint16_t* a, const uint16_t* b) {
    return std::equal(a, a + kChannels, b);
}

/// Where two rasters of one area differ; at least a pixel.
PixelRect changed_area(const Raster& before, const Raster& after) {
    PixelRect area{after.area.x1, after.area.y1, after.area.x0, after.area.y0};
    for (int y = after.area.y0; y < after.area.y1; ++y)
        for (int x = after.area.x0; x < after.area.x1; ++x)
            if (!same(before.at(x, y), after.at(x, y)))
                area = {std::min(area.x0, x), std::min(area.y0, y), std::max(area.x1, x + 1),
                        std::max(area.y1, y + 1)};
    return area.width() > 0 ? area : PixelRect{0, 0, 1, 1};
}

void clear_beneath(std::vector<PassLayer>& layers, int x, int y) {
    for (PassLayer& layer : layers)
        if (layer.raster.holds(x, y))
            std::fill_n(layer.raster.at(x, y), kChannels, uint16_t{0});
}

/// @param layers beneath it.
PassLayer layer_of(const std::string& name, const Raster& before, const Raster& after, int full,
                   std::vector<PassLayer>& layers) {
    PassLayer layer{name, blank(changed_area(before, after))};
    const PixelRect& area = layer.raster.area;
    for (int y = area.y0; y < area.y1; ++y)
        for (int x = area.x0; x < area.x1; ++x) {
            if (same(before.at(x, y), after.at(x, y)))
                continue;
            if (after.at(x, y)[3] != full)
                clear_beneath(layers, x, y);
            std::copy_n(after.at(x, y), kChannels, layer.raster.at(x, y));
        }
    return layer;
}

/// The plan as it stood after so many of its passes.
Plan up_to(const Plan& plan, size_t passes) {
    Plan part = plan;
    part.passes.resize(passes);
    size_t strokes = 0;
    for (const Pass& pass : part.passes)
        strokes += static_cast<size_t>(pass.strokes);
    part.strokes.resize(strokes);
    return part;
}

Status check_memory(const ExportJob& job) {
    const long long rasters = static_cast<long long>(job.plan.passes.size()) + 3;
    const long long bytes = job.settings.size.area() * static_cast<long long>(kChannels * sizeof(uint16_t));
    if (bytes <= kMostLayerBytes / rasters)
        return Done{};
    return Error{fmt::format("{} layers of {} x {} pixels need more than {} GB of memory; ask for a smaller "
                             "picture with --long",
                             job.plan.passes.size() + 1, job.settings.size.width, job.settings.size.height,
                             kMostLayerBytes >> 30),
                 true};
}

}  // namespace

Result<PassLayers> pass_layers(const ExportJob& job) {
    if (const Status fits = check_memory(job); !fits)
        return fits.error();
    PassLayers picture{.size = job.settings.size,
                       .full = job.depth == 16 ? 65535 : 255,
                       .alpha = job.plan.transparent,
                       .layers = {},
                       .merged = blank(whole(job.settings.size))};
    const size_t passes = job.plan.passes.size();
    Raster before = picture.merged;
    for (size_t done = 0; done <= passes; ++done) {
        const double renderings = static_cast<double>(passes + 1);
        PartObserver observer(job.observer, static_cast<double>(done) / renderings,
                              static_cast<double>(done + 1) / renderings);
        if (!render_raster(up_to(job.plan, done), job, picture.full, observer, picture.merged))
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

Picture picture_of(const Raster& raster, int full) {
    const Size size{raster.area.width(), raster.area.height()};
    Picture picture{Image<Rgb>(size), Image<float>(size)};
    const float scale = 1.0f / static_cast<float>(full);
    for (size_t i = 0; i < picture.alpha.pixels().size(); ++i) {
        const uint16_t* pixel = raster.samples.data() + kChannels * i;
        picture.colour.pixels()[i] =
            Rgb{static_cast<float>(pixel[0]), static_cast<float>(pixel[1]), static_cast<float>(pixel[2])} *
            scale;
        picture.alpha.pixels()[i] = static_cast<float>(pixel[3]) * scale;
    }
    return picture;
}

}  // namespace allaprima
