// The whole of it on one screen: Photo + Brief → Reference → Study → Plan → Picture.

#include "engine/paint_photo.h"

#include "briefs/gather_materials.h"
#include "composing/temper_colours.h"
#include "engine/begin_painting.h"
#include "engine/finish_painting.h"
#include "engine/set_scene.h"
#include "engine/throw_and_sign.h"
#include "model/brief_settings.h"
#include "planning/plan_painting.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// What cannot be thrown or written is better found now than after all the strokes.
Status check_last_touches(const StudiedScene& scene, const Materials& materials) {
    Plan bare;
    bare.width_mm = scene.reference.canvas_mm().x;
    bare.height_mm = scene.reference.canvas_mm().y;
    bare.materials = materials;
    return throw_and_sign(bare, scene.brief, scene.study, scene.reference);
}

}  // namespace

Result<Painted> paint_photo(Commission commission, const Workers& workers, Observer& observer) {
    if (const Status possible = check_commission(commission); !possible)
        return possible.error();
    const Result<Hand> hand = choose_hand(commission.brief);
    if (!hand)
        return hand.error();

    observer.progress("reading", 0.0);
    observer.progress("looking", 0.0);
    Result<StudiedScene> scene = set_scene(commission.photo, settled(commission.brief, *hand), workers);
    if (!scene)
        return scene.error();
    commission.brief = scene->brief;
    const Brief& brief = commission.brief;
    temper_colours(scene->reference, *hand, brief.ground.has_value());
    scene->study.structure = structure_of(scene->reference.colour);

    const Result<Materials> materials = gather_materials(*hand, &scene->reference);
    if (!materials)
        return materials.error();
    if (const Status possible = check_last_touches(*scene, *materials); !possible)
        return possible.error();
    Result<Safekeeping> safe = begin_painting(commission, *scene, *materials);
    if (!safe)
        return safe.error();

    const Result<Planned> planned =
        plan_kept({scene->reference, scene->study, brief, *materials}, PlanState{}, workers, observer, *safe);
    if (!planned)
        return planned.error();
    Result<Painted> painted = finish_painting(*planned, brief, commission.picture, workers, observer, *safe);
    if (painted)
        painted->warnings = scene->warnings;
    return painted;
}

}  // namespace allaprima
