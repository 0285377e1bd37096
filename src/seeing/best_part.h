#pragma once
#include "image/image.h"

namespace allaprima {

/// Where to crop a picture so that what matters most is kept, and rather in the middle of what is left than
/// at its border: the part that is left, in shares of the picture. Where all counts the same it is the
/// middle.
///
/// @param interest how much each pixel counts, as Study::focus has it. @param kept how much of the picture's
/// width and height is left, 0 to 1.
ShareRect best_part(const Image<float>& interest, Vec2 kept);

}  // namespace allaprima
