#pragma once
#include <span>

#include "model/reference.h"

namespace allaprima {

/// The closest view of what lies in boxes, and somewhat around them: a part of one of the reference's close
/// views, where one holds all of it; else of the reference itself, twice as fine where that is small. Strokes
/// have edges that are finer than its pixels.
/// @param boxes shares of the picture, at least one; what lies beyond the picture does not count.
CloseView view_of_boxes(const Reference& reference, std::span<const ShareRect> boxes);

/// How much each pixel of such a view belongs to the boxes: 1 well within one, 0 outside, and in between
/// along its border, except where that is the picture's.
/// @param picture size of the reference.
Image<float> share_in_boxes(const CloseView& view, Size picture, std::span<const ShareRect> boxes);

}  // namespace allaprima
