#include "exporting/part_layers.h"

#include <algorithm>
#include <cmath>

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

/// Where something of the figure is; of no width where nothing is.
PixelRect area_of(const Image<float>& figure) {
    PixelRect area{figure.width(), figure.height(), 0, 0};
    for (int y = 0; y < figure.height(); ++y)
        for (int x = 0; x < figure.width(); ++x)
            if (figure.at(x, y) > 0.0f)
                area = {std::min(area.x0, x), std::min(area.y0, y), std::max(area.x1, x + 1),
                        std::max(area.y1, y + 1)};
    return area;
}

/// The painting with the figure as its mask.
PictureLayer subject_layer(const Raster& painted, const Image<float>& figure, PixelRect area, int full) {
    PictureLayer layer{"Figure", blank_raster(area), "Subject"};
    for (int y = area.y0; y < area.y1; ++y)
        for (int x = area.x0; x < area.x1; ++x) {
            std::copy_n(painted.at(x, y), kRasterSamples, layer.raster.at(x, y));
            layer.mask.push_back(in_steps(figure.at(x, y), full));
        }
    return layer;
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
    // Background, subject and relief; the touches; three renderings stand beside them.
    if (const Status fits = check_memory_of_layers(job, touches + 6); !fits)
        return fits.error();
    LayeredPicture picture = empty_layers(job);
    const bool shaded = job.settings.finish == Finish::Lit && !picture.alpha;
    Renderings renderings(job, (shaded ? 2 : 1) + 2 * touches);
    const Plan painting = up_to(job.plan, planned);
    if (!renderings.next(painting, shaded ? Finish::Unlit : job.settings.finish, picture.merged))
        return stopped_export(job);
    picture.layers.push_back({"Painting", picture.merged, "Background"});
    if (const Image<float>& told_apart = job.painting.start.figure; !told_apart.empty()) {
        const Image<float> figure = resized(told_apart, picture.size);
        if (const PixelRect area = area_of(figure); area.width() > 0)
            picture.layers.push_back(subject_layer(picture.merged, figure, area, picture.full));
    }
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
