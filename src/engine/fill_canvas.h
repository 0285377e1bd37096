#pragma once
#include "base/result.h"
#include "model/brief.h"
#include "model/photo.h"

namespace allaprima {

/// The photograph cropped to the shape that the brief asks for, where it is to fill its canvas: around the
/// faces and the figure that are seen, or else around what stands out. As it is where nothing is to be
/// filled, and where another picture is composed of it, which has that shape anyway.
/// @return an error of usage where no shape is asked for, and where a spatter has a mask.
Result<Photo> filling_its_canvas(Photo photo, const Brief& brief);

}  // namespace allaprima
