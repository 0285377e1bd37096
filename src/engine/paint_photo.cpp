// The whole of it on one screen: Photo + Brief → Reference → Study → Plan → Picture.

#include "engine/paint_photo.h"

#include "composing/make_reference.h"
#include "composing/temper_colours.h"
#include "engine/begin_painting.h"
#include "engine/finish_painting.h"
#include "engine/gather_materials.h"
#include "engine/look_at.h"
#include "io/read_photo.h"
#include "model/brief_settings.h"
#include "planning/plan_painting.h"

namespace allaprima {

Result<Painted> paint_photo(Commission commission, const Workers& workers, Observer& observer) {
    if (const Status possible = check_commission(commission); !possible)
        return possible.error();
    const Result<Hand> hand = choose_hand(commission.brief);
    if (!hand)
        return hand.error();
    commission.brief = settled(commission.brief, *hand);
    const Brief& brief = commission.brief;

    observer.progress("reading", 0.0);
    const Result<Photo> photo = read_photo(commission.photo, ReadLimits{}, reading_long_side(brief));
    if (!photo)
        return photo.error();

    observer.progress("looking", 0.0);
<<<<<<< HEAD
    const Reference reference = make_reference(*photo, brief);
    const Study study = look_at(reference, brief, {});
=======
    Reference reference = make_reference(*photo, brief);
    std::vector<Face> faces;
    if (brief.focus == Focus::Auto)
        faces = find_faces(reference.colour);
>>>>>>> hands

    temper_colours(reference, *hand, brief.ground.has_value());

    const Result<Materials> materials = gather_materials(*hand, &reference);
    if (!materials)
        return materials.error();
    Result<Safekeeping> safe = begin_painting(commission, *photo, reference, study.faces, *materials);
    if (!safe)
        return safe.error();

    const Planned planned =
        plan_kept({reference, study, brief, *materials}, PlanState{}, workers, observer, *safe);
    return finish_painting(planned, brief, commission.picture, workers, observer, *safe);
}

}  // namespace allaprima
