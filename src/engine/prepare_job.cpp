#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "briefs/gather_materials.h"
#include "composing/compose.h"
#include "composing/make_reference.h"
#include "engine/bound_size.h"
#include "engine/enclosed_files.h"
#include "engine/job.h"
#include "files/digest.h"
#include "model/brief_rules.h"
#include "painting_file/kept_names.h"
#include "pictures/write_picture.h"
#include "planning/plan_painting.h"

namespace allaprima {
namespace {

/// Width and height of the canvas that a photograph will be painted on, mm.
Vec2 canvas_for(Size photo, const Brief& brief) {
    const Size size = reference_size(photo, brief);
    const float pixel_mm = canvas_pixel_mm(size, brief.output);
    return {static_cast<float>(size.width) * pixel_mm, static_cast<float>(size.height) * pixel_mm};
}

/// Whether the photograph's ground will be left out; what is composed has none.
bool will_be_transparent(const Photo& photo, const Brief& brief) {
    return brief.transparency == Transparency::Transparent && !photo.alpha.empty() &&
           !asks_for_composing(brief);
}

Result<std::optional<NewPainting>> painting_to_keep(const Commission& commission, const Brief& brief) {
    if (!commission.painting_file)
        return std::optional<NewPainting>();
    const std::string& path = *commission.painting_file;
    if (const Status possible = check_painting_file(path, commission.picture.replace); !possible)
        return possible.error();
    Result<std::vector<EnclosedFile>> enclosed = read_files_to_enclose(path, brief_to_keep(path, brief));
    if (!enclosed)
        return enclosed.error();
    return std::optional(NewPainting{path, commission.picture.replace, std::move(enclosed).value()});
}

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

/// Whether a state that an earlier run saved can be gone on from.
Status check_state(const Painting& painting, const std::string& path) {
    const PaintingStart& start = painting.start;
    if (start.reference.colour.empty() ||
        can_go_on_from(painting.state, start.reference, start.faces, start.brief, start.materials.hand))
        return Done{};
    return Error{
        fmt::format("{} is damaged (its last round does not belong to this painter): paint the photograph "
                    "again",
                    path)};
}

Vec2 canvas_to_paint(const Painting& painting) {
    return painting.plan ? canvas_of(*painting.plan) : painting.start.reference.canvas_mm();
}

/// A file is no one's word for a large picture.
void bound_picture(const Painting& painting, Job& job) {
    if (std::optional<std::string> bound =
            bound_size(canvas_to_paint(painting), job.picture.brief.output, "--full-size"))
        job.warnings.push_back(std::move(*bound));
}

Result<PictureOrder> order_of(const Painting& painting, Brief brief, const Destination& picture) {
    if (!can_hold_depth(picture.path, brief.depth))
        brief.depth = 0;
    if (painting.plan)
        return order_picture(std::move(brief), picture, *painting.plan);
    const Reference& reference = painting.start.reference;
    return order_picture(std::move(brief), picture, reference.canvas_mm(), reference.transparent_ground);
}

}  // namespace

Result<Job> prepare(const Commission& commission) {
    Result<Hand> hand = choose_hand(commission.brief);
    if (!hand)
        return hand.error();
    Result<Materials> materials = gather_materials(*hand);
    if (!materials)
        return materials.error();
    const std::string& head = commission.brief.head;
    if (!head.empty())
        if (const Status taken = take_tools_of_head(head, *materials); !taken)
            return taken.error();
    const Brief settled_brief = settled(commission.brief, *hand);
    Result<std::optional<NewPainting>> to_keep = painting_to_keep(commission, settled_brief);
    if (!to_keep)
        return to_keep.error();
    Result<Inputs> inputs = read_inputs(commission.photo, settled_brief);
    if (!inputs)
        return inputs.error();
    const Result<Brief> brief = with_boxes_in_shares(settled_brief, inputs->photo);
    if (!brief)
        return brief.error();
    Result<TouchInputs> touches = read_touch_inputs(*brief);
    if (!touches)
        return touches.error();
    Result<PictureOrder> picture =
        order_picture(*brief, commission.picture, canvas_for(inputs->photo.size(), *brief),
                      will_be_transparent(inputs->photo, *brief));
    if (!picture)
        return picture.error();
    return Job{.hand = std::move(hand).value(),
               .materials = std::move(materials).value(),
               .inputs = std::move(inputs).value(),
               .touches = std::move(touches).value(),
               .picture = std::move(picture).value(),
               .to_keep = std::move(to_keep).value(),
               .without_picture = commission.only_strokes};
}

Result<Job> take_up(const Resumption& resumption) {
    Result<PaintingFile> file = PaintingFile::open(resumption.painting_file);
    if (!file)
        return file.error();
    if (const Status claimed = file->claim(); !claimed)
        return claimed.error();
    Result<Painting> painting = file->load();
    if (!painting)
        return painting.error();
    if (const Status whole = check_state(*painting, resumption.painting_file); !whole)
        return whole.error();
    const Result<ReadableBrief> kept = ReadableBrief::of(resumption.painting_file, painting->start);
    if (!kept)
        return kept.error();
    const Result<Destination> destination = destination_of(resumption, *painting);
    if (!destination)
        return destination.error();
    Job job{.hand = painting->start.materials.hand,
            .materials = painting->start.materials,
            .inputs = {},
            .touches = {},
            .picture = {.brief = kept->brief(), .destination = *destination},
            .checkpoints = Checkpoints(std::move(file).value()),
            .without_picture = is_finished(resumption, *painting, *destination)};
    if (!job.without_picture) {
        if (!resumption.full_size)
            bound_picture(*painting, job);
        Result<PictureOrder> picture = order_of(*painting, job.picture.brief, *destination);
        if (!picture)
            return picture.error();
        job.picture = std::move(picture).value();
    }
    if (!painting->plan || painting->stage == Stage::Stopped) {
        Result<TouchInputs> touches = read_touch_inputs(kept->brief());
        if (!touches)
            return touches.error();
        job.touches = std::move(touches).value();
    }
    job.begun = std::move(painting).value();
    return job;
}

}  // namespace allaprima
