#include "seeing/region_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/region_words.h"
#include "seeing/shape_map.h"

namespace allaprima {
namespace {

/// The border of a box or a circle, as a share of the picture's shorter side.
constexpr float kSoftness = 0.01f;
/// By how much the boxes of faces and of their features are too small.
constexpr float kMarkedFace = 1.3f, kMarkedEyes = 1.6f, kMarkedMouth = 1.3f;

/// The share of a pixel that belongs to a figure of hard borders, 0 to 1, from its signed distance inside.
float inside_share(float distance, float softness) {
    return std::clamp(0.5f + distance / softness, 0.0f, 1.0f);
}

float in_face(Region::Kind kind, const Face& face, Vec2 p) {
    if (kind == Region::Kind::Mouth)
        return face.mouth ? bump_about(p, *face.mouth, kMarkedMouth) : 0.0f;
    if (kind == Region::Kind::Face)
        return bump_about(p, face.box, kMarkedFace);
    float eyes = 0.0f;
    for (const ShareRect& eye : face.eyes)
        eyes = std::max(eyes, bump_about(p, eye, kMarkedEyes));
    return eyes;
}

float in_faces(const Region& region, const std::vector<Face>& faces, Vec2 p) {
    const Region::Kind kind = region.kind == Region::Kind::Named ? Region::Kind::Face : region.kind;
    float here = 0.0f;
    for (size_t i = 0; i < faces.size(); ++i)
        if (is_meant(region, faces[i], i))
            here = std::max(here, in_face(kind, faces[i], p));
    return here;
}

/// How far a point lies within a circle or a box, pixels.
float depth_in(const Region& region, Vec2 p, Size size) {
    const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    if (region.kind == Region::Kind::Circle)
        return region.radius * width -
               std::hypot((p.x - region.centre.x) * width, (p.y - region.centre.y) * height);
    const ShareRect& box = region.box;
    return std::min({(p.x - box.x) * width, (p.y - box.y) * height, (box.x + box.width - p.x) * width,
                     (box.y + box.height - p.y) * height});
}

float belongs(const Region& region, const Seen& seen, int x, int y) {
    const float softness =
        std::max(1.0f, kSoftness * static_cast<float>(std::min(seen.size.width, seen.size.height)));
    const auto at = [&](const Image<float>& map, float without) {
        return map.empty() ? without : map.at(x, y);
    };
    const Vec2 p = share_of(x, y, seen.size);
    switch (region.kind) {
        case Region::Kind::Everywhere:
            return 1.0f;
        case Region::Kind::Face:
        case Region::Kind::Eyes:
        case Region::Kind::Mouth:
        case Region::Kind::Named:
            return in_faces(region, seen.faces, p);
        case Region::Kind::Subject:
            return at(seen.figure, 1.0f);
        case Region::Kind::Background:
            return 1.0f - at(seen.figure, 1.0f);
        case Region::Kind::Hands:
        case Region::Kind::Held:
        case Region::Kind::Person:
        case Region::Kind::Animal:
        case Region::Kind::Mask:
            return 0.0f;
        case Region::Kind::Box:
        case Region::Kind::Circle:
            break;
    }
    return inside_share(depth_in(region, p, seen.size), softness);
}

/// Of a person as much as the figure has of them, of other things their shape.
Image<float> place_of(const Sighting& sighting, const Seen& seen) {
    Image<float> shape = shape_of(sighting, seen.size);
    if (sighting.kind == Sighting::Kind::Person && !seen.figure.empty())
        for (size_t i = 0; i < shape.pixels().size(); ++i)
            shape.pixels()[i] = std::min(shape.pixels()[i], seen.figure.pixels()[i]);
    return shape;
}

}  // namespace

bool is_meant(const Region& region, const Face& face, size_t place) {
    if (region.kind == Region::Kind::Named)
        return face.name == region.name;
    return is_of_face(region.kind) &&
           (region.number == 0 ||
            region.number == (face.number > 0 ? face.number : static_cast<int>(place) + 1));
}

bool is_meant(const Region& region, const Sighting& sighting) {
    if (region.kind == Region::Kind::Named)
        return sighting.name == region.name;
    constexpr std::array kKinds{Region::Kind::Hands, Region::Kind::Held, Region::Kind::Person,
                                Region::Kind::Animal};
    return region.kind == kKinds.at(static_cast<size_t>(sighting.kind)) &&
           (region.number == 0 || region.number == sighting.number);
}

bool is_seen(const Region& region, const Sights& sight) {
    for (size_t i = 0; i < sight.faces.size(); ++i)
        if (is_meant(region, sight.faces[i], i))
            return true;
    return std::ranges::any_of(sight.others,
                               [&](const Sighting& sighting) { return is_meant(region, sighting); });
}

Vec2 share_of(int x, int y, Size size) {
    return {(static_cast<float>(x) + 0.5f) / static_cast<float>(size.width),
            (static_cast<float>(y) + 0.5f) / static_cast<float>(size.height)};
}

float bump_about(Vec2 p, const ShareRect& box, float larger) {
    const Vec2 d{(p.x - box.x - 0.5f * box.width) / (0.5f * larger * box.width),
                 (p.y - box.y - 0.5f * box.height) / (0.5f * larger * box.height)};
    const float r2 = dot(d, d);
    return std::exp(-r2 * r2);
}

Image<float> region_map(const Region& region, const Seen& seen) {
    Image<float> map(seen.size);
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x)
            map.at(x, y) = belongs(region, seen, x, y);
    for (const Sighting& sighting : seen.others)
        if (is_meant(region, sighting)) {
            const Image<float> there = place_of(sighting, seen);
            for (size_t i = 0; i < map.pixels().size(); ++i)
                map.pixels()[i] = std::max(map.pixels()[i], there.pixels()[i]);
        }
    return map;
}

}  // namespace allaprima
