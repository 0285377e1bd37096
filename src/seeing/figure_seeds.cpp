#include "seeing/figure_seeds.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "image/filters.h"
#include "seeing/saliency.h"
#include "seeing/shape_map.h"

namespace allaprima {
namespace {

/// What place says counts so much of what colour says: guessed from faces, and seen.
constexpr float kGuessedPlace = 0.9f, kSeenPlace = 1.5f;
/// A face of whose box less than this is people was overlooked.
constexpr float kSeenFace = 0.35f;
/// How likely the brow of a face that is this certain is its figure.
constexpr float kSureFace = 0.7f, kBrows = 0.9f;
/// What surely shows people, and what surely does not; and how far from the border of either, in pixels of
/// the picture that is cut: hair and straps stand out.
constexpr float kSurelyPeople = 0.85f, kSurelyNone = 0.07f;
constexpr int kSureReach = 2, kHairReach = 4;
/// How strongly that is held: more than any colour says alone, less than a mark and its patch.
constexpr float kLeaning = 8.0f;
constexpr float kSureHand = 0.6f, kInnerHand = 0.8f;
constexpr float kAroundHand = 1.4f;
/// On either side of a bone, in its lengths.
constexpr float kSureFlesh = 0.05f, kPerhapsFlesh = 0.3f;
/// Beside a head and above it, in the face's sides, figures seldom reach, and colours may say that one does.
constexpr float kFarBeside = 1.9f, kAboveShoulders = 0.6f, kFarAbove = 1.7f, kFarLeaning = 2.5f;
/// Of the picture, people that are surely seen.
constexpr float kLeastPeople = 0.01f;

float smooth_step(float from, float to, float v) {
    const float t = std::clamp((v - from) / (to - from), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

/// How likely a place is in a figure with this face: the place in faces' sides from the face's middle, x
/// right, y down.
float likely_in_figure(Vec2 p) {
    const float head = 1.0f - smooth_step(0.8f, 1.5f, std::hypot(p.x / 0.78f, (p.y + 0.12f) / 0.95f));
    // Neck to shoulders to trunk; a figure seen whole is about seven heads high.
    const float half_width = p.y < 0.9f ? std::lerp(0.35f, 0.55f, std::clamp(p.y / 0.9f, 0.0f, 1.0f))
                                        : std::lerp(0.6f, 1.45f, smooth_step(0.8f, 1.7f, p.y));
    const float beside = 1.0f - smooth_step(0.85f, 1.6f, std::fabs(p.x) / half_width);
    const float low = 1.0f - 0.7f * smooth_step(3.5f, 7.0f, p.y);
    const float trunk = p.y > 0.3f ? beside * low : 0.0f;
    // Arms reach anywhere within two heads of the shoulders: possible, not expected.
    const float arms = 0.25f * (1.0f - smooth_step(1.5f, 3.5f, std::hypot(p.x, p.y - 1.2f)));
    return std::max({head, 0.95f * trunk, arms});
}

/// A point's place in a face's own sides, upright.
Vec2 place_by_face(Vec2 pixel, Size size, const Face& face) {
    const float side = face.box.width * static_cast<float>(size.width);
    const Vec2 centre{(face.box.x + 0.5f * face.box.width) * static_cast<float>(size.width),
                      (face.box.y + 0.5f * face.box.height) * static_cast<float>(size.height)};
    return (pixel - centre) * (1.0f / side);
}

/// Head, shoulders and trunk below each of these faces.
void expect_below(const std::vector<Face>& faces, Image<float>& likely) {
    for (int y = 0; y < likely.height(); ++y)
        for (int x = 0; x < likely.width(); ++x)
            for (const Face& face : faces)
                likely.at(x, y) = std::max(
                    likely.at(x, y),
                    likely_in_figure(place_by_face(
                        {static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f}, likely.size(), face)));
}

/// A face goes on to its crown, also where a picture of people ends at paint on a brow.
void expect_brows(const std::vector<Face>& faces, Image<float>& likely) {
    for (int y = 0; y < likely.height(); ++y)
        for (int x = 0; x < likely.width(); ++x)
            for (const Face& face : faces) {
                const Vec2 p = place_by_face({static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f},
                                             likely.size(), face);
                if (face.certainty > kSureFace &&
                    std::hypot(p.x / 0.42f, p.y / (p.y < 0.0f ? 0.78f : 0.45f)) < 1.0f)
                    likely.at(x, y) = std::max(likely.at(x, y), kBrows);
            }
}

float mean_in(const ShareRect& box, const Image<float>& map) {
    double sum = 0.0, count = 0.0;
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x) {
            const Vec2 p{(static_cast<float>(x) + 0.5f) / static_cast<float>(map.width()),
                         (static_cast<float>(y) + 0.5f) / static_cast<float>(map.height())};
            if (p.x < box.x || p.y < box.y || p.x > box.x + box.width || p.y > box.y + box.height)
                continue;
            sum += map.at(x, y);
            count += 1.0;
        }
    return count > 0.0 ? static_cast<float>(sum / count) : 0.0f;
}

/// The faces that the picture of people has overlooked.
std::vector<Face> overlooked(const std::vector<Face>& faces, const Image<float>& people) {
    std::vector<Face> left;
    for (const Face& face : faces)
        if (mean_in(face.box, people) < kSeenFace)
            left.push_back(face);
    return left;
}

Image<float> expected_figure(const Image<Rgb>& picture, const Sights& sight, const Image<float>& people) {
    if (people.empty() && sight.faces.empty())
        return saliency(picture);
    Image<float> likely = people.empty() ? Image<float>(picture.size()) : people;
    if (!people.empty())
        expect_brows(sight.faces, likely);
    expect_below(people.empty() ? sight.faces : overlooked(sight.faces, people), likely);
    return likely;
}

/// The least, or the greatest, value within so many pixels along both axes.
template <typename Better>
Image<float> extreme_around(const Image<float>& map, int reach, Better better) {
    Image<float> across = map, result = map;
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x)
            for (int d = -reach; d <= reach; ++d)
                across.at(x, y) = better(across.at(x, y), map.at(std::clamp(x + d, 0, map.width() - 1), y));
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x)
            for (int d = -reach; d <= reach; ++d)
                result.at(x, y) =
                    better(result.at(x, y), across.at(x, std::clamp(y + d, 0, map.height() - 1)));
    return result;
}

/// Of the picture of people, what hangs together with a place where there is somebody.
Image<float> only_with(const std::vector<ShareRect>& somebody, const Image<float>& people) {
    Image<float> kept(people.size());
    std::vector<std::pair<int, int>> reached;
    const auto reach = [&](int x, int y) {
        const bool inside = x >= 0 && y >= 0 && x < people.width() && y < people.height();
        if (!inside || kept.at(x, y) > 0.0f || people.at(x, y) < kSurelyNone)
            return;
        kept.at(x, y) = people.at(x, y);
        reached.emplace_back(x, y);
    };
    for (int y = 0; y < people.height(); ++y)
        for (int x = 0; x < people.width(); ++x) {
            const Vec2 p = {(static_cast<float>(x) + 0.5f) / static_cast<float>(people.width()),
                            (static_cast<float>(y) + 0.5f) / static_cast<float>(people.height())};
            if (std::ranges::any_of(somebody, [&](const ShareRect& box) {
                    return p.x >= box.x && p.y >= box.y && p.x <= box.x + box.width &&
                           p.y <= box.y + box.height;
                }))
                reach(x, y);
        }
    size_t next = 0;
    while (next < reached.size()) {
        const auto [x, y] = reached[next++];
        for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}})
            reach(x + dx, y + dy);
    }
    return kept;
}

