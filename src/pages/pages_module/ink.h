#pragma once
#include <string>

#include "base/geometry.h"
#include "image/image.h"

namespace allaprima {

// Lines of text as coverage, by Pango and cairo; what PagesModule says of them.

std::string font_taken_for(const std::string& wished);
PixelRect inked_box(const std::string& text, const std::string& font, int height);
Image<float> inked(const std::string& text, const std::string& font, int height);

}  // namespace allaprima
