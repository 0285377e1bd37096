#include "looking/eyes_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/one_line.h"
#include "seeing/shape_map.h"

namespace allaprima {
namespace {

using Json = nlohmann::json;

/// How far beside the picture a place may be.
constexpr double kLeastShare = -0.5, kMostShare = 1.5;
constexpr int kVersion = 1;
constexpr size_t kMostCorners = 64;
constexpr int kLargestMask = 1024;
/// A hand's outline runs through its joints; flesh is around them.
constexpr float kFlesh = 1.25f;
/// A pose below this gives no bones, nor a joint that is less sure to be seen.
constexpr double kSurePose = 0.7, kSeenJoint = 0.6;
/// Arms, from the shoulder on.
constexpr std::array kBones{std::pair{"left_shoulder", "left_elbow"}, std::pair{"left_elbow", "left_wrist"},
                            std::pair{"right_shoulder", "right_elbow"},
                            std::pair{"right_elbow", "right_wrist"}};

/// Takes values out of an answer. The first fault sticks; what is read after it means nothing.
class AnswerReader {
  public:
    const std::string& fault() const { return fault_; }

    void refuse(const std::string& what) {
        if (fault_.empty())
            fault_ = what;
    }
    double number(const Json& value, double low, double high) {
        const double given = value.is_number() ? value.get<double>() : std::nan("");
        if (!(given >= low && given <= high)) {
            refuse(fmt::format("a number is not between {} and {}", low, high));
            return low;
        }
        return given;
    }
    float share(const Json& value) { return static_cast<float>(number(value, kLeastShare, kMostShare)); }
    float size(const Json& value) { return static_cast<float>(number(value, 0.0, kMostShare - kLeastShare)); }

    /// A list of at most so many; an empty one where the member is missing.
    const Json& list(const Json& object, const char* name, size_t most) {
        static const Json kNone = Json::array();
        const Json& found = member(object, name);
        if (found.is_null())
            return kNone;
        if (!found.is_array() || found.size() > most) {
            refuse(fmt::format("{} is no list of at most {}", name, most));
            return kNone;
        }
        return found;
    }
    /// Null where it is missing.
    const Json& member(const Json& object, const char* name) {
        static const Json kNull;
        if (!object.is_object()) {
            refuse("something is no object");
            return kNull;
        }
        const auto found = object.find(name);
        return found == object.end() ? kNull : *found;
    }
    double number_in(const Json& object, const char* name, double low, double high, double standard) {
        const Json& found = member(object, name);
        return found.is_null() ? standard : number(found, low, high);
    }
    bool is_list_of(const Json& value, size_t least) {
        if (!value.is_array() || value.size() < least)
            refuse("a place is not told by its numbers");
        return value.is_array() && value.size() >= least;
    }
    ShareRect box(const Json& value) {
        if (!is_list_of(value, 4))
            return {};
        return {share(value[0]), share(value[1]), size(value[2]), size(value[3])};
    }
    Vec2 point(const Json& value) {
        return is_list_of(value, 2) ? Vec2{share(value[0]), share(value[1])} : Vec2{};
    }

