#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "seeing/faces_module.h"

namespace allaprima {

/// What dlib's detector of faces knows, ready to be read. dlib keeps it packed, and takes a third of a second
/// to unpack it; so it is unpacked when the program is built.
std::string unpacked_face_model();

/// dlib's detector of histograms of oriented gradients.
///
/// @param model what unpacked_face_model() gives.
std::unique_ptr<FaceDetector> dlib_detector(std::string_view model);

}  // namespace allaprima