/// The picture of people without what it takes for one and no other eye does: a blossom, a statue far away.
Image<float> without_strangers(const Sights& sight, const Image<float>& people) {
    std::vector<ShareRect> somebody;
    for (const Face& face : sight.faces)
        somebody.push_back(face.box);
    for (const Sighting& other : sight.others)
        if (other.kind == Sighting::Kind::Person || other.kind == Sighting::Kind::Hand)
            somebody.push_back(other.box);
    return somebody.empty() ? people : only_with(somebody, people);
}

/// The sure parts of the picture of people.
void lean_by_people(const Image<float>& people, Image<float>& leaning) {
    const Image<float> least =
        extreme_around(people, kSureReach, [](float a, float b) { return std::min(a, b); });
    const Image<float> most =
        extreme_around(people, kHairReach, [](float a, float b) { return std::max(a, b); });
    for (size_t i = 0; i < leaning.pixels().size(); ++i)
        if (least.pixels()[i] > kSurelyPeople)
            leaning.pixels()[i] = kLeaning;
        else if (most.pixels()[i] < kSurelyNone)
            leaning.pixels()[i] = -kLeaning;
}

/// Far from every head there is probably background.
void lean_by_distance(const std::vector<Face>& faces, Image<float>& leaning) {
    const auto is_far = [&](Vec2 pixel, const Face& face) {
        const Vec2 p = place_by_face(pixel, leaning.size(), face);
        return p.y < -kFarAbove || (std::fabs(p.x) > kFarBeside && p.y < kAboveShoulders);
    };
    for (int y = 0; y < leaning.height() && !faces.empty(); ++y)
        for (int x = 0; x < leaning.width(); ++x)
            if (std::ranges::all_of(faces, [&](const Face& face) {
                    return is_far({static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f}, face);
                }))
                leaning.at(x, y) = -kFarLeaning;
}

Vec2 pixels_of(Vec2 share, Size size) {
    return {share.x * static_cast<float>(size.width), share.y * static_cast<float>(size.height)};
}

