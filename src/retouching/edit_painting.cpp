#include "retouching/edit_painting.h"

#include <fmt/format.h>

#include <utility>

#include "engine/load_painting.h"
#include "engine/stroke_counts.h"
#include "painting_file/kept_names.h"
#include "painting_file/painting_file.h"

namespace allaprima {
namespace {

/// The painting as it is kept in its new file. No picture of it is made yet.
Painting with_strokes_of(const Plan& edited, Painting painting, const EditWish& wish) {
    move_names(wish.painting_file, wish.painting.path, painting.start);
    painting.plan = edited;
    painting.stage = Stage::Planned;
    painting.picture_digest.clear();
    painting.pixels_digest.clear();
    painting.record = {};
    painting.start.output = name_to_keep(wish.painting.path, wish.painting.path + ".png");
    return painting;
}

}  // namespace

Result<Painted> edit_painting(const EditWish& wish) {
    if (const Status possible = check_painting_file(wish.painting.path, wish.painting.replace); !possible)
        return possible.error();
    Result<Painting> painting = load_planned(wish.painting_file);
    if (!painting)
        return painting.error();
    if (painting->stage == Stage::Stopped)
        return Error{fmt::format("{} is not planned to its end; finish it first: allaprima resume {}",
                                 wish.painting_file, wish.painting_file)};
    const Result<Plan> edited = edit_strokes(*painting->plan, wish.edits);
    if (!edited)
        return Error{fmt::format("{}: {}", wish.painting_file, edited.error().message), edited.error().usage};
    Painted painted{
        .strokes = counts_of(*edited), .painting_file = wish.painting.path, .mixing = {}, .warnings = {}};
    if (!(painting->record == Record{}))
        painted.warnings.push_back(fmt::format(
            "the record stays with {}, which it tells of; the new painting has none", wish.painting_file));
    const Result<PaintingFile> kept = PaintingFile::create_like(
        wish.painting.path, with_strokes_of(*edited, std::move(painting).value(), wish),
        wish.painting.replace);
    return kept ? Result<Painted>(painted) : Result<Painted>(kept.error());
}

}  // namespace allaprima
