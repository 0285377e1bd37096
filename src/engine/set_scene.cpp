#include "engine/set_scene.h"

#include <utility>

#include "composing/compose.h"
#include "composing/make_reference.h"
#include "engine/begin_painting.h"
#include "engine/compose_photo.h"
#include "engine/look_at.h"
#include "engine/read_companions.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

/// What is given to help with the seeing of a photograph that is painted as it is.
Result<Hints> hints_for(const Photo& photo, const Subject& subject, Size size) {
    Hints hints;
    if (!subject.mask.empty()) {
        Result<Image<float>> mask = read_mask(subject.mask, photo, size);
        if (!mask)
            return mask.error();
        hints.subject = std::move(mask).value();
    }
    if (!subject.marks.empty()) {
        Result<Marks> marks = read_marks(subject.marks, photo, size);
        if (!marks)
            return marks.error();
        hints.marks = std::move(marks).value();
    }
    return hints;
}

Status read_focus_masks(const Brief& brief, const Photo& photo, Size size, Hints& hints) {
    for (const FocusMark& mark : brief.marks)
        if (mark.region.kind == Region::Kind::Mask) {
            Result<Image<float>> mask = read_mask(mark.region.mask, photo, size);
            if (!mask)
                return mask.error();
            hints.masks.push_back(std::move(mask).value());
        }
    return Done{};
}

}  // namespace

Result<StudiedScene> set_scene(const std::string& photo, const Brief& brief, const Workers& workers) {
    Result<Photo> read = read_photo(photo, ReadLimits{}, reading_long_side(brief));
    if (!read)
        return read.error();
    StudiedScene scene{
        .photo = std::move(read).value(), .brief = brief, .reference = {}, .study = {}, .warnings = {}};
    Hints hints;
    const bool composed = asks_for_composing(brief);
    if (composed) {
        Result<Composition> composition = compose_photo(scene.photo, brief, workers);
        if (!composition)
            return composition.error();
        if (composition->ground && !brief.ground)
            scene.brief.ground = composition->ground;
        hints.subject = std::move(composition->figure);
        scene.photo = std::move(composition->photo);
        scene.warnings = std::move(composition->warnings);
    }
    scene.reference = make_reference(scene.photo, scene.brief);
    const Size size = scene.reference.size();
    if (!composed) {
        Result<Hints> given = hints_for(scene.photo, brief.subject, size);
        if (!given)
            return given.error();
        hints = std::move(given).value();
    }
    if (const Status masks = read_focus_masks(brief, scene.photo, size, hints); !masks)
        return masks.error();
    Result<Study> study = look_at(scene.reference, brief, hints, scene.warnings);
    if (!study)
        return study.error();
    scene.study = std::move(study).value();
    return scene;
}

}  // namespace allaprima
