#pragma once
#include "model/photo.h"

namespace allaprima {

/// A part of a photograph, shares of it, in whole pixels.
Photo cropped(const Photo& photo, const ShareRect& part);

}  // namespace allaprima