/// Along a bone is flesh; around it may be some.
void lean_by_bone(const Bone& bone, Image<float>& leaning) {
    const Vec2 from = pixels_of(bone.from, leaning.size()), to = pixels_of(bone.to, leaning.size());
    const Vec2 way = to - from;
    const float long_by = length(way);
    if (long_by < 1.0f)
        return;
    const float sure = std::max(0.75f, kSureFlesh * long_by), perhaps = kPerhapsFlesh * long_by;
    for (int y = 0; y < leaning.height(); ++y)
        for (int x = 0; x < leaning.width(); ++x) {
            const Vec2 p{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
            const float along = std::clamp(dot(p - from, way) / (long_by * long_by), 0.0f, 1.0f);
            const float off = length(p - from - way * along);
            if (off < sure)
                leaning.at(x, y) = kLeaning;
            else if (off < perhaps)
                leaning.at(x, y) = std::max(leaning.at(x, y), 0.0f);
        }
}

/// Neither way around what may belong to a hand that the picture of people has not.
void free_around(const Sighting& hand, Image<float>& leaning) {
    const Image<float> near = filled(grown(hand.outline, kAroundHand), leaning.size());
    for (size_t i = 0; i < near.pixels().size(); ++i)
        if (near.pixels()[i] > 0.5f)
            leaning.pixels()[i] = std::max(leaning.pixels()[i], 0.0f);
}

/// The middles of hands and arms.
void lean_by_limbs(const Sights& sight, Image<float>& leaning) {
    const Size size = leaning.size();
    for (const Sighting& hand : sight.others) {
        if (hand.kind != Sighting::Kind::Hand || hand.certainty < kSureHand || hand.outline.size() < 3)
            continue;
        free_around(hand, leaning);
        const Image<float> inner = filled(grown(hand.outline, kInnerHand), size);
        for (size_t i = 0; i < inner.pixels().size(); ++i)
            if (inner.pixels()[i] > 0.5f)
                leaning.pixels()[i] = kLeaning;
    }
    for (const Bone& bone : sight.bones)
        lean_by_bone(bone, leaning);
}

/// Where a face is, and no hair is before it, is the figure.
void mark_faces(const std::vector<Face>& faces, Image<Certain>& certain) {
    const Size size = certain.size();
    for (const Face& face : faces)
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                const Vec2 p =
                    place_by_face({static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f}, size, face);
                if (std::hypot(p.x / 0.36f, (p.y - 0.02f) / 0.42f) < 1.0f)
                    certain.at(x, y) = Certain::Figure;
            }
}

void lay_mark(const Image<float>& mark, Certain what, Image<Certain>& marks) {
    if (mark.empty())
        return;
    const Image<float> there = resized(mark, marks.size());
    for (size_t i = 0; i < there.pixels().size(); ++i)
        if (there.pixels()[i] > 0.3f)
            marks.pixels()[i] = what;
}

Image<Certain> certain_places(const Image<Lab>& picture, const std::vector<Face>& faces, const Marks& marks) {
    Image<Certain> certain(picture.size(), Certain::No), marked = certain;
    mark_faces(faces, certain);
    lay_mark(marks.figure, Certain::Figure, marked);
    lay_mark(marks.background, Certain::Background, marked);
    for (size_t i = 0; i < marked.pixels().size(); ++i)
        if (marked.pixels()[i] != Certain::No)
            certain.pixels()[i] = marked.pixels()[i];
    spread_marks(picture, marked, certain);
    return certain;
}

}  // namespace

FigureSeeds figure_seeds(const Image<Rgb>& picture, const Image<Lab>& lab, const Sights& sight,
                         const Marks& marks) {
    const Image<float> people = sight.people.empty()
                                    ? Image<float>()
                                    : without_strangers(sight, resized(sight.people, picture.size()));
    FigureSeeds seeds{.expected = expected_figure(picture, sight, people),
                      .place_weight = people.empty() ? kGuessedPlace : kSeenPlace,
                      .leaning = Image<float>(picture.size()),
                      .certain = certain_places(lab, sight.faces, marks)};
    if (people.empty())
        lean_by_distance(sight.faces, seeds.leaning);
    if (!people.empty()) {
        // What a face that was overlooked leads to expect is not surely none.
        lean_by_people(seeds.expected, seeds.leaning);
        lean_by_limbs(sight, seeds.leaning);
    }
    return seeds;
}

bool figure_is_seen(const Sights& sight) {
    if (!sight.faces.empty())
        return true;
    const auto sure = static_cast<float>(
        std::ranges::count_if(sight.people.pixels(), [](float share) { return share > kSurelyPeople; }));
    return !sight.people.empty() && sure >= kLeastPeople * static_cast<float>(sight.people.size().area());
}

}  // namespace allaprima
