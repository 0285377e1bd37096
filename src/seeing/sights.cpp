#include "seeing/sights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "image/filters.h"
#include "model/region_words.h"
#include "seeing/face_features.h"
#include "seeing/shape_map.h"

namespace allaprima {
namespace {

/// Of a face's box that is in a mask of people, in the mean, where someone is.
constexpr float kSomebody = 0.15f;
/// What is the same face: its middle within so many sides of the larger one.
constexpr float kSameFace = 0.45f;
/// The least that any face counts, beside the first.
constexpr float kLeastImportance = 0.35f;
/// Each face counts so many times what it would as the one before it.
constexpr float kNextFace = 0.95f;

bool same_place(const ShareRect& a, const ShareRect& b) {
    const Vec2 off = middle_of(a) - middle_of(b);
    return std::fabs(off.x) < kSameFace * std::max(a.width, b.width) &&
           std::fabs(off.y) < kSameFace * std::max(a.height, b.height);
}

bool shows_somebody(const ShareRect& box, const Image<float>& people) {
    const auto pixel = [](float share, int side) {
        return std::clamp(static_cast<int>(share * static_cast<float>(side)), 0, side - 1);
    };
    const int x1 = pixel(box.x + box.width, people.width()), y1 = pixel(box.y + box.height, people.height());
    double sum = 0.0, count = 0.0;
    for (int y = pixel(box.y, people.height()); y <= y1; ++y)
        for (int x = pixel(box.x, people.width()); x <= x1; ++x, count += 1.0)
            sum += people.at(x, y);
    return sum >= static_cast<double>(kSomebody) * count;
}

void take_over(const Face& other, Face& face) {
    if (face.eyes.empty())
        face.eyes = other.eyes;
    if (!face.mouth)
        face.mouth = other.mouth;
    if (face.irises.empty())
        face.irises = other.irises;
    face.certainty = std::max(face.certainty, other.certainty);
}

/// The energy of fine detail in a face's box, over its contrast.
float sharpness_of(const Image<float>& luma, const ShareRect& box) {
    const auto pixel = [](float share, int side) {
        return std::clamp(static_cast<int>(share * static_cast<float>(side)), 1, std::max(1, side - 2));
    };
    double fine = 0.0, coarse = 1e-6;
    const int x1 = pixel(box.x + box.width, luma.width()), y1 = pixel(box.y + box.height, luma.height());
    for (int y = pixel(box.y, luma.height()); y + 1 < std::min(y1, luma.height()); ++y)
        for (int x = pixel(box.x, luma.width()); x + 1 < std::min(x1, luma.width()); ++x) {
            const float here = luma.at(x, y), right = luma.at(x + 1, y), down = luma.at(x, y + 1);
            const float bend = 4.0f * here - luma.at(x - 1, y) - right - luma.at(x, y - 1) - down;
            fine += std::fabs(bend);
            coarse += std::fabs(right - here) + std::fabs(down - here);
        }
    return static_cast<float>(fine / coarse);
}

float worth_of(const Image<float>& luma, const Face& face) {
    const auto width = static_cast<float>(luma.width()), height = static_cast<float>(luma.height());
    const float side = std::sqrt(face.box.width * width * face.box.height * height);
    const Vec2 middle = middle_of(face.box);
    const float off = std::hypot(middle.x - 0.5f, 0.7f * (middle.y - 0.4f));
    const float central = 1.0f - 0.4f * std::min(1.0f, off / 0.6f);
    return side * central * (0.7f + 0.3f * std::min(1.0f, sharpness_of(luma, face.box)));
}

template <typename Thing>
Thing* numbered(std::vector<Thing>& things, int number, auto belongs) {
    const auto found = std::ranges::find_if(
        things, [&](const Thing& thing) { return thing.number == number && belongs(thing); });
    return found == things.end() ? nullptr : &*found;
}

template <typename Thing>
int next_number(const std::vector<Thing>& things, auto belongs) {
    int highest = 0;
    for (const Thing& thing : things)
        if (belongs(thing))
            highest = std::max(highest, thing.number);
    return std::min(highest + 1, kMostNumbered);
}

/// @param moved makes what follows from its box anew.
template <typename Thing>
bool correct_one(const Correction& correction, int number, Thing added, std::vector<Thing>& things,
                 auto belongs, auto moved) {
    Thing* thing = nullptr;
    if (number == 0) {
        added.number = next_number(things, belongs);
        thing = &things.emplace_back(std::move(added));
    } else {
        thing = numbered(things, number, belongs);
    }
    if (!thing)
        return false;
    if (correction.off) {
        things.erase(things.begin() + (thing - things.data()));
        return true;
    }
    if (correction.box.width > 0.0f) {
        thing->box = correction.box;
        thing->certainty = 1.0f;
        moved(*thing);
    }
    if (!correction.name.empty())
        thing->name = correction.name;
    return true;
}

Sighting::Kind kind_of(Region::Kind kind) {
    return kind == Region::Kind::Hands    ? Sighting::Kind::Hand
           : kind == Region::Kind::Held   ? Sighting::Kind::Held
           : kind == Region::Kind::Person ? Sighting::Kind::Person
                                          : Sighting::Kind::Animal;
}

}  // namespace

std::vector<Face> merged_faces(std::vector<Face> faces, const std::vector<Face>& more,
                               const Image<float>& people) {
    const size_t first = faces.size();
    for (const Face& other : more) {
        const auto same = std::find_if(faces.begin(), faces.begin() + static_cast<std::ptrdiff_t>(first),
                                       [&](const Face& face) { return same_place(face.box, other.box); });
        if (same != faces.begin() + static_cast<std::ptrdiff_t>(first))
            take_over(other, *same);
        else if (people.empty() || shows_somebody(other.box, people))
            faces.push_back(other);
    }
    return faces;
}

void rank_faces(const Image<Rgb>& picture, std::vector<Face>& faces) {
    const Image<float> luma = luma_of(picture);
    std::vector<std::pair<float, Face>> ranked;
    ranked.reserve(faces.size());
    for (Face& face : faces)
        ranked.emplace_back(worth_of(luma, face), std::move(face));
    std::ranges::stable_sort(ranked, [](const auto& a, const auto& b) { return a.first > b.first; });
    faces.clear();
    float place = 1.0f;
    for (auto& [worth, face] : ranked) {
        face.importance = std::max(kLeastImportance, place * std::sqrt(worth / ranked.front().first));
        place *= kNextFace;
        faces.push_back(std::move(face));
    }
}

void number_all(Sights& sight) {
    int next = 1;
    for (Face& face : sight.faces) {
        face.number = face.number > 0 ? face.number : std::min(next, kMostNumbered);
        next = face.number + 1;
    }
    std::array<int, kSightingWords.size()> last{};
    for (Sighting& sighting : sight.others) {
        int& number = last.at(static_cast<size_t>(sighting.kind));
        sighting.number = sighting.number > 0 ? sighting.number : std::min(number + 1, kMostNumbered);
        number = sighting.number;
    }
}

void correct(const Image<Rgb>& picture, const std::vector<Correction>& corrections,
             const std::vector<Region::Kind>& kinds, Sights& sight, std::vector<std::string>& warnings) {
    for (const Correction& correction : corrections) {
        const std::optional<Region> thing = seen_thing(correction.what);
        if (!thing || std::ranges::find(kinds, thing->kind) == kinds.end())
            continue;
        const Sighting::Kind kind = kind_of(thing->kind);
        const bool done =
            thing->kind == Region::Kind::Face
                ? correct_one(
                      correction, thing->number, Face{}, sight.faces, [](const Face&) { return true; },
                      [&](Face& face) {
                          face.eyes.clear();
                          face.irises.clear();
                          face.mouth.reset();
                          face = with_features(picture, face);
                      })
                : correct_one(
                      correction, thing->number, Sighting{.kind = kind}, sight.others,
                      [&](const Sighting& other) { return other.kind == kind; },
                      [](Sighting& moved) { moved.outline.clear(); });
        if (!done)
            warnings.push_back("see " + correction.what +
                               ": there is none; 'allaprima study' lists what is seen");
    }
}

}  // namespace allaprima
