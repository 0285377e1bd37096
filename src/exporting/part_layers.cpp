#include "exporting/part_layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include "base/part_observer.h"
#include "image/filters.h"

namespace allaprima {
namespace {

constexpr size_t kColours = 3, kAlpha = 3;

bool is_last_touch(const Pass& pass) {
    return pass.name == kSpatterPass || pass.name == kSignaturePass;
}

/// How many passes come before the last touches.
size_t planned_passes(const Plan& plan) {
    return static_cast<size_t>(std::ranges::find_if(plan.passes, is_last_touch) - plan.passes.begin());
}

/// One pass alone, on nothing.
Plan alone(const Plan& plan, size_t pass) {
    Plan part = up_to(plan, pass + 1);
    const auto before = static_cast<std::ptrdiff_t>(up_to(plan, pass).strokes.size());
    part.passes = {plan.passes[pass]};
    part.strokes.erase(part.strokes.begin(), part.strokes.begin() + before);
    part.transparent = true;
    part.outline = {};
    return part;
}

uint16_t in_steps(double share, int full) {
    return static_cast<uint16_t>(std::lround(std::clamp(share, 0.0, 1.0) * full));
}

/// What must be blended as hard light over one channel to bring it to another; both 0 to 1.
double hard_light(double from, double to) {
    if (to <= from)
        return from > 0.0 ? 0.5 * to / from : 0.5;
    return 1.0 - 0.5 * (1.0 - to) / (1.0 - from);
}

/// A layer that is laid over `before` to make it `after`.
/// @param solve fills a pixel's colours and alpha from those of before and after.
template <typename Solve>
PictureLayer solved(const Raster& before, const Raster& after, const Solve& solve) {
    PictureLayer layer{"", blank_raster(changed_area(before, after))};
    const PixelRect& area = layer.raster.area;
    for (int y = area.y0; y < area.y1; ++y)
        for (int x = area.x0; x < area.x1; ++x)
            if (!same_pixel(before.at(x, y), after.at(x, y)))
                solve(before.at(x, y), after.at(x, y), x, y, layer.raster.at(x, y));
    return layer;
}

PictureLayer relief_layer(const Raster& unlit, const Raster& lit, int full) {
    PictureLayer layer =
        solved(unlit, lit, [&](const uint16_t* from, const uint16_t* to, int, int, uint16_t* pixel) {
            for (size_t i = 0; i < kColours; ++i)
                pixel[i] = in_steps(
                    hard_light(static_cast<double>(from[i]) / full, static_cast<double>(to[i]) / full), full);
            pixel[kAlpha] = static_cast<uint16_t>(full);
        });
    layer.name = "Light";
    layer.group = "Relief";
    layer.blend = Blend::HardLight;
    return layer;
}

/// A pixel's colours multiplied by its alpha, and its alpha; 0 to 1.
struct Covering {
    double colour[kColours], alpha;

