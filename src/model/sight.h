#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "image/image.h"

/// What is seen in a picture, and where; all places in shares of its width and height.

namespace allaprima {

/// A face.
struct Face {
    ShareRect box = {};                ///< From brow to chin and ear to ear.
    float angle = 0.0f;                ///< By which the head leans, degrees clockwise; 0 upright.
    std::vector<ShareRect> eyes = {};  ///< Around each eye that is seen, without the brow.
    std::optional<ShareRect> mouth = {};
    std::vector<ShareRect> irises = {};  ///< Around the iris of each eye, as far as they are known; or none.
    float certainty = 1.0f;              ///< That it is one: 0 to 1.
    float turn = 0.0f;        ///< Of the head: -1 in profile to the left, 0 from the front, 1 to the right.
    float importance = 1.0f;  ///< By size, place and sharpness: 1 the picture's first, less for others.
    int number = 0;           ///< By which it is named: "face 2"; 0: its place in its list, from 1.
    std::string name = {};    ///< That someone gave it; empty: none.

    bool operator==(const Face&) const = default;
};

/// Something else that is seen.
struct Sighting {
    enum class Kind {
        Hand,
        Held,    ///< A thing in a hand.
        Person,  ///< All of one.
        Animal,  ///< That someone has said to be one: none is looked for.
    };
    Kind kind = Kind::Hand;
    ShareRect box = {};
    float certainty = 1.0f;          ///< That it is one: 0 to 1.
    std::vector<Vec2> outline = {};  ///< A polygon around it; empty: as its box has it.
    int number = 0;                  ///< By which it is named: "hand 2"; 0: not named yet.
    std::string name = {};           ///< That someone gave it; empty: none.

    bool operator==(const Sighting&) const = default;
};

/// The word for each kind of sighting, in their order.
inline constexpr std::array kSightingWords{"hand", "held", "person", "animal"};

/// A part of an arm or a leg, as a line.
struct Bone {
    Vec2 from, to;

    bool operator==(const Bone&) const = default;
};

/// All that is seen in a picture.
struct Sights {
    std::vector<Face> faces = {};  ///< The most important first.
    std::vector<Sighting> others = {};
    std::vector<Bone> bones = {};  ///< Of the people whose pose is sure.
    Image<float> people = {};  ///< How surely a place shows a person, 0 to 1, of any size; empty: unknown.
    bool looked_for_hands = false;  ///< By eyes that know them.
    bool hands_are_seen = false;    ///< By any, and what they hold: there are no others than these.

    bool operator==(const Sights&) const = default;
};

/// "face 2", or the name that it was given.
/// @param place in its list, from 0.
std::string name_of(const Face& face, size_t place);
std::string name_of(const Sighting& sighting);

}  // namespace allaprima
