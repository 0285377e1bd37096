#include "planning/painted_picture.h"

#include "rendering/render.h"

namespace allaprima {
namespace {

/// The rendering that is measured has this many pixels for one of the plan, along each side.
constexpr int kFiner = 2;

/// @param size of the result; the settings have the size of what is rendered.
Image<Rgb> painted(const Plan& plan, RenderSettings settings, Size size, const ThreadPool& workers) {
    settings.finish = Finish::Unlit;
    Plan opaque_ground = plan;
    opaque_ground.transparent = false;
    opaque_ground.outline = {};
    Image<Rgb> reduced(size);
    SilentObserver silent;
    render(opaque_ground, settings, workers, silent, [&](int first_row, const Picture& rows) {
        for (int y = 0; y < rows.colour.height(); ++y)
            for (int x = 0; x < rows.colour.width(); ++x) {
                Rgb& pixel = reduced.at(x / kFiner, (first_row + y) / kFiner);
                pixel = pixel + rows.colour.at(x, y) * (1.0f / (kFiner * kFiner));
            }
        return true;
    });
    return reduced;
}

}  // namespace

Image<Rgb> painted_picture(const Plan& plan, Size size, const ThreadPool& workers) {
    RenderSettings settings;
    settings.size = {size.width * kFiner, size.height * kFiner};
    return painted(plan, settings, size, workers);
}

Image<Rgb> painted_picture(const Plan& plan, Size reference, const CloseView& view,
                           const ThreadPool& workers) {
    const int finer = kFiner * view.finer;
    const PixelRect& area = view.area;
    RenderSettings settings;
    settings.size = {reference.width * finer, reference.height * finer};
    settings.part = PixelRect{area.x0 * finer, area.y0 * finer, area.x1 * finer, area.y1 * finer};
    return painted(plan, settings, view.colour.size(), workers);
}

}  // namespace allaprima
