#include "engine/look_at.h"

#include <algorithm>
#include <utility>

#include "image/filters.h"
#include "seeing/faces.h"
#include "seeing/faces_module.h"
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

/// Whether something was asked of a face or a figure that only the module can find.
bool figure_is_named(const Brief& brief, const Hints& hints) {
    const bool given = !hints.subject.empty();
    const auto named = [&](const Region& region) {
        return region.kind == Region::Kind::Face ||
               (!given && (region.kind == Region::Kind::Subject || region.kind == Region::Kind::Background));
    };
    return (!given && !(hints.marks.figure.empty() && hints.marks.background.empty())) ||
           std::ranges::any_of(brief.marks, [&](const FocusMark& mark) { return named(mark.region); }) ||
           std::ranges::any_of(brief.spatters, [&](const Spatter& spatter) {
               return named(spatter.region) || (spatter.under && !given);
           });
}

Result<Image<float>> figure_of(const Reference& reference, const std::vector<Face>& faces,
                               const Hints& hints) {
    if (!hints.subject.empty())
        return resized(hints.subject, reference.size());
    if (faces.empty() && hints.marks.figure.empty() && hints.marks.background.empty())
        return Image<float>();
    return cut_out(reference.colour, faces, hints.marks);
}

}  // namespace

std::vector<Face> faces_or_warning(const Image<Rgb>& picture, std::vector<std::string>& warnings) {
    Result<std::vector<Face>> faces = find_faces(picture);
    if (faces)
        return std::move(faces).value();
    const std::string warning = "no face or figure was looked for; " + faces.error().message;
    if (std::ranges::find(warnings, warning) == warnings.end())
        warnings.push_back(warning);
    return {};
}

Result<Study> look_at(const Reference& reference, const Brief& brief, const Hints& hints,
                      std::vector<std::string>& warnings) {
    if (figure_is_named(brief, hints))
        if (const Result<const FacesModule*> module = faces_module(); !module)
            return module.error();
    std::vector<Face> faces;
    Image<float> figure;
    if (figure_matters(brief, hints)) {
        faces = faces_or_warning(reference.colour, warnings);
        Result<Image<float>> found = figure_of(reference, faces, hints);
        if (!found)
            return found.error();
        figure = std::move(found).value();
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
