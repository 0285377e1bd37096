#include "engine/stages.h"

#include <fmt/format.h>

#include <utility>

#include "base/unhurried_observer.h"
#include "briefs/gather_materials.h"
#include "composing/close_views.h"
#include "composing/compose.h"
#include "engine/canvas_shape.h"
#include "engine/look_at.h"
#include "engine/version.h"
#include "painting_file/kept_names.h"
#include "planning/plan_painting.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// A hand that is out for likeness alone has no focus. Where time or likeness bound the planning, all strokes
/// are worked on alike until it ends.
bool looks_closely(const Job& job) {
    const Brief& brief = job.picture.brief;
    return brief.focus == Focus::Auto && !job.hand.likeness && !brief.seconds && !brief.target_psnr;
}

bool is_planned(const Job& job) {
    return job.begun && (job.begun->stage == Stage::Planned || job.begun->stage == Stage::Painted);
}

PaintingStart start_of(const Job& job, const Composed& composed, const Study& study) {
    const std::string& kept_in = job.to_keep->path;
    Materials materials = job.materials;
    materials.hand = hand_to_keep(kept_in, materials.hand);
    const Photo& photo = job.inputs.photo;
    return {.brief = brief_to_keep(kept_in, composed.brief),
            .software = "Alla Prima " + std::string(version()),
            .photo_name = photo.name,
            .photo_digest = photo.digest,
            .photo_size = photo.original_size,
            .photo_colour_space = photo.colour_space,
            .output = name_to_keep(kept_in, job.picture.destination.path),
            .reference = composed.reference,
            .faces = study.faces,
            .others = study.others,
            .focus = study.focus,
            .figure = study.figure,
            .motifs = composed.motifs,
            .materials = std::move(materials),
            .enclosed = job.to_keep->enclosed};
}

/// Begins the painting file, where one is asked for.
Status begin_keeping(Job& job, const Composed& composed, const Study& study) {
    if (!job.to_keep)
        return Done{};
    Result<PaintingFile> file =
        PaintingFile::create(job.to_keep->path, start_of(job, composed, study), job.to_keep->replace);
    if (!file)
        return file.error();
    job.checkpoints = Checkpoints(std::move(file).value());
    return Done{};
}

/// What someone can do about a picture that could not be written when the strokes are safe.
Error still_safe(const Error& error, const std::string& picture, const Checkpoints& kept) {
    if (!kept.has_file() || !kept.outcome())
        return error;
    return {fmt::format("{}; the painting is safe in {}: allaprima render {} -o {}", error.message,
                        kept.path(), kept.path(), picture),
            error.usage};
}

Painted painted(const Job& job, const Planned& planned, const Made& made) {
    return {.picture = job.picture.destination.path,
            .size = made.size,
            .strokes = counts_of(planned.plan),
            .stopped = planned.stopped,
            .painting_file = job.checkpoints.path(),
            .mixing = mixing_of(planned.plan),
            .gamut = made.gamut};
}

}  // namespace

Result<Composed> compose(const Job& job, const ThreadPool& workers, Observer& observer) {
    const Brief& brief = job.picture.brief;
    if (job.begun)
        return Composed{.reference = job.begun->start.reference, .brief = brief, .hints = {}};
    observer.progress("looking", 0.0);
    Result<Composed> composed = compose_inputs(job.inputs, brief, workers, observer);
    if (!composed)
        return composed;
    // Where no subject is found the picture is not composed: then it has the photograph's own shape, and its
    // alpha.
    const Reference& reference = composed->reference;
    if (asks_for_composing(brief))
        if (const Status possible =
                check_picture(job.picture, reference.canvas_mm(), reference.transparent_ground);
            !possible)
            return possible.error();
    temper(*composed, job.hand);
    return composed;
}

Result<Study> study(const Job& job, Composed& composed) {
    if (job.begun) {
        const PaintingStart& start = job.begun->start;
        return Study{structure_of(composed.reference.colour), start.focus, start.faces, start.figure,
                     start.others};
    }
    Result<Study> seen = look_at(composed.reference, composed.untempered ? &*composed.untempered : nullptr,
                                 composed.brief, composed.hints, composed.sight, composed.warnings);
    if (seen && looks_closely(job))
        composed.reference.close_views = close_views(composed.picture ? *composed.picture : job.inputs.photo,
                                                     composed.reference, seen->faces, seen->others);
    composed.picture.reset();
    return seen;
}

Result<Planned> plan(Job& job, const Composed& composed, const Study& study, const ThreadPool& workers,
                     Observer& observer, const Growth& growth) {
    if (is_planned(job))
        return Planned{.plan = *job.begun->plan};
    const Stopwatch watch;
    choose_open_tubes(job.materials, composed.reference);
    std::vector<std::string> warnings;
    const Result<Plan> touches =
        make_last_touches(composed.brief, study, composed.reference, job.materials, job.touches, warnings);
    if (!touches)
        return touches.error();
    if (const Status begun = begin_keeping(job, composed, study); !begun)
        return begun.error();
    // What it was composed from is needed no more, and is large.
    job.inputs = {};
    const PlanState from = job.begun ? job.begun->state : PlanState{};
    const auto after_round = [&](const PlanState& state) {
        job.checkpoints.keep_round(state);
        if (growth)
            growth(grown_so_far(state, composed.reference));
    };
    Planned planned{.plan = plan_painting({composed.reference, study, composed.brief, job.materials}, from,
                                          workers, observer, after_round),
                    .stopped = observer.stop_requested(),
                    .warnings = std::move(warnings)};
    lay_last_touches(planned.plan, *touches);
    job.checkpoints.keep_plan(planned.plan, planned.stopped ? Stage::Stopped : Stage::Planned,
                              from.seconds + watch.seconds());
    return planned;
}

Result<Painted> render(Job& job, const Planned& planned, const ThreadPool& workers, Observer& observer) {
    const std::string& picture = job.picture.destination.path;
    if (job.without_picture) {
        if (const Status kept = job.checkpoints.outcome(); !kept)
            return kept.error();
        return painted(
            job, planned,
            {.size = picture_size({planned.plan.width_mm, planned.plan.height_mm}, job.picture.brief.output),
             .gamut = {}});
    }
    const Stopwatch watch;
    UnhurriedObserver unhurried(observer);
    Observer& heeded = planned.stopped ? unhurried : observer;
    // Noted before the picture appears, so that a run killed in between leaves no picture that a resumed one
    // would take for somebody else's.
    const auto note = [&](const CompletePicture& complete) {
        job.checkpoints.keep_picture(complete, picture, watch.seconds());
        if (!planned.stopped)
            job.checkpoints.keep_stage(Stage::Painted);
        return Status(Done{});
    };
    const Result<Made> made = make_picture(planned.plan, job.picture, workers, heeded, note);
    if (!made) {
        if (!planned.stopped)
            job.checkpoints.keep_stage(Stage::Planned);
        return still_safe(made.error(), picture, job.checkpoints);
    }
    if (const Status kept = job.checkpoints.outcome(); !kept)
        return Error{fmt::format("{} is painted, but {}", picture, kept.error().message)};
    return painted(job, planned, *made);
}

}  // namespace allaprima
