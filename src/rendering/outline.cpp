#include "rendering/outline.h"

#include "image/filters.h"

namespace allaprima {
namespace {

float share_at(const Scene& scene, Vec2 place) {
    const auto width = static_cast<float>(scene.outline.width()),
               height = static_cast<float>(scene.outline.height());
    return sampled(scene.outline,
                   {place.x / scene.plan.width_mm * width, place.y / scene.plan.height_mm * height});
}

}  // namespace

Image<float> outline_for(const Plan& plan, Size picture) {
    const bool finer = plan.outline.size().long_side() > picture.long_side();
    return finer ? resized(plan.outline, picture) : plan.outline;
}

void cut_off(const Scene& scene, PixelRect pixels, std::span<Rgb> row, std::span<float> alpha) {
    const Finish finish = scene.settings.finish;
    const bool measured = finish == Finish::Relief || finish == Finish::Normals;
    for (size_t k = 0; k < row.size(); ++k) {
        const auto column = static_cast<float>(pixels.x0 + static_cast<int>(k));
        const Vec2 middle = Vec2{column + 0.5f, static_cast<float>(pixels.y0) + 0.5f} * scene.pixel_mm;
        const float share = share_at(scene, middle);
        if (!alpha.empty())
            alpha[k] = share;
        else if (!measured && share < 1.0f)
            row[k] = lerp(scene.plan.ground, row[k], share);
    }
}

}  // namespace allaprima
