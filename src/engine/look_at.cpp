#include "engine/look_at.h"

#include <algorithm>
#include <utility>

#include "image/filters.h"
#include "model/region_words.h"
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
               return is_of_face(mark.region.kind) || mark.region.kind == Region::Kind::Hands ||
                      mark.region.kind == Region::Kind::Subject ||
                      mark.region.kind == Region::Kind::Background;
           });
}

/// Whether something was asked of a face or a figure that only the module can find.
bool figure_is_named(const Brief& brief, const Hints& hints) {
    const bool given = !hints.subject.empty();
    const auto named = [&](const Region& region) {
        return is_of_face(region.kind) || region.kind == Region::Kind::Hands ||
               (!given && (region.kind == Region::Kind::Subject || region.kind == Region::Kind::Background));
    };
    return (!given && !(hints.marks.figure.empty() && hints.marks.background.empty())) ||
           std::ranges::any_of(brief.marks, [&](const FocusMark& mark) { return named(mark.region); }) ||
           std::ranges::any_of(brief.spatters, [&](const Spatter& spatter) {
               return named(spatter.region) || (spatter.under && !given);
           });
}

/// Whether what is to be in focus was found.
Status check_found(const Brief& brief, const std::vector<Face>& faces) {
    for (const FocusMark& mark : brief.marks) {
        const Region& region = mark.region;
        if (!is_of_face(region.kind) || static_cast<size_t>(std::max(region.face, 1)) <= faces.size())
            continue;
        const std::string number = region.face > 0 ? " " + std::to_string(region.face) : "";
        return Error{
            "focus-on " + word_of(region.kind) + number + ": " + std::to_string(faces.size()) +
                (faces.size() == 1 ? " face was" : " faces were") +
                " found; 'allaprima study' shows them, and a box such as 40%,10%,20%,20% can be given "
                "instead",
            true};
    }
    return Done{};
}

Result<Image<float>> figure_of(const Image<Rgb>& seen, const std::vector<Face>& faces, const Hints& hints) {
    if (!hints.subject.empty())
        return resized(hints.subject, seen.size());
    if (faces.empty() && hints.marks.figure.empty() && hints.marks.background.empty())
        return Image<float>();
    return cut_out(seen, faces, hints.marks);
}

/// The masks at the reference's size. They were read at it, unless no subject was found to compose with.
std::vector<Image<float>> brought_to(Size size, std::vector<Image<float>> masks) {
    for (Image<float>& mask : masks)
        if (mask.size() != size)
            mask = resized(mask, size);
    return masks;
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

Result<Study> look_at(const Reference& reference, const Image<Rgb>* untempered, const Brief& brief,
                      const Hints& hints, std::vector<std::string>& warnings) {
    if (figure_is_named(brief, hints))
        if (const Result<const FacesModule*> module = faces_module(); !module)
            return module.error();
    const Image<Rgb>& seen = untempered ? *untempered : reference.colour;
    std::vector<Face> faces;
    Image<float> figure;
    if (figure_matters(brief, hints)) {
        faces = faces_or_warning(seen, warnings);
        Result<Image<float>> found = figure_of(seen, faces, hints);
        if (!found)
            return found.error();
        figure = std::move(found).value();
    }
    if (const Status found = check_found(brief, faces); !found)
        return found.error();
    return study_reference(reference, std::move(faces),
                           {.focus = brief.focus,
                            .marks = brief.marks,
                            .masks = brought_to(seen.size(), hints.masks),
                            .subject_finish = brief.subject_finish,
                            .background_finish = brief.background_finish},
                           std::move(figure), &seen);
}

}  // namespace allaprima
