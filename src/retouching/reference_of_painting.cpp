#include "retouching/reference_of_painting.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "composing/close_views.h"
#include "composing/temper_colours.h"
#include "engine/compose_photo.h"
#include "engine/inputs.h"

namespace allaprima {
namespace {

/// Whether the reference has the plan's shape and scale.
bool fits(const Reference& reference, const Plan& plan) {
    const Vec2 canvas = reference.canvas_mm();
    return std::fabs(canvas.x - plan.width_mm) <= 0.5f * reference.pixel_mm &&
           std::fabs(canvas.y - plan.height_mm) <= 0.5f * reference.pixel_mm;
}

Reference as_remembered(const Painting& painting) {
    const Plan& plan = *painting.plan;
    const std::vector<CloseView>& views = painting.remembered;
    Reference reference{.colour = views.front().colour,
                        .ground = plan.ground,
                        .pixel_mm = plan.planned_pixel_mm,
                        .transparent_ground = plan.transparent,
                        .close_views = {views.begin() + 1, views.end()}};
    if (plan.outline.size() == reference.size())
        reference.alpha = plan.outline;
    return reference;
}

Result<Reference> made_again(const Painting& painting, const Brief& brief, const std::string& painting_file,
                             const std::string& photo, const ThreadPool& workers, Observer& observer) {
    const PaintingStart& start = painting.start;
    const Result<Inputs> inputs = read_inputs(photo, brief);
    if (!inputs)
        return inputs.error();
    if (inputs->photo.digest != start.photo_digest)
        return Error{fmt::format("{} is not the photograph that {} was painted from, which was {}", photo,
                                 painting_file, start.photo_name),
                     true};
    Result<Composed> composed = compose_inputs(*inputs, brief, workers, observer);
    if (!composed)
        return composed.error();
    Reference reference = std::move(composed->reference);
    temper_colours(reference, start.materials.hand, composed->brief.ground.has_value());
    reference.close_views = close_views(composed->picture ? *composed->picture : inputs->photo, reference,
                                        start.faces, start.others);
    return reference;
}

}  // namespace

Result<Reference> reference_of(const Painting& painting, const Brief& brief, const std::string& painting_file,
                               const std::string& photo, const ThreadPool& workers, Observer& observer) {
    if (photo.empty() && painting.remembered.empty())
        return Error{fmt::format("{} does not remember what it was painted from: name the photograph with "
                                 "--photo (it was {})",
                                 painting_file, painting.start.photo_name),
                     true};
    Result<Reference> reference = photo.empty()
                                      ? as_remembered(painting)
                                      : made_again(painting, brief, painting_file, photo, workers, observer);
    if (reference && !fits(*reference, *painting.plan))
        return Error{
            photo.empty()
                ? fmt::format("{} is damaged (what it remembers is not of its canvas's shape)", painting_file)
                : fmt::format("{} was planned in another size than this Alla Prima would plan it in, "
                              "and cannot be worked over",
                              painting_file)};
    return reference;
}

}  // namespace allaprima
