#include "engine/look_at.h"

#include <algorithm>
#include <utility>

#include "engine/see_photo.h"
#include "image/filters.h"
#include "model/region_words.h"
#include "seeing/faces_module.h"
#include "seeing/figure_doubt.h"
#include "seeing/region_map.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// Whether something was asked of a face or a figure that only the module can find.
bool figure_is_named(const Brief& brief, const Hints& hints) {
    const bool given = !hints.subject.empty();
    const auto named = [&](const Region& region) {
        return is_numbered(region.kind) ||
               (!given && (region.kind == Region::Kind::Subject || region.kind == Region::Kind::Background));
    };
    return (!given && !(hints.marks.figure.empty() && hints.marks.background.empty())) ||
           std::ranges::any_of(brief.marks, [&](const FocusMark& mark) { return named(mark.region); }) ||
           std::ranges::any_of(brief.spatters, [&](const Spatter& spatter) {
               return named(spatter.region) || (spatter.under && !given);
           });
}

/// "1 face was", "2 hands were".
std::string counted(const Region& region, const Sights& sight) {
    const auto kind = [&](const Sighting& other) {
        return is_meant({.kind = region.kind, .name = region.name}, other);
    };
    const auto count = is_of_face(region.kind)
                           ? sight.faces.size()
                           : static_cast<size_t>(std::ranges::count_if(sight.others, kind));
    const char* thing = is_of_face(region.kind)               ? "face"
                        : region.kind == Region::Kind::Hands  ? "hand"
                        : region.kind == Region::Kind::Held   ? "held thing"
                        : region.kind == Region::Kind::Person ? "person"
                        : region.kind == Region::Kind::Animal ? "animal"
                                                              : "such thing";
    return std::to_string(count) + " " + thing + (count == 1 ? " was" : "s were");
}

/// The masks at the reference's size. They were read at it, unless no subject was found to compose with.
std::vector<Image<float>> brought_to(Size size, std::vector<Image<float>> masks) {
    for (Image<float>& mask : masks)
        if (mask.size() != size)
            mask = resized(mask, size);
    return masks;
}

}  // namespace

Status check_found(const Brief& brief, const Sights& sight) {
    for (const FocusMark& mark : brief.marks) {
        const Region& region = mark.region;
        const bool asked = is_of_face(region.kind) || region.kind == Region::Kind::Named ||
                           (is_numbered(region.kind) && region.number > 0);
        if (!asked || is_seen(region, sight))
            continue;
        return Error{
            "focus-on " + words_of(region) + ": " + counted(region, sight) +
                " found; 'allaprima study' shows them, and a box such as 40%,10%,20%,20% can be given "
                "instead",
            true};
    }
    return Done{};
}

FocusWishes focus_wishes(const Brief& brief, std::vector<Image<float>> masks) {
    return {.focus = brief.focus,
            .marks = brief.marks,
            .masks = std::move(masks),
            .subject_finish = brief.subject_finish,
            .background_finish = brief.background_finish};
}

bool sight_matters(const Brief& brief, const Hints& hints) {
    return brief.focus == Focus::Auto || !brief.spatters.empty() || !hints.subject.empty() ||
           !hints.marks.figure.empty() || !hints.marks.background.empty() ||
           std::ranges::any_of(brief.marks, [](const FocusMark& mark) {
               return is_numbered(mark.region.kind) || mark.region.kind == Region::Kind::Named ||
                      mark.region.kind == Region::Kind::Subject ||
                      mark.region.kind == Region::Kind::Background;
           });
}

Result<Image<float>> figure_of(const Image<Rgb>& picture, const Sights& sight, const Marks& marks) {
    const bool marked = !marks.figure.empty() || !marks.background.empty();
    if (!figure_is_seen(sight) && !marked)
        return Image<float>();
    // Where nothing can be cut, people are where they are seen.
    if (!faces_module() && !marked)
        return sight.people.empty() ? Image<float>() : resized(sight.people, picture.size());
    return cut_out(picture, sight, marks);
}

Result<Study> look_at(const Reference& reference, const Image<Rgb>* untempered, const Brief& brief,
                      const Hints& hints, Sights sight, std::vector<std::string>& warnings) {
    if (figure_is_named(brief, hints))
        if (const Result<const FacesModule*> module = faces_module(); !module)
            return module.error();
    const Image<Rgb>& seen = untempered ? *untempered : reference.colour;
    Image<float> figure;
    if (!hints.subject.empty()) {
        figure = resized(hints.subject, seen.size());
    } else if (sight_matters(brief, hints)) {
        Result<Image<float>> found = figure_of(seen, sight, hints.marks);
        if (!found)
            return found.error();
        figure = std::move(found).value();
    }
    if (sight_matters(brief, hints) && !sight.hands_are_seen)
        see_hands(seen, figure, brief, sight, warnings);
    if (const Status found = check_found(brief, sight); !found)
        return found.error();
    std::optional<FigureDoubt> doubt;
    if (!figure.empty() && hints.subject.empty())
        doubt = doubt_of(seen, figure, sight.people);
    Study study =
        study_reference(reference, std::move(sight),
                        focus_wishes(brief, brought_to(seen.size(), hints.masks)), std::move(figure), &seen);
    study.doubt = std::move(doubt);
    return study;
}

}  // namespace allaprima
