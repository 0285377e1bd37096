#include "engine/resume_painting.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/canvas_shape.h"
#include "engine/enclosed_files.h"
#include "engine/finish_painting.h"
#include "engine/make_picture.h"
#include "files/digest.h"
#include "painting_file/kept_names.h"
#include "pictures/write_picture.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Whether the picture made last of this painting stands still where it was put.
/// @return an error where something else than an ordinary file stands there: it may never end.
Result<bool> stands_still(const std::string& place, const Painting& painting) {
    std::error_code ignored;
    if (!std::filesystem::exists(place, ignored))
        return false;
    const Result<std::string> digest = sha256_of_file(place);
    if (!digest)
        return Error{fmt::format("the picture would be written where it was first asked for, but {}; give "
                                 "another name with -o",
                                 digest.error().message),
                     true};
    return *digest == painting.picture_digest;
}

/// Where the picture goes. What stands there is replaced only where whoever resumes allows it, or where it is
/// the very picture that an earlier run made of this painting: what the file itself says gives no permission.
Result<Destination> destination_of(const Resumption& resumption, const Painting& painting) {
    if (resumption.picture)
        return Destination{*resumption.picture, resumption.replace};
    const std::string place = place_of_kept(resumption.painting_file, painting.start.output);
    const Result<bool> own = stands_still(place, painting);
    if (!own)
        return own.error();
    return Destination{place, resumption.replace || *own};
}

/// Nothing is left to do: the picture was put in its place, and stands there still.
bool is_finished(const Resumption& resumption, const Painting& painting, const Destination& picture) {
    return !resumption.picture && !resumption.replace && picture.replace && painting.stage == Stage::Painted;
}

/// Width and height, mm.
Vec2 canvas_of(const Painting& painting) {
    if (painting.plan)
        return {painting.plan->width_mm, painting.plan->height_mm};
    return painting.start.reference.canvas_mm();
}

/// Plans on from the last round that was saved, unless all is planned.
/// @param brief the painting's, with the files where they stand.
Result<Planned> plan_on(const Painting& painting, const Brief& brief, const Workers& workers,
                        Observer& observer, Safekeeping& safe) {
    if (painting.stage == Stage::Planned || painting.stage == Stage::Painted)
        return Planned{*painting.plan, false};
    const PaintingStart& start = painting.start;
    const Study study{structure_of(start.reference.colour), start.focus, start.faces, start.figure};
    return plan_kept({start.reference, study, brief, start.materials}, painting.state, workers, observer,
                     safe);
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
        return Error{fmt::format(
            "{} is damaged (its last round does not belong to this painter): paint the photograph "
            "again",
            resumption.painting_file)};

    const Result<ReadableBrief> kept = ReadableBrief::of(resumption.painting_file, start);
    if (!kept)
        return kept.error();
    const Brief& asked = kept->brief();
    const Result<Destination> destination = destination_of(resumption, *painting);
    if (!destination)
        return destination.error();
    const Destination& picture = *destination;
    Brief brief = asked;
    if (!can_hold_depth(picture.path, brief.depth))
        brief.depth = 0;
    if (is_finished(resumption, *painting, picture)) {
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
    if (const Status possible = check_destination(picture, {}); !possible)
        return possible.error();
    if (const Status shape = check_shape(canvas_of(*painting), brief.output); !shape)
        return shape.error();

    Safekeeping safe(std::move(file).value());
    const Result<Planned> planned = plan_on(*painting, asked, workers, observer, safe);
    if (!planned)
        return planned.error();
    return finish_painting(*planned, brief, picture, workers, observer, safe);
}

}  // namespace allaprima
