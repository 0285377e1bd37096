#include "engine/resume_painting.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/canvas_shape.h"
#include "engine/finish_painting.h"
#include "engine/make_picture.h"
#include "io/digest.h"
#include "io/write_picture.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Whether the picture made last of this painting stands still where it was put.
bool stands_still(const Painting& painting) {
    if (painting.picture_digest.empty())
        return false;
    const Result<std::string> digest = sha256_of_file(painting.start.output);
    return digest && *digest == painting.picture_digest;
}

/// Where the picture goes. The picture that an earlier run made of this painting may be replaced without
/// being asked, and so may what that run was allowed to replace.
/// @param own whether that picture stands there.
Destination destination_of(const Resumption& resumption, const Painting& painting, bool own) {
    if (resumption.picture)
        return {*resumption.picture, resumption.replace};
    return {painting.start.output, resumption.replace || painting.start.replace || own};
}

/// Nothing is left to do: the picture was put in its place, and stands there still.
bool is_finished(const Resumption& resumption, const Painting& painting, bool own) {
    return own && painting.stage == Stage::Painted && !resumption.picture && !resumption.replace;
}

/// Width and height, mm.
Vec2 canvas_of(const Painting& painting) {
    if (painting.plan)
        return {painting.plan->width_mm, painting.plan->height_mm};
    return painting.start.reference.canvas_mm();
}

/// Plans on from the last round that was saved, unless all is planned.
Result<Planned> plan_on(const Painting& painting, const Workers& workers, Observer& observer,
                        Safekeeping& safe) {
    if (painting.stage == Stage::Planned || painting.stage == Stage::Painted)
        return Planned{*painting.plan, false};
    const PaintingStart& start = painting.start;
    const Study study{structure_of(start.reference.colour), start.focus, start.faces, start.figure};
    return plan_kept({start.reference, study, start.brief, start.materials}, painting.state, workers,
                     observer, safe);
}

}  // namespace

Result<Painted> resume_painting(const Resumption& resumption, const Workers& workers, Observer& observer) {
    Result<PaintingFile> file = PaintingFile::open(resumption.painting_file);
    if (!file)
        return file.error();
    if (const Status claimed = file->claim(); !claimed)
        return claimed.error();
    observer.progress("reading", 0.0);
    const Result<Painting> painting = file->load();
    if (!painting)
        return painting.error();

    const PaintingStart& start = painting->start;
    if (!start.reference.colour.empty() &&
        !can_go_on_from(painting->state, start.reference.size(), start.brief, start.materials.hand))
        return Error{
            fmt::format("{} is damaged (its last round is none of this painter's): paint the photograph "
                        "again",
                        resumption.painting_file)};

    Brief brief = start.brief;
    const bool own = stands_still(*painting);
    const Destination picture = destination_of(resumption, *painting, own);
    if (!can_hold_depth(picture.path, brief.depth))
        brief.depth = 0;
    if (is_finished(resumption, *painting, own)) {
        const Plan& plan = *painting->plan;
        return Painted{picture.path,
                       picture_size({plan.width_mm, plan.height_mm}, brief.output),
                       static_cast<int>(plan.strokes.size()),
                       false,
                       resumption.painting_file,
                       mixing_of(plan),
                       {},
                       {}};
    }
    if (const Status apart = check_apart({resumption.painting_file, picture.path}); !apart)
        return apart.error();
    if (const Status possible = check_destination(picture, {}); !possible)
        return possible.error();
    if (const Status shape = check_shape(canvas_of(*painting), brief.output); !shape)
        return shape.error();

    Safekeeping safe(std::move(file).value());
    const Result<Planned> planned = plan_on(*painting, workers, observer, safe);
    if (!planned)
        return planned.error();
    return finish_painting(*planned, brief, picture, workers, observer, safe);
}

}  // namespace allaprima
