#include "seeing/faces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "image/colour.h"
#include "image/filters.h"
#include "seeing/face_features.h"
#include "seeing/faces_module.h"

namespace allaprima {
namespace {

/// One look at the picture: at this long side, turned by so many degrees clockwise.
struct Look {
    int long_side;
    float turned;
};

/// The detector's window is 80 pixels wide: at the first long side a face of a twelfth of it is just found.
/// It knows faces that lean by ten degrees and, a little less surely, by twenty; the turned looks fill the
/// gaps.
constexpr std::array kLooks = {Look{960, 0.0f},  Look{512, 0.0f},   Look{512, -12.0f},
                               Look{512, 12.0f}, Look{512, -24.0f}, Look{512, 24.0f}};
/// A face that would have to be enlarged more than this shows nothing that the detector knows.
constexpr int kMostEnlarged = 2;
constexpr int kSmallestSide = 80;

/// Sure portraits score above 1, painted and leaning ones above 0.4; a helmet taken for a face scores 0.2.
constexpr double kLeastConfidence = 0.35;
/// What is found with less is not even a hint.
constexpr double kLeastHint = 0.0;
/// How far the faces lean that each of the detector's five filters was trained for, degrees clockwise:
/// frontal, turned left, turned right, and two that lean.
constexpr std::array kLeans = {0.0f, 0.0f, 0.0f, -22.0f, 22.0f};

/// Something that may be a face, in pixels of the picture.
struct Sighting {
    Vec2 centre;
    float side = 0.0f;
    float lean = 0.0f;
    double confidence = 0.0;
};

Vec2 turned_about(Vec2 p, Vec2 centre, float degrees) {
    const float angle = degrees * std::numbers::pi_v<float> / 180.0f;
    const Vec2 d = p - centre;
    return centre +
           Vec2{d.x * std::cos(angle) - d.y * std::sin(angle), d.x * std::sin(angle) + d.y * std::cos(angle)};
}

Vec2 middle_of(Size size) {
    return {0.5f * static_cast<float>(size.width), 0.5f * static_cast<float>(size.height)};
}

/// The picture as the detector wants it, turned clockwise about its middle; what lies outside is its border
/// repeated.
Image<unsigned char> grey_of(const Image<float>& seen, float turned) {
    Image<unsigned char> grey(seen.size());
    const Vec2 middle = middle_of(seen.size());
    for (int y = 0; y < seen.height(); ++y)
        for (int x = 0; x < seen.width(); ++x) {
            const Vec2 here{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
            const Vec2 from = turned == 0.0f ? here : turned_about(here, middle, -turned);
            const float value = sampled(seen, from);
            grey.at(x, y) = static_cast<unsigned char>(std::lround(255.0f * std::clamp(value, 0.0f, 1.0f)));
        }
    return grey;
}

/// What one look finds.
void look(const Image<Rgb>& picture, const Look& how, FaceDetector& detector,
          std::vector<Sighting>& sightings) {
    const Size size =
        with_long_side(picture.size(), std::min(how.long_side, kMostEnlarged * picture.size().long_side()));
    if (size.width < kSmallestSide || size.height < kSmallestSide)
        return;
    const Image<float> seen = luma_of(resized(picture, size));
    const float scale = static_cast<float>(picture.width()) / static_cast<float>(size.width);
    for (const FaceSighting& found : detector.look(grey_of(seen, how.turned), kLeastHint))
        sightings.push_back({turned_about(found.centre, middle_of(size), -how.turned) * scale,
                             found.side * scale, kLeans[found.filter % kLeans.size()] - how.turned,
                             found.confidence});
}

/// Whether two sightings are of one face.
bool same_face(const Sighting& a, const Sighting& b) {
    return length(a.centre - b.centre) < 0.5f * std::max(a.side, b.side);
}

/// The surest sighting of each face; place, size and lean are means over all sightings of it, the surer ones
/// counting more.
std::vector<Sighting> merged(std::vector<Sighting> sightings) {
    std::stable_sort(sightings.begin(), sightings.end(),
                     [](const Sighting& a, const Sighting& b) { return a.confidence > b.confidence; });
    std::vector<Sighting> faces;
    std::vector<bool> counted(sightings.size(), false);
    for (size_t i = 0; i < sightings.size() && sightings[i].confidence >= kLeastConfidence; ++i) {
        if (counted[i])
            continue;
        Sighting mean{{}, 0.0f, 0.0f, sightings[i].confidence};
        float weight = 0.0f;
        for (size_t j = i; j < sightings.size(); ++j) {
            if (counted[j] || !same_face(sightings[i], sightings[j]))
                continue;
            counted[j] = true;
            const auto w = static_cast<float>(sightings[j].confidence * sightings[j].confidence) + 1e-6f;
            mean.centre = mean.centre + sightings[j].centre * w;
            mean.side += w * sightings[j].side;
            mean.lean += w * sightings[j].lean;
            weight += w;
        }
        mean.centre = mean.centre * (1.0f / weight);
        mean.side /= weight;
        mean.lean /= weight;
        faces.push_back(mean);
    }
    return faces;
}

}  // namespace

Result<std::vector<Face>> find_faces(const Image<Rgb>& picture) {
    const Result<const FacesModule*> module = faces_module();
    if (!module)
        return module.error();
    const std::unique_ptr<FaceDetector> detector = (*module)->face_detector();
    std::vector<Sighting> sightings;
    for (const Look& how : kLooks)
        look(picture, how, *detector, sightings);
    std::vector<Face> faces;
    const auto width = static_cast<float>(picture.width()), height = static_cast<float>(picture.height());
    for (const Sighting& s : merged(std::move(sightings))) {
        const Vec2 corner = s.centre - Vec2{0.5f * s.side, 0.5f * s.side};
        const Face face{.box = {corner.x / width, corner.y / height, s.side / width, s.side / height},
                        .angle = s.lean};
        faces.push_back(with_features(picture, face));
    }
    return faces;
}

}  // namespace allaprima
