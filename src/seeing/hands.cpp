#include "seeing/hands.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "image/cie.h"
#include "image/filters.h"
#include "seeing/shape_map.h"

namespace allaprima {
namespace {

constexpr int kHandsLongSide = 256;
/// How far from the face's mean colour skin may be, in standard deviations; shadow counts less than hue.
constexpr float kMostDeviations = 2.2f;
constexpr float kLightnessSpread = 18.0f, kLeastHueSpread = 4.0f;
/// Of a hand, in areas of the face's box.
constexpr float kSmallestHand = 0.05f, kUsualHand = 0.35f, kLargestHand = 1.6f;
/// In the face's sides: where the shoulders' middle is below the face's, how far a hand comes from there, and
/// how long it is with a little of the wrist.
constexpr float kShoulders = 1.1f, kArmsReach = 5.0f, kHandLength = 1.25f;
/// Skin alone is not sure to be a hand.
constexpr float kSurestBySkin = 0.6f;
/// Around the face, in its sides, where skin is face or neck.
constexpr float kFaceReach = 0.95f, kNeckHalfWidth = 0.75f, kNeckEnd = 1.5f;
constexpr float kOutlineReach = 3.0f;  // pixels
/// A hand touches the figure's outline with at least this share of its pixels.
constexpr float kLeastOutline = 0.1f;

struct SkinColour {
    float lightness = 0.0f, a = 0.0f, b = 0.0f, hue_spread = kLeastHueSpread;

    bool fits(Lab c) const {
        const float l = (c.lightness - lightness) / kLightnessSpread;
        const float h = std::hypot(c.a - a, c.b - b) / hue_spread;
        return l * l * 0.5f + h * h < kMostDeviations * kMostDeviations;
    }
};

Vec2 place_by_face(int x, int y, Size size, const Face& face) {
    const float side = face.box.width * static_cast<float>(size.width);
    return {(static_cast<float>(x) + 0.5f -
             (face.box.x + 0.5f * face.box.width) * static_cast<float>(size.width)) /
                side,
            (static_cast<float>(y) + 0.5f -
             (face.box.y + 0.5f * face.box.height) * static_cast<float>(size.height)) /
                side};
}

/// The skin of cheeks and nose: the middle of the face.
SkinColour skin_of(const Image<Lab>& lab, const Face& face) {
    std::vector<float> l, a, b;
    for (int y = 0; y < lab.height(); ++y)
        for (int x = 0; x < lab.width(); ++x) {
            const Vec2 p = place_by_face(x, y, lab.size(), face);
            if (std::fabs(p.x) > 0.28f || p.y < -0.1f || p.y > 0.18f)
                continue;
            l.push_back(lab.at(x, y).lightness);
            a.push_back(lab.at(x, y).a);
            b.push_back(lab.at(x, y).b);
        }
    if (l.empty())
        return {.hue_spread = 0.1f};
    auto median = [](std::vector<float>& values) {
        std::ranges::nth_element(values, values.begin() + static_cast<long>(values.size() / 2));
        return values[values.size() / 2];
    };
    SkinColour skin{median(l), median(a), median(b)};
    double square = 0.0;
    for (size_t i = 0; i < a.size(); ++i)
        square += (a[i] - skin.a) * (a[i] - skin.a) + (b[i] - skin.b) * (b[i] - skin.b);
    skin.hue_spread = std::clamp(static_cast<float>(std::sqrt(square / static_cast<double>(a.size()))),
                                 kLeastHueSpread, 8.0f);
    return skin;
}

bool of_face_or_neck(Vec2 p) {
    return length(p) < kFaceReach || (std::fabs(p.x) < kNeckHalfWidth && p.y > 0.0f && p.y < kNeckEnd);
}

/// Which pixels of the figure have the skin of a face but are not of one.
Image<unsigned char> bare_skin(const Image<Lab>& lab, const std::vector<Face>& faces,
                               const Image<float>& figure) {
    Image<unsigned char> bare(lab.size(), 0);
    for (const Face& face : faces) {
        const SkinColour skin = skin_of(lab, face);
        for (int y = 0; y < lab.height(); ++y)
            for (int x = 0; x < lab.width(); ++x)
                if (figure.at(x, y) > 0.5f && skin.fits(lab.at(x, y)))
                    bare.at(x, y) = 1;
    }
    for (const Face& face : faces)
        for (int y = 0; y < lab.height(); ++y)
            for (int x = 0; x < lab.width(); ++x)
                if (of_face_or_neck(place_by_face(x, y, lab.size(), face)))
                    bare.at(x, y) = 0;
    return bare;
}

/// Takes one connected piece out of the skin that is left, and gives its pixels.
std::vector<std::pair<int, int>> take_piece(Image<unsigned char>& bare, int x0, int y0) {
    std::vector<std::pair<int, int>> piece{{x0, y0}};
    bare.at(x0, y0) = 0;
    for (size_t k = 0; k < piece.size(); ++k) {
        const auto [x, y] = piece[k];
        for (int ny = std::max(0, y - 1); ny <= std::min(bare.height() - 1, y + 1); ++ny)
            for (int nx = std::max(0, x - 1); nx <= std::min(bare.width() - 1, x + 1); ++nx)
                if (bare.at(nx, ny)) {
                    bare.at(nx, ny) = 0;
                    piece.emplace_back(nx, ny);
                }
    }
    return piece;
}

/// The face that a place belongs to by its distance in that face's sides, and that distance from its
/// shoulders.
struct Owner {
    const Face* face = nullptr;
    float reach = 0.0f;
    float area = 0.0f;  ///< Of the face's box, pixels.
};

Owner owner_of(int x, int y, Size size, const std::vector<Face>& faces) {
    Owner owner;
    for (const Face& face : faces) {
        const float reach = length(place_by_face(x, y, size, face) - Vec2{0.0f, kShoulders});
        if (owner.face && reach >= owner.reach)
            continue;
        owner = {&face, reach, face.box.width * face.box.height * static_cast<float>(size.area())};
    }
    return owner;
}

using Piece = std::vector<std::pair<int, int>>;

/// Of a piece that is longer than a hand, what lies within a hand's length of its end.
Piece end_of(const Piece& piece, Size size, const std::vector<Face>& faces) {
    auto far = piece.front();
    float most = -1.0f;
    for (const auto& [x, y] : piece) {
        const float reach = owner_of(x, y, size, faces).reach;
        if (reach > most) {
            most = reach;
            far = {x, y};
        }
    }
    const float side = std::sqrt(owner_of(far.first, far.second, size, faces).area);
    Piece end;
    for (const auto& [x, y] : piece)
        if (std::hypot(static_cast<float>(x - far.first), static_cast<float>(y - far.second)) <
            kHandLength * side)
            end.emplace_back(x, y);
    return end;
}

std::vector<Vec2> outline_of(const Piece& piece, Size size) {
    std::vector<Vec2> corners;
    for (const auto& [x, y] : piece)
        for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}})
            corners.push_back({static_cast<float>(x + dx) / static_cast<float>(size.width),
                               static_cast<float>(y + dy) / static_cast<float>(size.height)});
    return hull_of(std::move(corners));
}

