#pragma once
#include <string>

#include "pigment/palette.h"
#include "pigment/whole_parts.h"

namespace allaprima {

/// A recipe as one tells it to a painter: "3 Titanium White + 1 Bone Black"; of a single tube its name alone;
/// and of what there is one part of in more than twelve "24 Titanium White and a touch of Bone Black (1)".
/// @param parts at least one.
std::string recipe_in_words(const WholeParts& parts, const Palette& palette);

/// How much paint covers so much canvas, with what stays in brushes and on the palette: a layer of 0.15 mm
/// and a third more. @param area mm². @return ml.
double millilitres_for(double area);

/// "0.5 ml", "4 ml", "35 ml": no finer than anyone measures.
std::string in_millilitres(double ml);

}  // namespace allaprima
