#include "engine/see_photo.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "image/colour.h"
#include "image/filters.h"
#include "looking/eyes_component.h"
#include "seeing/faces.h"
#include "seeing/hands.h"
#include "seeing/sights.h"

namespace allaprima {
namespace {

/// What the component sees; nothing where it is not installed, or broken.
Sights seen_by_component(const Image<Rgb>& picture, std::vector<std::string>& warnings) {
    if (!find_eyes_component())
        return {};
    Result<Sights> sight = look_with_component(picture);
    if (sight)
        return std::move(sight).value();
    warnings.push_back("the component for seeing was not heard: " + sight.error().message);
    return {};
}

std::vector<Face> seen_by_detector(const Image<Rgb>& picture, Search search,
                                   std::vector<std::string>& warnings) {
    Result<std::vector<Face>> faces = find_faces(picture, search);
    if (faces)
        return std::move(faces).value();
    const std::string warning = "no face or figure was looked for; " + faces.error().message;
    if (std::ranges::find(warnings, warning) == warnings.end())
        warnings.push_back(warning);
    return {};
}

/// What was seen in the picture that was looked at last, before anybody corrected it: trials of one
/// photograph by several hands need not look for its faces again.
struct LastLook {
    std::mutex mutex;
    Image<Rgb> picture;
    std::optional<std::string> component;  ///< Where it is, if it looked.
    std::optional<Sights> sight;
};

Sights look_at(const Image<Rgb>& picture, std::vector<std::string>& warnings) {
    static LastLook last;
    std::optional<std::string> component = find_eyes_component();
    const std::lock_guard hold(last.mutex);
    if (last.sight && component == last.component && picture == last.picture)
        return *last.sight;
    const size_t said = warnings.size();
    Sights sight = seen_by_component(picture, warnings);
    const Search search = sight.looked_for_hands ? Search::Usual : Search::Thorough;
    sight.faces =
        merged_faces(std::move(sight.faces), seen_by_detector(picture, search, warnings), sight.people);
    rank_faces(picture, sight.faces);
    number_all(sight);
    if (warnings.size() == said) {
        last.picture = picture;
        last.component = std::move(component);
        last.sight = sight;
    }
    return sight;
}

}  // namespace

Sights see_photo(const Photo& photo, const Brief& brief, std::vector<std::string>& warnings) {
    const Image<Rgb> picture =
        screen_srgb(resized(photo.colour, no_longer_than(kLookedAtLongSide, photo.size())));
    Sights sight = look_at(picture, warnings);
    correct(picture, brief.corrections, {Region::Kind::Face, Region::Kind::Person, Region::Kind::Animal},
            sight, warnings);
    return sight;
}

void see_hands(const Image<Rgb>& picture, const Image<float>& figure, const Brief& brief, Sights& sight,
               std::vector<std::string>& warnings) {
    const auto add = [&](std::vector<Sighting> more) {
        sight.others.insert(sight.others.end(), std::make_move_iterator(more.begin()),
                            std::make_move_iterator(more.end()));
        number_all(sight);
    };
    if (!sight.looked_for_hands)
        add(find_hands(picture, sight.faces, figure));
    correct(picture, brief.corrections, {Region::Kind::Hands}, sight, warnings);
    add(find_held(picture, sight, figure));
    correct(picture, brief.corrections, {Region::Kind::Held}, sight, warnings);
    sight.hands_are_seen = true;
}

}  // namespace allaprima
