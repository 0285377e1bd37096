// What allaprima-faces.so shows to the program.

#include "base/module_entry.h"
#include "seeing/faces_module.h"
#include "seeing/faces_module/dlib/dlib_detector.h"
#include "seeing/faces_module/face_model.h"
#include "seeing/faces_module/opencv_cut.h"

namespace allaprima {
namespace {

class Faces final : public FacesModule {
  public:
    std::unique_ptr<FaceDetector> face_detector() const override { return dlib_detector(face_model()); }
    std::vector<bool> minimum_cut(const CutGraph& graph) const override { return opencv_cut(graph); }
};

const Faces faces;
const ModuleEntry faces_entry{ALLAPRIMA_FACES_IDENTITY, static_cast<const FacesModule*>(&faces)};

}  // namespace
}  // namespace allaprima

ALLAPRIMA_MODULE_FUNCTION const allaprima::ModuleEntry* allaprima_module() {
    return &allaprima::faces_entry;
}
