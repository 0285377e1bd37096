#pragma once
#include "base/result.h"
#include "model/brief.h"
#include "model/photo.h"

namespace allaprima {

/// How long the long side of a photograph has to be read, in pixels, so that about `long_side` of them are
/// left of it when it is cropped; bounded, because a photograph costs memory.
int long_side_to_crop(int long_side, const Adjustment& asked);

/// The photograph as it is to be painted: turned, cropped, lightened and warmed, in this order and in linear
/// light. Where nothing is asked for it stays as it is, to the bit. Its original size becomes that of what is
/// left, in the file's pixels; its digest stays that of the file.
///
/// Turned by an angle, of the photograph is kept the largest upright rectangle of its own shape, about its
/// centre; the pixels in it are Catmull and Rom's cubic blends of the sixteen around them, held within the
/// range of these, so that no edge gets a halo. See adjust_light() for the light.
///
/// @param asked of any numbers.
/// @return an error of usage where too few pixels would be left.
Result<Photo> adjusted(Photo photo, const Adjustment& asked);

}  // namespace allaprima
