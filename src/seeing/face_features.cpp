#include "seeing/face_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "image/filters.h"

namespace allaprima {
namespace {

/// A face is looked at upright and this many pixels wide: enough for an iris of five.
constexpr int kSide = 96;
/// Where the eyes and the mouth of most faces sit in the detector's box, in shares of it, and how far from
/// there they are searched for.
constexpr Vec2 kLeftEye{0.30f, 0.27f}, kRightEye{0.70f, 0.27f};
constexpr Vec2 kEyeReach{0.13f, 0.13f};
constexpr float kUsualEyes = 0.40f;   ///< From one eye to the other.
constexpr float kUsualMouth = 1.1f;   ///< From the eyes' line to the mouth, in distances between the eyes,
constexpr float kMouthReach = 0.25f;  ///< and how far from there it is searched for.
/// Sizes of the boxes, in distances between the eyes.
constexpr Vec2 kEyeBox{0.62f, 0.38f}, kMouthBox{1.15f, 0.55f};

/// How far the irises reach: gradients farther from a centre say nothing about it.
constexpr int kIrisReach = 9;
/// An eye's best place must stand out from all that were searched by so many times their mean.
constexpr float kLeastPeak = 1.6f;
/// Places of each eye from which pairs are formed.
constexpr size_t kPlaces = 5;

/// The face upright, and what is needed to say where its pixels lie in the picture.
struct Portrait {
    Image<float> grey;  ///< Luma.
    Image<float> red;   ///< How much redder than grey.
    Vec2 centre;        ///< Of the box, in pixels of the picture,
    Vec2 across;        ///< and one pixel of the portrait to the right there.
};

Vec2 turned(Vec2 d, Vec2 across) {
    return {d.x * across.x - d.y * across.y, d.x * across.y + d.y * across.x};
}

Vec2 in_picture(const Portrait& portrait, Vec2 p) {
    return portrait.centre + turned(p - Vec2{0.5f * kSide, 0.5f * kSide}, portrait.across);
}

Portrait portrait_of(const Image<Rgb>& picture, const Face& face) {
    const auto width = static_cast<float>(picture.width()), height = static_cast<float>(picture.height());
    const float side = face.box.width * width;
    const float angle = face.angle * std::numbers::pi_v<float> / 180.0f;
    Portrait portrait{
        Image<float>({kSide, kSide}),
        Image<float>({kSide, kSide}),
        {(face.box.x + 0.5f * face.box.width) * width, (face.box.y + 0.5f * face.box.height) * height},
        Vec2{std::cos(angle), std::sin(angle)} * (side / kSide)};
    const int margin = static_cast<int>(side) + 2;
    const PixelRect around{std::clamp(static_cast<int>(portrait.centre.x) - margin, 0, picture.width() - 1),
                           std::clamp(static_cast<int>(portrait.centre.y) - margin, 0, picture.height() - 1),
                           std::clamp(static_cast<int>(portrait.centre.x) + margin, 1, picture.width()),
                           std::clamp(static_cast<int>(portrait.centre.y) + margin, 1, picture.height())};
    Image<float> grey({around.width(), around.height()}), red(grey.size());
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x) {
            const Rgb c = picture.at(around.x0 + x, around.y0 + y);
            grey.at(x, y) = 0.2126f * c.r + 0.7152f * c.g + 0.0722f * c.b;
            red.at(x, y) = c.r - 0.5f * (c.g + c.b);
        }
    // A pixel of the portrait is the mean of what it covers.
    const float blur = 0.4f * side / kSide;
    grey = blurred(grey, blur);
    red = blurred(red, blur);
    const Vec2 corner{static_cast<float>(around.x0), static_cast<float>(around.y0)};
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const Vec2 from =
                in_picture(portrait, {static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f}) - corner;
            portrait.grey.at(x, y) = sampled(grey, from);
            portrait.red.at(x, y) = sampled(red, from);
        }
    return portrait;
}

/// A place for something, and how much speaks for it.
struct Candidate {
    Vec2 at;
    float score = 0.0f;
};

/// How far the gradients around a pixel point away from it, as those of a dark disc do.
float disc_score(const Image<float>& grey, int cx, int cy) {
    float sum = 0.0f;
    for (int dy = -kIrisReach; dy <= kIrisReach; ++dy)
        for (int dx = -kIrisReach; dx <= kIrisReach; ++dx) {
            const int x = cx + dx, y = cy + dy, r2 = dx * dx + dy * dy;
            if (r2 == 0 || r2 > kIrisReach * kIrisReach || x < 1 || y < 1 || x >= kSide - 1 || y >= kSide - 1)
                continue;
            const Vec2 gradient{grey.at(x + 1, y) - grey.at(x - 1, y), grey.at(x, y + 1) - grey.at(x, y - 1)};
            const Vec2 away{static_cast<float>(dx), static_cast<float>(dy)};
            const float along = std::max(0.0f, dot(gradient, away) / std::sqrt(static_cast<float>(r2)));
            // The paper's unit vectors would let noise on the cheek count as much as the lid's edge.
            sum += along * along / (length(gradient) + 0.02f);
        }
    return sum;
}

