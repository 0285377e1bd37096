#include "engine/reveal_painting.h"

#include <fmt/format.h>

#include "engine/bound_size.h"
#include "engine/canvas_shape.h"
#include "engine/check_cost.h"
#include "engine/enclosed_files.h"
#include "engine/inputs.h"
#include "engine/load_painting.h"
#include "engine/version.h"
#include "files/new_folder.h"
#include "revealing/reveal.h"

namespace allaprima {
namespace {

/// The photograph, where it may be shown.
Result<std::optional<Photo>> photograph(const RevealWish& wish, const Painting& painting) {
    if (wish.photo.empty())
        return std::optional<Photo>();
    if (!painting.record.making || painting.record.making->claims.photograph_rights.empty())
        return Error{
            fmt::format("the record of {} does not say by what right the photograph may be shown: put rights "
                        "under [photograph] with 'allaprima record making', or leave out --photo",
                        wish.painting_file),
            true};
    Result<Photo> photo = read_adjusted(wish.photo, painting.start.brief.photograph, kStageSide);
    if (!photo)
        return photo.error();
    if (photo->digest != painting.start.photo_digest)
        return Error{
            fmt::format("{} is not the photograph that {} was painted from: that has the digest {}, this {}",
                        wish.photo, wish.painting_file, painting.start.photo_digest, photo->digest)};
    return std::optional(std::move(photo).value());
}

Status check_brief(const Brief& brief, const Plan& plan) {
    if (is_measure(brief.finish))
        return Error{"a page shows colours; relief and normals are made with 'allaprima render'", true};
    return check_shape({plan.width_mm, plan.height_mm}, brief.output);
}

}  // namespace

Status reveal_painting(const RevealWish& wish, const ThreadPool& workers, Observer& observer) {
    const FolderKind page{.mark = kRevealMark, .entries = reveal_entries()};
    Result<NewFolder> folder = NewFolder::create(wish.folder.path, wish.folder.replace, page);
    if (!folder)
        return folder.error();
    const Result<Painting> painting = load_planned(wish.painting_file);
    if (!painting)
        return painting.error();
    const Result<ReadableBrief> kept = ReadableBrief::of(wish.painting_file, painting->start);
    if (!kept)
        return kept.error();
    Brief brief = kept->brief();
    if (!name_a_size(wish.of_picture))
        if (const std::optional<std::string> bound = bound_size(canvas_of(*painting->plan), brief.output))
            observer.say(*bound);
    if (const Status asked = ask(wish.of_picture, brief); !asked)
        return asked;
    brief.icc.clear();  // a page is for screens
    if (const Status sensible = check_brief(brief, *painting->plan); !sensible)
        return sensible;
    const Result<std::optional<Photo>> photo = photograph(wish, *painting);
    if (!photo)
        return photo.error();
    const Size size = picture_size({painting->plan->width_mm, painting->plan->height_mm}, brief.output);
    const Plan shaped = on_canvas_shaped(*painting->plan, size);
    if (const Status possible =
            check_cost(shaped, {.size = size, .finish = brief.finish, .light = brief.light}, observer);
        !possible)
        return possible;
    const RevealJob job{.painting = *painting,
                        .plan = shaped,
                        .settings = shown_as(brief, size),
                        .photo = *photo ? &**photo : nullptr,
                        .findings = painting->record.making
                                        ? check_record(painting->record, facts_of(*painting))
                                        : std::vector<Finding>(),
                        .software = fmt::format("Alla Prima {}", version()),
                        .workers = workers,
                        .observer = observer};
    if (const Status written = write_reveal(job, folder->temporary_path()); !written)
        return written;
    return folder->finish();
}

}  // namespace allaprima
