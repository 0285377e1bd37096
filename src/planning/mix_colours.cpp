#include "planning/mix_colours.h"

#include "planning/objective.h"
#include "planning/solve_colours.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

/// How far colours for paint go from the smooth strokes, 0, to the bristled ones, 1: neither loses much.
constexpr float kBristleShare = 0.5f;
constexpr int kIterations = 8;
constexpr double kDamping = 30.0;
/// The rendering that is measured has this many pixels for one of the plan, along each side.
constexpr int kFiner = 2;

/// The painted picture without light, at the plan's own size. It is reduced as its rows come.
Image<Rgb> painted(const Plan& plan, Size size, const Workers& workers) {
    RenderSettings settings;
    settings.size = {size.width * kFiner, size.height * kFiner};
    settings.finish = Finish::Unlit;
    Plan opaque_ground = plan;
    opaque_ground.transparent = false;
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

/// What the smooth strokes have to come near so that the bristled ones come near the reference.
Image<Rgb> corrected_target(const Plan& plan, const std::vector<DraftStroke>& strokes,
                            const Reference& reference, Objective& smooth, const Workers& workers) {
    Image<Rgb> planned;
    smooth.evaluate(strokes, TileWork::Composite, &planned);
    const Image<Rgb> seen = painted(plan, reference.size(), workers);
    Image<Rgb> target = reference.colour;
    for (size_t i = 0; i < target.pixels().size(); ++i)
        target.pixels()[i] = target.pixels()[i] + (planned.pixels()[i] - seen.pixels()[i]) * kBristleShare;
    return target;
}

}  // namespace

void mix_colours(Plan& plan, std::vector<DraftStroke> strokes, const Reference& reference, const Study& study,
                 Faith faith, const Workers& workers) {
    if (strokes.empty())
        return;
    Objective objective(reference.colour, study.focus, reference.ground, workers);
    if (faith == Faith::Paint)
        objective = Objective(corrected_target(plan, strokes, reference, objective, workers), study.focus,
                              reference.ground, workers);
    solve_colours(strokes, objective, kIterations, kDamping);
    for (size_t i = 0; i < strokes.size(); ++i)
        plan.strokes[i].paint.colour = strokes[i].colour;
}

}  // namespace allaprima
