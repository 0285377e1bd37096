#include "retouching/reference_of_painting.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "composing/close_views.h"
#include "engine/compose_photo.h"
#include "engine/inputs.h"
#include "engine/look_at.h"

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

/// The photograph composed again, as the hand sees it.
Result<Composed> composed_again(const Inputs& inputs, const Hand& hand, const Brief& brief,
                                const ThreadPool& workers, Observer& observer) {
    Result<Composed> composed = compose_inputs(inputs, brief, workers, observer);
    if (composed)
        temper(*composed, hand);
    return composed;
}

/// All pictures, where the photograph is that of the painting.
Result<Inputs> read_again(const Painting& painting, const Brief& brief, const std::string& painting_file,
                          const std::string& photo) {
    Result<Inputs> inputs = read_inputs(photo, brief);
    if (inputs && inputs->photo.digest != painting.start.photo_digest)
        return Error{fmt::format("{} is not the photograph that {} was painted from, which was {}", photo,
                                 painting_file, painting.start.photo_name),
                     true};
    return inputs;
}

std::vector<CloseView> views_of(const Composed& composed, const Inputs& inputs,
                                const std::vector<Face>& faces, const std::vector<Sighting>& others) {
    return close_views(composed.picture ? *composed.picture : inputs.photo, composed.reference, faces,
                       others);
}

Result<Reference> made_again(const Painting& painting, const Brief& brief, const std::string& painting_file,
                             const std::string& photo, const ThreadPool& workers, Observer& observer) {
    const PaintingStart& start = painting.start;
    const Result<Inputs> inputs = read_again(painting, brief, painting_file, photo);
    if (!inputs)
        return inputs.error();
    Result<Composed> composed = composed_again(*inputs, start.materials.hand, brief, workers, observer);
    if (!composed)
        return composed.error();
    composed->reference.close_views = views_of(*composed, *inputs, start.faces, start.others);
    return std::move(composed->reference);
}

Error other_shape(const std::string& painting_file) {
    return {
        fmt::format("{} was planned in another size than this Alla Prima would plan it in, and cannot be "
                    "worked over",
                    painting_file)};
}

}  // namespace

Result<Reference> reference_of(const Painting& painting, const Brief& brief, const std::string& painting_file,
                               const std::string& photo, const ThreadPool& workers, Observer& observer) {
    if (photo.empty() && painting.remembered.empty())
        return Error{fmt::format("{} does not remember what it was painted from: name the photograph with "
                                 "--photo (it was {})",
                                 painting_file, painting.start.photo_name),
                     true};
    const bool remembers = !painting.remembered.empty();
    Result<Reference> reference = remembers
                                      ? as_remembered(painting)
                                      : made_again(painting, brief, painting_file, photo, workers, observer);
    if (reference && !fits(*reference, *painting.plan))
        return Error{remembers ? fmt::format("{} is damaged (what it remembers is not of its canvas's shape)",
                                             painting_file)
                               : other_shape(painting_file).message};
    return reference;
}

Result<SeenAgain> seen_again(const Painting& painting, const Brief& brief, const std::string& painting_file,
                             const std::string& photo, const ThreadPool& workers, Observer& observer) {
    if (photo.empty())
        return Error{fmt::format("another scene is composed of the photograph: name it with --photo (it was "
                                 "{})",
                                 painting.start.photo_name),
                     true};
    const Result<Inputs> inputs = read_again(painting, brief, painting_file, photo);
    if (!inputs)
        return inputs.error();
    Result<Composed> composed =
        composed_again(*inputs, painting.start.materials.hand, brief, workers, observer);
    if (!composed)
        return composed.error();
    if (!fits(composed->reference, *painting.plan))
        return other_shape(painting_file);
    SeenAgain again{.reference = std::move(composed->reference), .study = {}, .warnings = composed->warnings};
    Result<Study> study = look_at(again.reference, composed->untempered ? &*composed->untempered : nullptr,
                                  composed->brief, composed->hints, composed->sight, again.warnings);
    if (!study)
        return study.error();
    again.study = std::move(study).value();
    again.reference.close_views = close_views(composed->picture ? *composed->picture : inputs->photo,
                                              again.reference, again.study.faces, again.study.others);
    return again;
}

}  // namespace allaprima
