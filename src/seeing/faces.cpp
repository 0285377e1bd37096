#include "seeing/faces.h"

#include <dlib/image_processing/frontal_face_detector.h>

#include <algorithm>
#include <cmath>

#include "image/colour.h"
#include "image/filters.h"

namespace allaprima {
namespace {

/// The detector's window is 80 pixels wide: at this long side a face of a twelfth of it is just found.
constexpr int kLookingLongSide = 960;
/// A face that would have to be enlarged more than this shows nothing that the detector knows.
constexpr int kMostEnlarged = 2;
constexpr int kSmallestSide = 80;

/// Sure portraits, painted ones too, score above 0.6; a helmet taken for a face scores 0.1.
constexpr double kLeastConfidence = 0.3;

}  // namespace

std::vector<Face> find_faces(const Image<Rgb>& picture) {
    const int enlarged = kMostEnlarged * std::max(picture.width(), picture.height());
    const Image<Rgb> seen =
        resized(picture, with_long_side(picture.size(), std::min(kLookingLongSide, enlarged)));
    if (seen.width() < kSmallestSide || seen.height() < kSmallestSide)
        return {};
    dlib::array2d<unsigned char> grey(seen.height(), seen.width());
    for (int y = 0; y < seen.height(); ++y)
        for (int x = 0; x < seen.width(); ++x)
            grey[y][x] =
                static_cast<unsigned char>(std::lround(255.0f * std::clamp(luma(seen.at(x, y)), 0.0f, 1.0f)));

    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    std::vector<dlib::rect_detection> found;
    detector(grey, found);
    std::vector<Face> faces;
    const auto width = static_cast<float>(seen.width()), height = static_cast<float>(seen.height());
    for (const dlib::rect_detection& d : found) {
        if (d.detection_confidence < kLeastConfidence)
            continue;
        faces.push_back(
            {{static_cast<float>(d.rect.left()) / width, static_cast<float>(d.rect.top()) / height,
              static_cast<float>(d.rect.width()) / width, static_cast<float>(d.rect.height()) / height}});
    }
    return faces;
}

}  // namespace allaprima