    Covering(const uint16_t* pixel, int full) : colour{}, alpha(static_cast<double>(pixel[kAlpha]) / full) {
        for (size_t i = 0; i < kColours; ++i)
            colour[i] = alpha * pixel[i] / full;
    }
};

/// The least alpha of a pixel over `before` with which some colour shows `after`.
double least_alpha(const Covering& before, const Covering& after) {
    if (before.alpha < 1.0)
        return std::clamp((after.alpha - before.alpha) / (1.0 - before.alpha), 0.0, 1.0);
    double least = 0.0;
    for (size_t i = 0; i < kColours; ++i) {
        const double from = before.colour[i], to = after.colour[i];
        if (to < from)
            least = std::max(least, 1.0 - to / from);
        else if (to > from)
            least = std::max(least, (to - from) / (1.0 - from));
    }
    return least;
}

/// @param cover what the touch covers when it is laid on nothing.
void solve_touch(const Covering& before, const Covering& after, double cover, int full, uint16_t* pixel) {
    const double least = least_alpha(before, after);
    const double wanted = before.alpha < 1.0 ? least : std::max(least, cover);
    const double step = std::ceil(wanted * full - 1e-9);
    const double alpha = step / full;
    pixel[kAlpha] = static_cast<uint16_t>(step);
    for (size_t i = 0; i < kColours && alpha > 0.0; ++i)
        pixel[i] = in_steps((after.colour[i] - before.colour[i] * (1.0 - alpha)) / alpha, full);
}

/// @param cover of all the picture: the touch laid on nothing.
PictureLayer touch_layer(const Raster& before, const Raster& after, const Raster& cover, int full) {
    return solved(before, after,
                  [&](const uint16_t* from, const uint16_t* to, int x, int y, uint16_t* pixel) {
                      solve_touch(Covering(from, full), Covering(to, full),
                                  static_cast<double>(cover.at(x, y)[kAlpha]) / full, full, pixel);
                  });
}

/// Where something of a part is; of no width where nothing is.
PixelRect area_of(const Image<float>& part) {
    PixelRect area{part.width(), part.height(), 0, 0};
    for (int y = 0; y < part.height(); ++y)
        for (int x = 0; x < part.width(); ++x)
            if (part.at(x, y) > 0.0f)
                area = {std::min(area.x0, x), std::min(area.y0, y), std::max(area.x1, x + 1),
                        std::max(area.y1, y + 1)};
    return area;
}

/// Adds the painting masked by where a part of it is, if that is anywhere. @param told of any size.
void add_masked(LayeredPicture& picture, const char* group, std::string name, const Image<float>& told) {
    const Image<float> part = resized(told, picture.size);
    const PixelRect area = area_of(part);
    if (area.width() <= 0)
        return;
    PictureLayer layer{std::move(name), blank_raster(area), group};
    for (int y = area.y0; y < area.y1; ++y)
        for (int x = area.x0; x < area.x1; ++x) {
            std::copy_n(picture.merged.at(x, y), kRasterSamples, layer.raster.at(x, y));
            layer.mask.push_back(in_steps(part.at(x, y), picture.full));
        }
    picture.layers.push_back(std::move(layer));
}

/// The motif's name; a number tells those of one file apart.
std::string name_of_motif(const std::vector<Motif>& motifs, size_t i) {
    const auto before = std::ranges::count(motifs.begin(), motifs.begin() + static_cast<std::ptrdiff_t>(i),
                                           motifs[i].file, &Motif::file);
    const std::string name = std::filesystem::path(motifs[i].file).stem().string();
    return before == 0 ? name : fmt::format("{} {}", name, before + 1);
}

/// The motifs, and the figure before them, where they were told apart.
void add_parts(const PaintingStart& start, LayeredPicture& picture) {
    for (size_t i = 0; i < start.motifs.size(); ++i)
        add_masked(picture, "Motifs", name_of_motif(start.brief.motifs, i), start.motifs[i]);
    if (!start.figure.empty())
        add_masked(picture, "Subject", "Figure", start.figure);
}

/// Renders one after the other, and says how far the export is.
class Renderings {
  public:
    Renderings(const ExportJob& job, size_t many) : job_(job), many_(static_cast<double>(many)) {}

    /// @return whether the observer let it come to an end.
    bool next(const Plan& plan, Finish finish, Raster& raster) {
        PartObserver observer(job_.observer, done_ / many_, (done_ + 1.0) / many_);
        done_ += 1.0;
        RenderSettings settings = job_.settings;
        settings.finish = finish;
        return render_raster(plan, job_, settings, observer, raster);
    }

  private:
    const ExportJob& job_;
    double many_, done_ = 0.0;
};

std::string group_of(const Pass& pass) {
    return pass.name == kSpatterPass ? "Spatter" : "Signature";
}

/// The last touches, each over what was there before it. @return whether the observer let it come to an end.
bool add_touches(const ExportJob& job, size_t planned, Renderings& renderings, LayeredPicture& picture) {
    Raster before = picture.merged, cover = blank_raster(picture.merged.area);
    for (size_t pass = planned; pass < job.plan.passes.size(); ++pass) {
        if (!renderings.next(up_to(job.plan, pass + 1), job.settings.finish, picture.merged) ||
            !renderings.next(alone(job.plan, pass), Finish::Unlit, cover))
            return false;
        PictureLayer layer = touch_layer(before, picture.merged, cover, picture.full);
        layer.name = job.plan.passes[pass].name;
        layer.group = group_of(job.plan.passes[pass]);
        picture.layers.push_back(std::move(layer));
        before = picture.merged;
    }
    return true;
}

}  // namespace

Result<LayeredPicture> part_layers(const ExportJob& job) {
    const size_t planned = planned_passes(job.plan), touches = job.plan.passes.size() - planned;
    // Background, subject and relief; the motifs; the touches; three renderings stand beside them.
    if (const Status fits = check_memory_of_layers(job, job.painting.start.motifs.size() + touches + 6);
        !fits)
        return fits.error();
    LayeredPicture picture = empty_layers(job);
    const bool shaded = job.settings.finish == Finish::Lit && !picture.alpha;
    Renderings renderings(job, (shaded ? 2 : 1) + 2 * touches);
    const Plan painting = up_to(job.plan, planned);
    if (!renderings.next(painting, shaded ? Finish::Unlit : job.settings.finish, picture.merged))
        return stopped_export(job);
    picture.layers.push_back({"Painting", picture.merged, "Background"});
    add_parts(job.painting.start, picture);
    if (shaded) {
        const Raster unlit = picture.merged;
        if (!renderings.next(painting, Finish::Lit, picture.merged))
            return stopped_export(job);
        picture.layers.push_back(relief_layer(unlit, picture.merged, picture.full));
    }
    if (!add_touches(job, planned, renderings, picture))
        return stopped_export(job);
    return picture;
}

}  // namespace allaprima
