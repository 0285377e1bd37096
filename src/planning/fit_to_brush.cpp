#include "planning/fit_to_brush.h"

#include "image/filters.h"
#include "planning/objective.h"
#include "planning/solve_colours.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

/// Colours are solved for the mean of the smooth and the bristled picture, so that neither loses much.
constexpr float kBristleShare = 0.5f;
constexpr int kIterations = 8;
constexpr double kDamping = 4.0;
/// The rendering that is measured has this many pixels for one of the plan, along each side.
constexpr int kFiner = 2;

Image<Rgb> painted(const Plan& plan, Size size, const Workers& workers) {
    RenderSettings settings;
    settings.size = {size.width * kFiner, size.height * kFiner};
    settings.finish = Finish::Unlit;
    Plan opaque_ground = plan;
    opaque_ground.transparent = false;
    return resized(render_picture(opaque_ground, settings, workers).colour, size);
}

}  // namespace

void fit_colours_to_brush(Plan& plan, std::vector<DraftStroke> strokes, const Reference& reference,
                          const Study& study, const Workers& workers) {
    if (strokes.empty())
        return;
    Objective flat(reference.colour, study.focus, reference.ground, workers);
    Image<Rgb> planned;
    flat.evaluate(strokes, TileWork::Composite, &planned);
    const Image<Rgb> seen = painted(plan, reference.size(), workers);
    Image<Rgb> target(reference.size());
    for (size_t i = 0; i < target.pixels().size(); ++i)
        target.pixels()[i] =
            reference.colour.pixels()[i] + (planned.pixels()[i] - seen.pixels()[i]) * kBristleShare;
    Objective corrected(target, study.focus, reference.ground, workers);
    solve_colours(strokes, corrected, kIterations, kDamping);
    for (size_t i = 0; i < strokes.size(); ++i)
        plan.strokes[i].paint.colour = strokes[i].colour;
}

}  // namespace allaprima