/// A piece of skin as a hand, if it can be one.
std::optional<Sighting> hand_of(const Piece& whole, const Image<float>& deep,
                                const std::vector<Face>& faces) {
    const Size size = deep.size();
    const Piece piece = end_of(whole, size, faces);
    const auto [x, y] = piece[piece.size() / 2];
    const Owner owner = owner_of(x, y, size, faces);
    const auto area = static_cast<float>(piece.size());
    const auto at_outline = static_cast<float>(std::ranges::count_if(
        piece, [&](const std::pair<int, int>& p) { return deep.at(p.first, p.second) < 0.8f; }));
    if (area < kSmallestHand * owner.area || area > kLargestHand * owner.area ||
        at_outline < kLeastOutline * area || owner.reach > kArmsReach)
        return std::nullopt;
    Sighting hand{.kind = Sighting::Kind::Hand, .outline = outline_of(piece, size)};
    hand.box = box_around(hand.outline);
    const float usual = std::fabs(std::log2(area / (kUsualHand * owner.area)));
    hand.certainty = std::clamp(kSurestBySkin - 0.1f * usual, 0.1f, kSurestBySkin);
    return hand;
}

}  // namespace

std::vector<Sighting> find_hands(const Image<Rgb>& picture, const std::vector<Face>& faces,
                                 const Image<float>& figure) {
    if (faces.empty() || figure.empty())
        return {};
    const Size size = with_long_side(picture.size(), std::min(kHandsLongSide, picture.size().long_side()));
    const Image<Rgb> small = resized(picture, size);
    const Image<float> inside = resized(figure, size);
    Image<Lab> lab(size);
    std::ranges::transform(small.pixels(), lab.pixels().begin(), lab_of_srgb);
    Image<unsigned char> bare = bare_skin(lab, faces, inside);
    const Image<float> deep = blurred(inside, kOutlineReach);
    std::vector<Sighting> hands;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            if (bare.at(x, y))
                if (std::optional<Sighting> hand = hand_of(take_piece(bare, x, y), deep, faces))
                    hands.push_back(std::move(*hand));
    std::ranges::stable_sort(hands,
                             [](const Sighting& a, const Sighting& b) { return a.certainty > b.certainty; });
    return hands;
}

}  // namespace allaprima
