#pragma once
#include <vector>

#include "image/image.h"
#include "model/study.h"

namespace allaprima {

/// Finds the upright faces in an sRGB-encoded picture with dlib's detector of histograms of oriented
/// gradients (Dalal & Triggs 2005; King 2015), the surest first. Faces smaller than about a twelfth of the
/// long side are not found. Same picture, same faces.
std::vector<Face> find_faces(const Image<Rgb>& picture);

}  // namespace allaprima
