#pragma once
#include "image/cie.h"
#include "image/image.h"

namespace allaprima {

/// What is known for certain of a pixel.
enum class Certain : unsigned char { No, Figure, Background };

/// Lets marks speak for the even patch of colour in which they lie: a stroke on a flag's stripe takes the
/// stripe.
///
/// From each marked pixel it goes on to its neighbours as long as they are nearly as the one before, and like
/// the marked one; what is certain already stays. Where two marks meet, the one that came first keeps what it
/// has.
///
/// @param marks what was marked; other pixels are Certain::No. @param certain takes what follows, of the same
/// size.
void spread_marks(const Image<Lab>& picture, const Image<Certain>& marks, Image<Certain>& certain);

}  // namespace allaprima
