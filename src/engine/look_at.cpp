#include "engine/look_at.h"

#include <algorithm>

#include "image/filters.h"
#include "seeing/faces.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Whether anything that was asked depends on where the faces or the figure are.
bool figure_matters(const Brief& brief, const Hints& hints) {
    return brief.focus == Focus::Auto || !brief.spatters.empty() || !hints.subject.empty() ||
           !hints.marks.figure.empty() || !hints.marks.background.empty() ||
           std::ranges::any_of(brief.marks, [](const FocusMark& mark) {
               return mark.region.kind == Region::Kind::Face || mark.region.kind == Region::Kind::Subject ||
                      mark.region.kind == Region::Kind::Background;
           });
}

Image<float> figure_of(const Reference& reference, const std::vector<Face>& faces, const Hints& hints) {
    if (!hints.subject.empty())
        return resized(hints.subject, reference.size());
    if (faces.empty() && hints.marks.figure.empty() && hints.marks.background.empty())
        return {};
    return cut_out(reference.colour, faces, hints.marks);
}

}  // namespace

Study look_at(const Reference& reference, const Brief& brief, const Hints& hints) {
    std::vector<Face> faces;
    Image<float> figure;
    if (figure_matters(brief, hints)) {
        faces = find_faces(reference.colour);
        figure = figure_of(reference, faces, hints);
    }
    return study_reference(reference, std::move(faces),
                           {.focus = brief.focus,
                            .marks = brief.marks,
                            .masks = hints.masks,
                            .subject_finish = brief.subject_finish,
                            .background_finish = brief.background_finish},
                           std::move(figure));
}

}  // namespace allaprima
