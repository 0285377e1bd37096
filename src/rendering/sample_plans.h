#pragma once
#include <array>

#include "base/rng.h"
#include "pigment/recipe_book.h"
#include "rendering/render.h"

namespace allaprima::testing {

/// A brown canvas of 80 × 60 mm.
inline Plan empty_plan() {
    Plan plan;
    plan.width_mm = 80.0f;
    plan.height_mm = 60.0f;
    plan.ground = {0.6f, 0.5f, 0.4f};
    plan.planned_pixel_mm = 0.8f;
    return plan;
}

/// A blue stroke through the middle of it, from left to right.
inline Stroke long_stroke() {
    Stroke stroke;
    stroke.path.points = {Vec2{10.0f, 30.0f}, Vec2{40.0f, 30.0f}, Vec2{70.0f, 30.0f}};
    stroke.width_start = stroke.width_end = 16.0f;
    stroke.paint.colour = {0.2f, 0.4f, 0.7f};
    stroke.seed = 42;
    return stroke;
}

inline Stroke random_stroke(Rng& rng) {
    Stroke stroke;
    const Vec2 from{rng.between(0.0f, 80.0f), rng.between(0.0f, 60.0f)};
    for (Vec2& p : stroke.path.points)
        p = from + Vec2{rng.between(-15.0f, 15.0f), rng.between(-15.0f, 15.0f)};
    stroke.width_start = rng.between(1.0f, 12.0f);
    stroke.width_end = rng.between(1.0f, 12.0f);
    stroke.opacity = rng.between(0.5f, 1.0f);
    stroke.softness = rng.unit();
    stroke.load = rng.unit();
    stroke.paint.colour = {rng.unit(), rng.unit(), rng.unit()};
    stroke.seed = rng.bits();
    return stroke;
}

inline Plan busy_plan(int strokes) {
    Plan plan = empty_plan();
    Rng rng(7, 0);
    for (int i = 0; i < strokes; ++i)
        plan.strokes.push_back(random_stroke(rng));
    return plan;
}

/// The tubes of the plans with pigments, in this order.
enum Tube { White, Black, Yellow, Red, Blue };

inline Palette five_tubes() {
    Palette palette{.name = "five", .tubes = {}};
    for (const char* name :
         {"Titanium White", "Bone Black", "Hansa Yellow Opaque", "Pyrrole Red", "Phthalo Blue Green Shade"})
        palette.tubes.push_back(*find_pigment(name));
    return palette;
}

/// Paint of these parts of the five tubes, with the colour that it is seen to have.
inline Paint mixture(const Palette& palette, std::array<float, 5> parts) {
    static const RecipeBook book(five_tubes());
    float sum = 0.0f;
    for (float part : parts)
        sum += part;
    Paint paint;
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
        paint.shares[tube] = parts[tube] / sum;
    paint.colour = book.colour_of(paint.shares);
    return paint;
}

/// The same plan in mixtures of five tubes, very wet, under a scumble and a glaze.
inline Plan busy_pigment_plan(int strokes) {
    Plan plan = busy_plan(strokes);
    plan.materials.palette = five_tubes();
    plan.materials.wetness = 0.8f;
    Rng rng(8, 0);
    for (Stroke& stroke : plan.strokes)
        stroke.paint = mixture(plan.materials.palette,
                               {rng.unit() + 0.1f, rng.unit(), rng.unit(), rng.unit(), rng.unit()});
    const int coat = strokes / 4;
    plan.passes = {{"form", strokes - 2 * coat, Coat::Body},
                   {"scumble", coat, Coat::Scumble},
                   {"glaze", coat, Coat::Glaze}};
    return plan;
}

/// The same, cut out: its left half, which ends within two pixels of 40.
inline Plan cut_out_plan(int strokes) {
    Plan plan = busy_pigment_plan(strokes);
    plan.transparent = true;
    plan.outline = Image<float>({40, 30});
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 20; ++x)
            plan.outline.at(x, y) = x == 19 ? 0.5f : 1.0f;
    return plan;
}

inline Picture painted(const Plan& plan, Size size, Finish finish, int threads = 1, int tile = 64) {
    RenderSettings settings;
    settings.size = size;
    settings.finish = finish;
    settings.tile = tile;
    return render_picture(plan, settings, ThreadPool(threads));
}

inline Rgb mean_colour(const Image<Rgb>& picture, PixelRect part) {
    double r = 0.0, g = 0.0, b = 0.0;
    for (int y = part.y0; y < part.y1; ++y)
        for (int x = part.x0; x < part.x1; ++x) {
            r += picture.at(x, y).r;
            g += picture.at(x, y).g;
            b += picture.at(x, y).b;
        }
    const double count = static_cast<double>(part.width()) * part.height();
    return {static_cast<float>(r / count), static_cast<float>(g / count), static_cast<float>(b / count)};
}

}  // namespace allaprima::testing
