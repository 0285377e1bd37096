#include "planning/painted_picture.h"

#include "rendering/render.h"

namespace allaprima {
namespace {

/// The rendering that is measured has this many pixels for one of the plan, along each side.
constexpr int kFiner = 2;

}  // namespace

Image<Rgb> painted_picture(const Plan& plan, Size size, const ThreadPool& workers) {
    RenderSettings settings;
    settings.size = {size.width * kFiner, size.height * kFiner};
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

}  // namespace allaprima
