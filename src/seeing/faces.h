#pragma once
#include <vector>

#include "base/result.h"
#include "image/image.h"
#include "model/sight.h"

namespace allaprima {

/// How long to look.
enum class Search {
    Usual,
    Thorough,  ///< For small faces and those that lean far too, in about twice the time.
};

/// Finds the faces in an sRGB-encoded picture with dlib's detector of histograms of oriented gradients (Dalal
/// & Triggs 2005; King 2015), and their eyes and mouths (see with_features), the surest first.
///
/// The picture is looked at upright and leaning by 12 and 24 degrees to either side; what is found several
/// times is one face. Upright faces smaller than about a twelfth of the long side (a twenty-fourth, when
/// searched thoroughly), leaning ones smaller than a sixth, and those seen from the side are not found. Same
/// picture, same faces. An error where allaprima-faces.so is not installed.
Result<std::vector<Face>> find_faces(const Image<Rgb>& picture, Search search = Search::Usual);

}  // namespace allaprima
