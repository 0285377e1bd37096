#pragma once
#include <string>

#include "base/result.h"
#include "pigment/paint.h"

namespace allaprima {

/// Paint that someone asked for by name: a tube of the palette, upper or lower case, pure; or the tubes'
/// nearest mixture for "#rrggbb". With plain colour, the name of any measured paint gives the colour of it.
///
/// An error of usage names the tubes there are. @param what the paint is for, as errors tell it: "spatter".
Result<Paint> named_paint(const std::string& colour, const Palette& palette, const std::string& what);

/// Paint that looks like an sRGB-encoded colour: the tubes' nearest mixture.
Paint paint_like(Rgb colour, const Palette& palette);

}  // namespace allaprima
