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

/// The detector's window is 80 pixels wide: at a long side of 960 a face of a twelfth of it is just found, at
/// twice that one of a twenty-fourth. It knows faces that lean by ten degrees and, a little less surely, by
/// twenty; the turned looks fill the gaps.
constexpr std::array kLooks = {Look{960, 0.0f},  Look{512, 0.0f},   Look{512, -12.0f},
                               Look{512, 12.0f}, Look{512, -24.0f}, Look{512, 24.0f}};
/// For those who have no better eyes: small faces, and those that lie.
constexpr std::array kMoreLooks = {Look{1920, 0.0f}, Look{512, -48.0f}, Look{512, 48.0f}};
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
struct Finding {
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
          std::vector<Finding>& findings) {
    const Size size =
        with_long_side(picture.size(), std::min(how.long_side, kMostEnlarged * picture.size().long_side()));
    if (size.width < kSmallestSide || size.height < kSmallestSide)
        return;
    const Image<float> seen = luma_of(resized(picture, size));
    const float scale = static_cast<float>(picture.width()) / static_cast<float>(size.width);
    for (const FaceSighting& found : detector.look(grey_of(seen, how.turned), kLeastHint))
        findings.push_back({turned_about(found.centre, middle_of(size), -how.turned) * scale,
                            found.side * scale, kLeans[found.filter % kLeans.size()] - how.turned,
                            found.confidence});
}

/// Whether two findings are of one face.
bool same_face(const Finding& a, const Finding& b) {
    return length(a.centre - b.centre) < 0.5f * std::max(a.side, b.side);
}

/// The surest sighting of each face; place, size and lean are means over all findings of it, the surer ones
/// counting more.
std::vector<Finding> merged(std::vector<Finding> findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.confidence > b.confidence; });
    std::vector<Finding> faces;
    std::vector<bool> counted(findings.size(), false);
    for (size_t i = 0; i < findings.size() && findings[i].confidence >= kLeastConfidence; ++i) {
        if (counted[i])
            continue;
        Finding mean{{}, 0.0f, 0.0f, findings[i].confidence};
        float weight = 0.0f;
        for (size_t j = i; j < findings.size(); ++j) {
            if (counted[j] || !same_face(findings[i], findings[j]))
                continue;
            counted[j] = true;
            const auto w = static_cast<float>(findings[j].confidence * findings[j].confidence) + 1e-6f;
            mean.centre = mean.centre + findings[j].centre * w;
            mean.side += w * findings[j].side;
            mean.lean += w * findings[j].lean;
            weight += w;
        }
        mean.centre = mean.centre * (1.0f / weight);
        mean.side /= weight;
        mean.lean /= weight;
        faces.push_back(mean);
    }
    return faces;
}

/// The detector's own measure has no end; half of those at kLeastConfidence are none.
float certainty_of(double confidence) {
    return static_cast<float>(1.0 - 0.5 * std::exp(-2.0 * (confidence - kLeastConfidence)));
}

}  // namespace

Result<std::vector<Face>> find_faces(const Image<Rgb>& picture, Search search) {
    const Result<const FacesModule*> module = faces_module();
    if (!module)
        return module.error();
    const std::unique_ptr<FaceDetector> detector = (*module)->face_detector();
    std::vector<Finding> findings;
    for (const Look& how : kLooks)
        look(picture, how, *detector, findings);
    if (search == Search::Thorough)
        for (const Look& how : kMoreLooks)
            look(picture, how, *detector, findings);
    std::vector<Face> faces;
    const auto width = static_cast<float>(picture.width()), height = static_cast<float>(picture.height());
    for (const Finding& s : merged(std::move(findings))) {
        const Vec2 corner = s.centre - Vec2{0.5f * s.side, 0.5f * s.side};
        const Face face{.box = {corner.x / width, corner.y / height, s.side / width, s.side / height},
                        .angle = s.lean,
                        .certainty = certainty_of(s.confidence)};
        faces.push_back(with_features(picture, face));
    }
    return faces;
}

}  // namespace allaprima