  private:
    std::string fault_;
};

bool is_empty(const ShareRect& box) {
    return !(box.width > 0.0f && box.height > 0.0f);
}

/// @param shape the picture's width over its height, by which a circle's width and height differ in shares.
ShareRect around_circle(AnswerReader& reader, const Json& circle, float shape) {
    if (!reader.is_list_of(circle, 3))
        return {};
    const Vec2 centre = reader.point(circle);
    const float across = reader.size(circle[2]), down = across * shape;
    return {centre.x - across, centre.y - down, 2.0f * across, 2.0f * down};
}

Face face_of(AnswerReader& reader, const Json& told, float shape) {
    Face face{.box = reader.box(reader.member(told, "box"))};
    face.certainty = static_cast<float>(reader.number_in(told, "score", 0.0, 1.0, 0.5));
    face.angle = static_cast<float>(reader.number_in(told, "angle", -180.0, 180.0, 0.0));
    face.turn = static_cast<float>(reader.number_in(told, "turn", -1.0, 1.0, 0.0));
    for (const Json& eye : reader.list(told, "eyes", 2))
        face.eyes.push_back(reader.box(eye));
    for (const Json& iris : reader.list(told, "irises", 2))
        face.irises.push_back(around_circle(reader, iris, shape));
    for (std::vector<ShareRect>* boxes : {&face.eyes, &face.irises})
        std::erase_if(*boxes, is_empty);
    if (const Json& mouth = reader.member(told, "mouth"); !mouth.is_null())
        if (const ShareRect box = reader.box(mouth); !is_empty(box))
            face.mouth = box;
    return face;
}

Sighting sighting_of(AnswerReader& reader, const Json& told, Sighting::Kind kind) {
    Sighting sighting{.kind = kind, .box = reader.box(reader.member(told, "box"))};
    sighting.certainty = static_cast<float>(reader.number_in(told, "score", 0.0, 1.0, 0.5));
    return sighting;
}

/// A joint that is surely seen.
std::optional<Vec2> joint_of(AnswerReader& reader, const Json& joints, const char* name) {
    const Json& joint = reader.member(joints, name);
    if (joint.is_null() || !reader.is_list_of(joint, 3))
        return std::nullopt;
    const Vec2 place = reader.point(joint);
    return reader.number(joint[2], 0.0, 1.0) >= kSeenJoint ? std::optional(place) : std::nullopt;
}

/// From the nearest elbow of a hand's own person to its wrist: hands are surer than the poses that lead to
/// them.
void add_forearm(AnswerReader& reader, const Json& told, const Json& people, std::vector<Bone>& bones) {
    const auto person = static_cast<long>(reader.number_in(told, "person", -1.0, kMostAnsweredPeople, -1.0));
    const Json& outline = reader.list(told, "outline", kMostCorners);
    if (person < 0 || static_cast<size_t>(person) >= people.size() || outline.empty())
        return;
    const Vec2 wrist = reader.point(outline[0]);
    const Json& joints = reader.member(people[static_cast<size_t>(person)], "joints");
    std::optional<Bone> nearest;
    for (const char* name : {"left_elbow", "right_elbow"}) {
        const std::optional<Vec2> elbow = joints.is_null() ? std::nullopt : joint_of(reader, joints, name);
        if (elbow && (!nearest || length(*elbow - wrist) < length(nearest->from - wrist)))
            nearest = Bone{*elbow, wrist};
    }
    if (nearest)
        bones.push_back(*nearest);
}

Sighting hand_of(AnswerReader& reader, const Json& told) {
    Sighting hand = sighting_of(reader, told, Sighting::Kind::Hand);
    std::vector<Vec2> joints;
    for (const Json& joint : reader.list(told, "outline", kMostCorners))
        joints.push_back(reader.point(joint));
    hand.outline = grown(hull_of(std::move(joints)), kFlesh);
    if (hand.outline.size() < 3)
        hand.outline.clear();
    else
        hand.box = box_around(hand.outline);
    return hand;
}

void add_bones(AnswerReader& reader, const Json& person, std::vector<Bone>& bones) {
    const Json& joints = reader.member(person, "joints");
    if (joints.is_null())
        return;
    for (const auto& [from, to] : kBones) {
        const std::optional<Vec2> start = joint_of(reader, joints, from), end = joint_of(reader, joints, to);
        if (start && end)
            bones.push_back({*start, *end});
    }
}

void add_hand(AnswerReader& reader, const Json& told, const Json& people, Sights& sight) {
    sight.others.push_back(hand_of(reader, told));
    add_forearm(reader, told, people, sight.bones);
}

/// The value of a sign of base64 (RFC 4648); -1 of none.
int value_of_sign(char sign) {
    constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const size_t found = kSigns.find(sign);
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

/// The bytes that base64 spells; what is spelt wrong is shorter.
std::vector<unsigned char> bytes_of_base64(std::string_view text) {
    std::vector<unsigned char> bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    unsigned bits = 0;
    int held = 0;
    for (const char sign : text) {
        const int value = value_of_sign(sign);
        if (value < 0)
            break;
        bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFU;
        held += 6;
        if (held < 8)
            continue;
        held -= 8;
        bytes.push_back(static_cast<unsigned char>(bits >> held & 0xFFU));
    }
    return bytes;
}

Image<float> mask_of(AnswerReader& reader, const Json& told) {
    if (told.is_null())
        return {};
    const auto side = [&](const char* name) {
        return static_cast<int>(reader.number(reader.member(told, name), 1.0, kLargestMask));
    };
    const Size size{side("width"), side("height")};
    const Json& grey = reader.member(told, "grey");
    if (!reader.fault().empty() || !grey.is_string()) {
        reader.refuse("the mask has no grey");
        return {};
    }
    const std::vector<unsigned char> bytes = bytes_of_base64(grey.get_ref<const std::string&>());
    if (bytes.size() != static_cast<size_t>(size.area())) {
        reader.refuse("the mask is not of its size");
        return {};
    }
    Image<float> mask(size);
    std::ranges::transform(bytes, mask.pixels().begin(),
                           [](unsigned char share) { return static_cast<float>(share) / 255.0f; });
    return mask;
}

Sights read_sight(AnswerReader& reader, const Json& answer, float shape) {
    Sights sight;
    for (const Json& told : reader.list(answer, "faces", kMostAnsweredFaces))
        sight.faces.push_back(face_of(reader, told, shape));
    for (const Json& told : reader.list(answer, "people", kMostAnsweredPeople)) {
        sight.others.push_back(sighting_of(reader, told, Sighting::Kind::Person));
        if (sight.others.back().certainty >= kSurePose)
            add_bones(reader, told, sight.bones);
    }
    for (const Json& told : reader.list(answer, "hands", kMostAnsweredHands))
        add_hand(reader, told, reader.list(answer, "people", kMostAnsweredPeople), sight);
    sight.looked_for_hands = reader.member(answer, "hands").is_array();
    sight.people = mask_of(reader, reader.member(answer, "mask"));
    // What has no size is not there.
    std::erase_if(sight.faces, [](const Face& face) { return is_empty(face.box); });
    std::erase_if(sight.others, [](const Sighting& sighting) { return is_empty(sighting.box); });
    return sight;
}

}  // namespace

Result<Sights> sight_of_answer(std::string_view json, Size picture) {
    const Json answer = Json::parse(json, nullptr, false);
    if (!answer.is_object())
        return Error{"it gives no answer in JSON"};
    AnswerReader reader;
    if (const Json& error = reader.member(answer, "error"); !error.is_null())
        return Error{
            one_line(error.is_string() ? error.get<std::string>() : "it does not say why it failed")};
    if (reader.member(answer, "version") != kVersion)
        return Error{"its answer is of another version than this program knows"};
    Sights sight =
        read_sight(reader, answer, static_cast<float>(picture.width) / static_cast<float>(picture.height));
    if (!reader.fault().empty())
        return Error{"its answer cannot be right: " + reader.fault()};
    return sight;
}

}  // namespace allaprima
