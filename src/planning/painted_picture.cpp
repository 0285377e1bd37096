#include "planning/painted_picture.h"

#include "image/filters.h"
#include "planning/append_pass.h"
#include "rendering/growing_picture.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

/// The rendering that is measured has this many pixels for one of the plan, along each side.
constexpr int kFiner = 2;

/// What a laid view may take in memory, bytes.
constexpr long long kMostKept = 256LL << 20;

/// The plan with a ground to be seen.
Plan on_its_ground(Plan plan) {
    plan.transparent = false;
    plan.outline = {};
    return plan;
}

RenderSettings without_light(Size size) {
    RenderSettings settings;
    settings.size = size;
    settings.finish = Finish::Unlit;
    return settings;
}

}  // namespace

Image<Rgb> painted_picture(const Plan& plan, Size size, const ThreadPool& workers) {
    Image<Rgb> reduced(size);
    SilentObserver silent;
    render(on_its_ground(plan), without_light({size.width * kFiner, size.height * kFiner}), workers, silent,
           [&](int first_row, const Picture& rows) {
               for (int y = 0; y < rows.colour.height(); ++y)
                   for (int x = 0; x < rows.colour.width(); ++x) {
                       Rgb& pixel = reduced.at(x / kFiner, (first_row + y) / kFiner);
                       pixel = pixel + rows.colour.at(x, y) * (1.0f / (kFiner * kFiner));
                   }
               return true;
           });
    return reduced;
}

std::vector<Image<Rgb>> painted_views(const Plan& plan, Size reference, std::span<const CloseView> views,
                                      const ThreadPool& workers) {
    std::vector<Image<Rgb>> painted(views.size());
    const Plan seen = on_its_ground(plan);
    for (int fineness = 1; fineness <= kFinestView; ++fineness) {
        const int finer = kFiner * fineness;
        std::vector<size_t> of;
        std::vector<PixelRect> areas;
        for (size_t v = 0; v < views.size(); ++v)
            if (const PixelRect& area = views[v].area; views[v].finer == fineness) {
                of.push_back(v);
                areas.push_back({area.x0 * finer, area.y0 * finer, area.x1 * finer, area.y1 * finer});
            }
        if (areas.empty())
            continue;
        const std::vector<Picture> pictures = render_areas(
            seen, without_light({reference.width * finer, reference.height * finer}), areas, workers);
        for (size_t k = 0; k < of.size(); ++k)
            painted[of[k]] = resized(pictures[k].colour, views[of[k]].colour.size());
    }
    return painted;
}

Image<Rgb> planned_view(const Plan& plan, Size reference, const CloseView& view, const ThreadPool& workers) {
    RenderSettings settings;
    settings.finish = Finish::Flat;
    settings.size = {reference.width * view.finer, reference.height * view.finer};
    const auto& [x0, y0, x1, y1] = view.area;
    settings.part = {x0 * view.finer, y0 * view.finer, x1 * view.finer, y1 * view.finer};
    return render_picture(on_its_ground(plan), settings, workers).colour;
}

PaintedView::PaintedView(const Plan& plan, Size reference, const CloseView& view, const ThreadPool& workers)
    : plan_(on_its_ground(plan)), size_(view.colour.size()), workers_(workers) {
    const int finer = kFiner * view.finer;
    const PixelRect& area = view.area;
    settings_ = without_light({reference.width * finer, reference.height * finer});
    settings_.part = {area.x0 * finer, area.y0 * finer, area.x1 * finer, area.y1 * finer};
    if (GrowingPicture::bytes(plan_, {settings_.part->width(), settings_.part->height()}) <= kMostKept)
        laid_.emplace(plan_, settings_, workers_);
}

Image<Rgb> PaintedView::with(const std::vector<Stroke>& strokes) const {
    if (laid_)
        return resized(laid_->with(strokes).colour, size_);
    Plan plan = plan_;
    append_pass(plan, "tried", strokes);
    return resized(render_picture(plan, settings_, workers_).colour, size_);
}

}  // namespace allaprima
