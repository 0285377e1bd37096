#include "retouching/places_meant.h"

#include <algorithm>

#include "composing/compose.h"
#include "model/region_words.h"
#include "seeing/region_map.h"

namespace allaprima {
namespace {

/// Room around what is seen, shares of its width and height on each side.
constexpr float kAroundX = 0.2f, kAroundY = 0.3f;

ShareRect with_room(const ShareRect& box) {
    const float x0 = std::max(0.0f, box.x - kAroundX * box.width),
                y0 = std::max(0.0f, box.y - kAroundY * box.height),
                x1 = std::min(1.0f, box.x + (1.0f + kAroundX) * box.width),
                y1 = std::min(1.0f, box.y + (1.0f + kAroundY) * box.height);
    return {x0, y0, x1 - x0, y1 - y0};
}

/// What of a face is meant.
Boxes part_of_face(const Region& region, const Face& face) {
    Boxes place;
    if (region.kind == Region::Kind::Eyes)
        place = face.eyes;
    else if (region.kind != Region::Kind::Mouth)
        place = {face.box};
    else if (face.mouth)
        place = {*face.mouth};
    for (ShareRect& box : place)
        box = with_room(box);
    return place;
}

bool is_in_picture(const ShareRect& box) {
    return box.x < 1.0f && box.y < 1.0f && box.width > 0.0f && box.height > 0.0f;
}

std::vector<Boxes> seen_places(const Region& region, const PaintingStart& start) {
    std::vector<Boxes> places;
    for (size_t i = 0; i < start.faces.size(); ++i)
        if (is_meant(region, start.faces[i], i))
            places.push_back(part_of_face(region, start.faces[i]));
    for (const Sighting& sighting : start.others)
        if (is_meant(region, sighting))
            places.push_back({with_room(sighting.box)});
    for (Boxes& place : places)
        std::erase_if(place, [](const ShareRect& box) { return !is_in_picture(box); });
    std::erase_if(places, [](const Boxes& place) { return place.empty(); });
    return places;
}

}  // namespace

Result<Region> box_in_shares(const Region& region, const PaintingStart& start) {
    const Brief& brief = start.brief;
    if (region.in_pixels && (asks_for_composing(brief) || brief.output.fill))
        return Error{
            "a box in pixels of the photograph tells nothing of a picture that was composed or cropped: give "
            "it in shares or in per cent of the picture",
            true};
    return in_shares(region, start.photo_size, {0.0f, 0.0f, 1.0f, 1.0f});
}

Result<Region> region_said(const std::string& text) {
    if (const std::optional<Region> word = region_of_word(text))
        return *word;
    if (const std::optional<Region> box = box_region(text))
        return *box;
    if (can_be_given(text))
        return Region{.kind = Region::Kind::Named, .name = text};
    return Error{"'" + text +
                     "' is no place: name what was seen (face, eyes 2, hand; 'allaprima show' lists it), "
                     "or give " +
                     kBoxRegionInWords,
                 true};
}

Result<std::vector<Boxes>> places_meant(const Region& region, const Painting& painting) {
    if (region.kind == Region::Kind::Box) {
        const Result<Region> placed = box_in_shares(region, painting.start);
        return placed ? Result(std::vector<Boxes>{{placed->box}}) : placed.error();
    }
    if (region.kind == Region::Kind::Everywhere)
        return std::vector<Boxes>{{{0.0f, 0.0f, 1.0f, 1.0f}}};
    std::vector<Boxes> places = seen_places(region, painting.start);
    if (places.empty())
        return Error{words_of(region) +
                         " was not seen in this painting; 'allaprima show' lists what was, and a box such as "
                         "40%,10%,20%,20% can be given instead",
                     true};
    return places;
}

}  // namespace allaprima
