#include "seeing/faces_module/dlib/dlib_detector.h"

#include <dlib/image_processing/frontal_face_detector.h>

#include <algorithm>
#include <sstream>

namespace allaprima {
namespace {

class DlibDetector final : public FaceDetector {
  public:
    explicit DlibDetector(std::string_view model) {
        std::istringstream in{std::string(model)};
        dlib::deserialize(detector_, in);
    }

    std::vector<FaceSighting> look(const Image<unsigned char>& grey, double least) override {
        dlib::array2d<unsigned char> pixels(grey.height(), grey.width());
        for (int y = 0; y < grey.height(); ++y)
            std::ranges::copy(grey.row(y), &pixels[y][0]);
        std::vector<dlib::rect_detection> found;
        detector_(pixels, found, least);
        std::vector<FaceSighting> sightings;
        sightings.reserve(found.size());
        for (const dlib::rect_detection& d : found)
            sightings.push_back({.centre = {0.5f * static_cast<float>(d.rect.left() + d.rect.right() + 1),
                                            0.5f * static_cast<float>(d.rect.top() + d.rect.bottom() + 1)},
                                 .side = static_cast<float>(d.rect.width()),
                                 .filter = d.weight_index,
                                 .confidence = d.detection_confidence});
        return sightings;
    }

  private:
    dlib::frontal_face_detector detector_;
};

}  // namespace

std::string unpacked_face_model() {
    return dlib::get_serialized_frontal_faces();
}

std::unique_ptr<FaceDetector> dlib_detector(std::string_view model) {
    return std::make_unique<DlibDetector>(model);
}

}  // namespace allaprima
