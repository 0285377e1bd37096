#include "exporting/layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "exporting/part_layers.h"
#include "exporting/pass_layers.h"

namespace allaprima {
namespace {

uint16_t in_steps(float share, int full) {
    return static_cast<uint16_t>(std::lround(std::clamp(share, 0.0f, 1.0f) * static_cast<float>(full)));
}

int full_step(const ExportJob& job) {
    return job.depth == 16 ? 65535 : 255;
}

}  // namespace

Status check_memory_of_layers(const ExportJob& job, size_t layers) {
    const long long bytes =
        job.settings.size.area() * static_cast<long long>(kRasterSamples * sizeof(uint16_t));
    if (bytes <= kMostLayerBytes / static_cast<long long>(layers))
        return Done{};
    return Error{
        fmt::format("{} layers of {} x {} pixels need more than {} GB of memory; ask for a smaller "
                    "picture with --long",
                    layers, job.settings.size.width, job.settings.size.height, kMostLayerBytes >> 30),
        true};
}

LayeredPicture empty_layers(const ExportJob& job) {
    const Size size = job.settings.size;
    return {.size = size,
            .full = full_step(job),
            .alpha = job.plan.transparent,
            .layers = {},
            .merged = blank_raster({0, 0, size.width, size.height})};
}

Raster blank_raster(PixelRect area) {
    return {area, std::vector<uint16_t>(kRasterSamples * static_cast<size_t>(area.width()) *
                                        static_cast<size_t>(area.height()))};
}

bool render_raster(const Plan& plan, const ExportJob& job, const RenderSettings& settings, Observer& observer,
                   Raster& raster) {
    const int full = full_step(job);
    return render(plan, settings, job.workers, observer, [&](int first_row, const Picture& rows) {
        for (int y = 0; y < rows.size().height; ++y)
            for (int x = 0; x < rows.size().width; ++x) {
                uint16_t* pixel = raster.at(x, first_row + y);
                const Rgb& colour = rows.colour.at(x, y);
                pixel[0] = in_steps(colour.r, full);
                pixel[1] = in_steps(colour.g, full);
                pixel[2] = in_steps(colour.b, full);
                pixel[3] = in_steps(rows.alpha.empty() ? 1.0f : rows.alpha.at(x, y), full);
                if (pixel[3] == 0)
                    std::fill_n(pixel, kRasterSamples, uint16_t{0});
            }
        return true;
    });
}

bool same_pixel(const uint16_t* a, const uint16_t* b) {
    return std::equal(a, a + kRasterSamples, b);
}

PixelRect changed_area(const Raster& before, const Raster& after) {
    PixelRect area{after.area.x1, after.area.y1, after.area.x0, after.area.y0};
    for (int y = after.area.y0; y < after.area.y1; ++y)
        for (int x = after.area.x0; x < after.area.x1; ++x)
            if (!same_pixel(before.at(x, y), after.at(x, y)))
                area = {std::min(area.x0, x), std::min(area.y0, y), std::max(area.x1, x + 1),
                        std::max(area.y1, y + 1)};
    return area.width() > 0 ? area : PixelRect{0, 0, 1, 1};
}

Plan up_to(const Plan& plan, size_t passes) {
    Plan part = plan;
    part.passes.resize(passes);
    size_t strokes = 0;
    for (const Pass& pass : part.passes)
        strokes += static_cast<size_t>(pass.strokes);
    part.strokes.resize(strokes);
    return part;
}

Result<LayeredPicture> layers_of(const ExportJob& job) {
    return job.asked.layers.sort == LayerSort::Passes ? pass_layers(job) : part_layers(job);
}

Picture picture_of(const Raster& raster, int full) {
    const Size size{raster.area.width(), raster.area.height()};
    Picture picture{Image<Rgb>(size), Image<float>(size)};
    const float scale = 1.0f / static_cast<float>(full);
    for (size_t i = 0; i < picture.alpha.pixels().size(); ++i) {
        const uint16_t* pixel = raster.samples.data() + kRasterSamples * i;
        picture.colour.pixels()[i] =
            Rgb{static_cast<float>(pixel[0]), static_cast<float>(pixel[1]), static_cast<float>(pixel[2])} *
            scale;
        picture.alpha.pixels()[i] = static_cast<float>(pixel[3]) * scale;
    }
    return picture;
}

Raster masked(const PictureLayer& layer, int full) {
    Raster raster = layer.raster;
    for (size_t i = 0; i < layer.mask.size(); ++i) {
        uint16_t* pixel = raster.samples.data() + kRasterSamples * i;
        pixel[3] = static_cast<uint16_t>(
            (static_cast<uint64_t>(pixel[3]) * layer.mask[i] + static_cast<uint64_t>(full) / 2) /
            static_cast<uint64_t>(full));
        if (pixel[3] == 0)
            std::fill_n(pixel, kRasterSamples, uint16_t{0});
    }
    return raster;
}

}  // namespace allaprima