/// The most likely places of one eye, the likeliest first; none where no place stands out.
std::vector<Candidate> eye_places(const Image<float>& grey, Vec2 usual) {
    std::vector<Candidate> places;
    float sum = 0.0f;
    auto pixel = [](float share) { return static_cast<int>(share * kSide); };
    for (int y = pixel(usual.y - kEyeReach.y); y <= pixel(usual.y + kEyeReach.y); ++y)
        for (int x = pixel(usual.x - kEyeReach.x); x <= pixel(usual.x + kEyeReach.x); ++x) {
            const Vec2 at{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
            const Vec2 off{(at.x / kSide - usual.x) / kEyeReach.x, (at.y / kSide - usual.y) / kEyeReach.y};
            const float likely = std::exp(-0.7f * dot(off, off));
            places.push_back({at, disc_score(grey, x, y) * (1.0f - grey.at(x, y)) * likely});
            sum += places.back().score;
        }
    std::ranges::stable_sort(places,
                             [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    if (places.front().score * static_cast<float>(places.size()) < kLeastPeak * sum + 1e-6f)
        return {};
    std::vector<Candidate> apart;
    for (const Candidate& place : places) {
        if (apart.size() == kPlaces)
            break;
        if (std::ranges::none_of(apart,
                                 [&](const Candidate& other) { return length(other.at - place.at) < 4.0f; }))
            apart.push_back(place);
    }
    return apart;
}

/// Both eyes' centres in the portrait: the pair that scores best and lies as the eyes of a face do.
std::optional<std::array<Vec2, 2>> eyes_in(const Image<float>& grey) {
    std::optional<std::array<Vec2, 2>> best;
    float best_score = 0.0f;
    for (const Candidate& left : eye_places(grey, kLeftEye))
        for (const Candidate& right : eye_places(grey, kRightEye)) {
            const Vec2 line = right.at - left.at;
            const float slope = line.y / line.x;
            const float distance = length(line) / kSide / kUsualEyes - 1.0f;
            const float score = std::sqrt(left.score * right.score) *
                                std::exp(-12.0f * slope * slope - 8.0f * distance * distance);
            if (score > best_score) {
                best_score = score;
                best = {left.at, right.at};
            }
        }
    return best;
}

/// The mouth's centre: the strip across the face, so far below the eyes, that is darkest beside its
/// neighbours and reddest.
Vec2 mouth_below(const Portrait& portrait, const std::array<Vec2, 2>& eyes) {
    const Vec2 middle = (eyes[0] + eyes[1]) * 0.5f, line = eyes[1] - eyes[0];
    const Vec2 down{-line.y, line.x};
    auto strip = [&](const Image<float>& map, float below) {
        constexpr int kSamples = 13;
        float sum = 0.0f;
        for (int k = 0; k < kSamples; ++k)
            sum += sampled(
                map, middle + down * below + line * (0.6f * (static_cast<float>(k) / (kSamples - 1) - 0.5f)));
        return sum / kSamples;
    };
    float best = kUsualMouth, best_score = 0.0f;
    constexpr int kSteps = 24;
    constexpr float kLip = 0.12f;  // From the line between the lips to the skin, distances between the eyes.
    for (int k = 0; k <= kSteps; ++k) {
        const float off = 2.0f * static_cast<float>(k) / kSteps - 1.0f;
        const float below = kUsualMouth + kMouthReach * off;
        const float darker =
            0.5f * (strip(portrait.grey, below - kLip) + strip(portrait.grey, below + kLip)) -
            strip(portrait.grey, below);
        const float redder = strip(portrait.red, below) - 0.5f * (strip(portrait.red, below - 2.0f * kLip) +
                                                                  strip(portrait.red, below + 2.0f * kLip));
        const float score = (std::max(0.0f, darker) + std::max(0.0f, redder)) * std::exp(-0.8f * off * off);
        if (score > best_score) {
            best_score = score;
            best = below;
        }
    }
    return middle + down * best;
}

/// The upright box of this size about a point of the portrait.
ShareRect box_about(const Image<Rgb>& picture, const Portrait& portrait, Vec2 at, Vec2 size) {
    const auto width = static_cast<float>(picture.width()), height = static_cast<float>(picture.height());
    const Vec2 centre = in_picture(portrait, at);
    const Vec2 pixels = size * length(portrait.across);
    return {(centre.x - 0.5f * pixels.x) / width, (centre.y - 0.5f * pixels.y) / height, pixels.x / width,
            pixels.y / height};
}

}  // namespace

Face with_features(const Image<Rgb>& picture, Face face) {
    if (picture.empty() || !(face.box.width > 0.0f) || !(face.box.height > 0.0f))
        return face;
    const Portrait portrait = portrait_of(picture, face);
    const std::optional<std::array<Vec2, 2>> found = eyes_in(portrait.grey);
    const std::array<Vec2, 2> eyes =
        found ? *found : std::array{kLeftEye * float{kSide}, kRightEye * float{kSide}};
    const Vec2 line = eyes[1] - eyes[0];
    const Vec2 eye_box = kEyeBox * length(line), mouth_box = kMouthBox * length(line);
    face.eyes = {box_about(picture, portrait, eyes[0], eye_box),
                 box_about(picture, portrait, eyes[1], eye_box)};
    face.mouth = box_about(picture, portrait, mouth_below(portrait, eyes), mouth_box);
    face.angle += std::atan2(line.y, line.x) * 180.0f / std::numbers::pi_v<float>;
    return face;
}

}  // namespace allaprima
