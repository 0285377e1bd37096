#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/brief.h"
#include "model/reference.h"
#include "model/study.h"
#include "seeing/cut_out.h"
#include "seeing/focus_map.h"

namespace allaprima {

/// Pictures that someone gives to help with the seeing, of the reference's shape and read already; each may
/// be empty.
struct Hints {
    Marks marks;                           ///< What is certainly figure and what is not.
    Image<float> subject = {};             ///< The figure itself: nothing is cut out then.
    std::vector<Image<float>> masks = {};  ///< Of the focus marks that are masks, in their order.
};

/// Whether anything that was asked depends on what is seen: on faces, the figure, hands.
bool sight_matters(const Brief& brief, const Hints& hints);

/// Looks at the reference: the figure, forms, and what matters in it. A figure is told apart where there are
/// faces, people or marks to begin from; other pictures have none. Same arguments: same study.
///
/// @param untempered the reference's colours before the hand saw others in them, in which faces and what
///                   matters are found; null: they are the same.
/// @param sight what is seen in the photograph, with its hands where the figure is given.
///
/// It is an error where allaprima-faces.so is not installed and the brief or the hints name what it finds.
Result<Study> look_at(const Reference& reference, const Image<Rgb>* untempered, const Brief& brief,
                      const Hints& hints, Sights sight, std::vector<std::string>& warnings);

/// Whether what is to be in focus was found; of all hands there may be none. An error of usage.
Status check_found(const Brief& brief, const Sights& sight);

/// What a brief asks of the focus. @param masks of its marks that are masks, in their order.
FocusWishes focus_wishes(const Brief& brief, std::vector<Image<float>> masks);

/// The figure of a picture: cut out where there is something to begin from, or empty.
/// @param picture sRGB-encoded.
Result<Image<float>> figure_of(const Image<Rgb>& picture, const Sights& sight, const Marks& marks);

}  // namespace allaprima
