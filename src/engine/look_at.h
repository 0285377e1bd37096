#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/brief.h"
#include "model/reference.h"
#include "model/study.h"
#include "seeing/cut_out.h"

namespace allaprima {

/// Pictures that someone gives to help with the seeing, of the reference's shape and read already; each may
/// be empty.
struct Hints {
    Marks marks;                           ///< What is certainly figure and what is not.
    Image<float> subject = {};             ///< The figure itself: nothing is cut out then.
    std::vector<Image<float>> masks = {};  ///< Of the focus marks that are masks, in their order.
};

/// Looks at the reference: faces, the figure, forms, and what matters in it. A figure is told apart where
/// there are faces or marks to begin from; other pictures have none. Same arguments: same study.
///
/// @param untempered the reference's colours before the hand saw others in them, in which faces and what
///                   matters are found; null: they are the same.
///
/// Where allaprima-faces.so is not installed, no face or figure is looked for, and a line of `warnings` says
/// so; it is an error where the brief or the hints name one.
Result<Study> look_at(const Reference& reference, const Image<Rgb>* untempered, const Brief& brief,
                      const Hints& hints, std::vector<std::string>& warnings);

/// The faces of a picture; or none and a line of `warnings`, which is said once, where allaprima-faces.so is
/// not installed.
std::vector<Face> faces_or_warning(const Image<Rgb>& picture, std::vector<std::string>& warnings);

}  // namespace allaprima
