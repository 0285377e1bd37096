#pragma once
#include <memory>

#include "seeing/faces_module.h"

namespace allaprima {

/// dlib's detector of histograms of oriented gradients.
std::unique_ptr<FaceDetector> dlib_detector();

}  // namespace allaprima
